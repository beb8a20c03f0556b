/** Sentences about what went wrong stand in the page; one of them is shown at a time. */

const UNEXPECTED = 'unexpected';

/**
 * @param {HTMLElement} root
 * @param {string} [code] none: all is well again; one that has no sentence here gets the general one
 */
export function showTrouble(root, code) {
  const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-trouble]')]);
  const known = all.some((sentence) => sentence.dataset.trouble === code);
  const shown = code && !known ? UNEXPECTED : code;
  for (const sentence of all) sentence.hidden = sentence.dataset.trouble !== shown;
}

/**
 * The stable code of what went wrong; a browser's own numbers are none.
 * @param {unknown} wrong
 */
export function codeOf(wrong) {
  const { code } = /** @type {{code?: unknown}} */ (wrong);
  return typeof code === 'string' ? code : UNEXPECTED;
}
