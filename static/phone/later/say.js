/** Of several sentences in a live region, the one that has just become true. */

/**
 * @param {HTMLElement} root
 * @param {string} [what] none: nothing to say
 */
export function say(root, what) {
  const sentences = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-say]'));
  for (const sentence of sentences) sentence.hidden = sentence.dataset.say !== what;
}

/**
 * Move to the first button that is shown: the one that was pressed may be gone.
 * @param {HTMLElement} root
 */
export function focusFirst(root) {
  const buttons = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('button')]);
  buttons.find((button) => button.getClientRects().length)?.focus();
}
