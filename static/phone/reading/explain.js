/**
 * Hard words in what is read become buttons that show what they mean: the first time that each
 * stands in a paragraph or on a card. What somebody said stays as they said it.
 */

/** @import { Found } from './finding.js' */
/** @typedef {(text: string) => Found[]} Find */

import { finder } from './finding.js';
import { glossary } from './glossary.js';
import { wordOf } from './tapping.js';

const OTHERS = 'button, a, summary, label, legend, svg, textarea, [data-if][hidden]';
const UNTOUCHED = `${OTHERS}, .line, .meaning`;
const CARDS = '.card, .answer, details';
const PARAGRAPHS = 'p, h1, h2, h3, h4, li, td, th, dt, dd';

/**
 * Make every hard word in there one that can be tapped; to do it again changes nothing.
 * @param {HTMLElement} element
 */
export async function explain(element) {
  const known = await glossary();
  if (!known) return;
  const find = finder(known.terms);
  const seenAround = seenIn(element, find);
  for (const text of textsOf(element)) {
    const seen = seenAround(text);
    const fresh = find(text.data).filter(({ term: { names } }) => isFirst(seen, names[0]));
    for (const { at, length, term } of fresh.reverse()) {
      const word = text.splitText(at);
      word.splitText(length);
      word.replaceWith(wordOf(word.data, term.meaning, known.panel));
    }
  }
}

/**
 * @param {Set<string>} seen
 * @param {string} name
 */
function isFirst(seen, name) {
  return !seen.has(name) && seen.add(name);
}

/**
 * Which words can be tapped already, on the card or in the paragraph of a text.
 * @param {HTMLElement} element
 * @param {Find} find
 * @returns {(node: Node) => Set<string>}
 */
function seenIn(element, find) {
  /** @type {Map<Element, Set<string>>} */
  const places = new Map();
  const around = (/** @type {Node} */ { parentElement: own }) => {
    const place = own?.closest(CARDS) ?? own?.closest(PARAGRAPHS) ?? element;
    const seen = places.get(place) ?? new Set();
    places.set(place, seen);
    return seen;
  };
  for (const word of element.querySelectorAll('.word')) {
    for (const { term } of find(word.textContent ?? '')) around(word).add(term.names[0]);
  }
  return around;
}

/** @param {HTMLElement} element */
function textsOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
  return found.filter(({ parentElement }) => !parentElement?.closest(UNTOUCHED));
}
