/** Sentences about what went wrong stand in the page; one of them is shown at a time. */

/**
 * @param {HTMLElement} root
 * @param {string} [code] none: all is well again
 */
export function showTrouble(root, code) {
  const all = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-trouble]'));
  for (const sentence of all) sentence.hidden = sentence.dataset.trouble !== code;
}
