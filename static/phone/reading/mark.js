/** "New" or "Changed", in words, before what it is about. */

/** @import { Lines, Mark } from './since.js' */

import { fill, template } from '../show/fill.js';

/**
 * @param {Element | null} part
 * @param {Mark} mark
 */
export function mark(part, mark) {
  if (mark) part?.prepend(fill(template('mark'), { mark }), ' ');
}

/**
 * Each line that is shown only if there is something in it, by that name.
 * @param {HTMLElement} root
 * @param {Lines} lines
 */
export function markLines(root, lines) {
  for (const [name, what] of Object.entries(lines)) {
    mark(root.querySelector(`[data-if="${name}"]`), what);
  }
}
