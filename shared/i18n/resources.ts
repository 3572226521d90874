import { isPlural, type MessageTree } from './locale.ts';

/** The form i18next reads: nested keys, each plural spread into `key_one`, `key_other` and so on. */
export interface Resources {
  readonly [key: string]: string | Resources;
}

/** Turns the messages of a language into what i18next reads. */
export function toResources(messages: MessageTree): Resources {
  const resources: Record<string, string | Resources> = {};
  for (const [key, node] of Object.entries(messages)) {
    if (typeof node === 'string') resources[key] = node;
    else if (isPlural(node)) for (const [form, text] of Object.entries(node.plural)) resources[`${key}_${form}`] = text;
    else resources[key] = toResources(node);
  }
  return resources;
}
