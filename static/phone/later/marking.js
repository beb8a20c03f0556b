/** Shows what is being said: its passage, and the word where the browser tells which. */

/** @import { Passage } from './passages.js' */

import { rangeOf } from './passages.js';

const NAME = 'spoken';

/** @param {Passage} passage */
export function markPassage({ block }) {
  unmark();
  block.toggleAttribute('data-spoken', true);
  block.scrollIntoView({ block: 'nearest' });
}

/**
 * @param {Passage} passage
 * @param {number} at
 * @param {number} [length]
 */
export function markWord(passage, at, length) {
  if (CSS.highlights) CSS.highlights.set(NAME, new Highlight(rangeOf(passage, at, length)));
}

export function unmark() {
  CSS.highlights?.delete(NAME);
  document.querySelector('[data-spoken]')?.removeAttribute('data-spoken');
}
