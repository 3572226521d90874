import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import type { LabelClass } from '../../../../shared/project/label-set.ts';
import type { Say } from '../../../../shared/i18n/say.ts';
import type { Format } from '../../../ui/format.ts';

/** What an annotation says besides its shape, in a line: its attributes in the order of its class, then its marks. */
export function detailsWords(
  { attributes = {}, marks = [] }: Annotation,
  labelClass: LabelClass | undefined,
  { say, format }: { readonly say: Say; readonly format: Format },
): string {
  const values = (labelClass?.attributes ?? []).flatMap(({ id, name }) => {
    const value = attributes[id];
    if (value === undefined) return [];
    if (value === true) return [name];
    if (value === false) return [say('details.not', { name })];
    return [typeof value === 'number' ? say('details.value', { name, value: format.number(value) }) : value];
  });
  return [...values, ...marks.map((mark) => say(`details.mark.${mark}`))].join(' · ');
}
