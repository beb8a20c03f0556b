/** Whether what was typed is on the phone: said in one place, on every page. */

/** @param {string} state `saved`, `unsaved`, or nothing to say */
export function showSaving(state) {
  const sentences = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('[data-save]')
  );
  for (const sentence of sentences) sentence.hidden = sentence.dataset.save !== state;
}
