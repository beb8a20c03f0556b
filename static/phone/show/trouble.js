/** Sentences about what went wrong stand in the page; one of them is shown at a time. */

/**
 * @param {HTMLElement} root
 * @param {string} [code] none: all is well again
 */
export function showTrouble(root, code) {
  const all = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-trouble]'));
  for (const sentence of all) sentence.hidden = sentence.dataset.trouble !== code;
}

/**
 * The stable code of what went wrong; for what has none, that it was not saved.
 * @param {unknown} wrong
 */
export function codeOf(wrong) {
  return /** @type {{code?: string}} */ (wrong).code ?? 'not_saved';
}
