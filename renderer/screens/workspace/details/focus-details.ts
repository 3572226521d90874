import type { MissingDetail } from '../../../../shared/annotation/missing-details.ts';
import type { Bench } from '../../../workbench/use-workbench.ts';

/** Puts the focus on the first field of the details of what is selected, or on that of one attribute. */
export function focusDetails(attributeId?: string): boolean {
  const panel = document.querySelector('[data-testid="details"]');
  const field =
    attributeId === undefined ? panel : panel?.querySelector(`[data-attribute="${CSS.escape(attributeId)}"]`);
  const control = field?.querySelector<HTMLElement>('input, textarea, select, button');
  control?.scrollIntoView({ block: 'nearest' });
  control?.focus();
  return control !== undefined && control !== null;
}

/** Selects the annotation that lacks an attribute and goes to the field for it, which is there with the next frame. */
export function showMissing({ store }: Bench, { annotationId, attribute }: MissingDetail): void {
  store.send({ type: 'tool taken', tool: 'select' });
  store.send({ type: 'selected', id: annotationId });
  requestAnimationFrame(() => focusDetails(attribute.id));
}

/** Gives the keys back to what is labelled. */
export function focusItem(): void {
  document.querySelector<HTMLElement>('[data-testid="canvas"], [data-testid="text"]')?.focus();
}
