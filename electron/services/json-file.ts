import { readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';
import { writeFileAtomically } from './atomic-file.ts';

/** One small JSON document on disk, e.g. the settings. Writes are atomic and in order. */
export interface JsonFile<Value> {
  /** As it is on disk. */
  read(): Value;
  /** Writes what `step` makes of the newest value, so that of two changes at once none is lost. */
  change(step: (value: Value) => Value): Promise<void>;
  /** Resolves when every change asked for so far is on disk, or was refused. */
  settled(): Promise<void>;
}

/**
 * Opens a document. A missing file counts as `fallback`; one that cannot be understood is set aside as `.broken`
 * and counts as `fallback` too, so that a damaged settings file never stops the app.
 */
export async function openJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  fallback: z.output<Schema>,
): Promise<JsonFile<z.output<Schema>>> {
  let value = fallback;
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text !== null) {
    const parsed = schema.safeParse(parseJson(text));
    if (parsed.success) value = parsed.data;
    else await rename(path, `${path}.broken`).catch(() => undefined);
  }
  let tail: Promise<void> = Promise.resolve();
  return {
    read: () => value,
    change(step) {
      const done = tail.then(async () => {
        const next = step(value);
        await writeFileAtomically(path, `${JSON.stringify(next, null, 2)}\n`);
        value = next;
      });
      tail = done.catch(() => undefined);
      return done;
    },
    settled: () => tail,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
