/** The id of a step's body, so that focus can return to it. */
export function stepId(step: number): string {
  return `export-step-${step}`;
}

/** Brings the keyboard back to a step when what it stood on has just gone, such as an accepted row. */
export function refocus(step: number): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById(stepId(step))?.focus();
  });
}
