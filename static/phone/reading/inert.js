/**
 * HTML as a document that runs nothing and fetches nothing: the one way in which text becomes
 * elements here. Where the browser knows Trusted Types, the page's policy refuses every other.
 *
 * Whoever puts nodes of it into the page answers for them: fragments of our own address as they
 * are; a letter by its list of known elements (`html.js`).
 */

const allowed = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('inert', {
  createHTML: (/** @type {string} */ html) => html,
});

/**
 * @param {string} html
 * @returns {Document}
 */
export function inert(html) {
  return new DOMParser().parseFromString(allowed?.createHTML(html) ?? html, 'text/html');
}
