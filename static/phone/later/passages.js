/** What is to be read aloud of a page: its heading and all that follows it and can be seen. */

/** @typedef {{node: Text, from: number}} Piece where a text of the page begins in the passage */
/** @typedef {{block: Element, text: string, pieces: Piece[]}} Passage said in one breath */

const BLOCKS =
  'p, li, h1, h2, h3, label, legend, button:not(.word), summary, .govuk-hint, .feeling__words, .place__name, .place__state';
/** Characters that are said at once: Android's speech takes 4,000, and says nothing of more. */
const LONGEST = 2_000;
const SENTENCE = /[.!?\u2026\u3002\u061f\u0964]['"\u2019\u201d)\]]*\s+|\n+/gu;
const BLANK = /\s+/gu;
/** The first half of a character that is written in two. */
const HALF_A_SIGN = /[\ud800-\udbff]$/;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/**
 * @param {HTMLElement} page
 * @returns {Passage[]}
 */
export function passagesOf(page) {
  /** @type {Passage[]} */
  const passages = [];
  for (const node of textsOf(page)) {
    const block = node.parentElement?.closest(BLOCKS) ?? page;
    if (passages.at(-1)?.block !== block) passages.push({ block, text: '', pieces: [] });
    const passage = /** @type {Passage} */ (passages.at(-1));
    passage.pieces.push({ node, from: passage.text.length });
    passage.text += node.data;
  }
  return passages.filter(({ text }) => SAYS_SOMETHING.test(text)).flatMap(inBreaths);
}

/**
 * A long passage in parts that can each be said at once.
 * @param {Passage} passage
 * @returns {Passage[]}
 */
function inBreaths({ block, text, pieces }) {
  return cuts(text, LONGEST).map(({ from, to }) => ({
    block,
    text: text.slice(from, to),
    pieces: pieces
      .filter(({ node, from: at }) => at < to && at + node.length > from)
      .map(({ node, from: at }) => ({ node, from: at - from })),
  }));
}

/**
 * Where a text is cut: after a sentence, where one is too long after a word, and after any
 * character where there is no word's end.
 * @param {string} text
 * @param {number} longest
 */
export function cuts(text, longest) {
  const found = [];
  for (let from = 0; from < text.length; ) {
    const to = from + lengthOf(text.slice(from, from + longest), text.length - from > longest);
    found.push({ from, to });
    from = to;
  }
  return found;
}

/**
 * @param {string} part
 * @param {boolean} isMore whether text follows
 */
function lengthOf(part, isMore) {
  if (!isMore) return part.length;
  for (const end of [SENTENCE, BLANK]) {
    const last = [...part.matchAll(end)].at(-1);
    if (last) return last.index + last[0].length;
  }
  return HALF_A_SIGN.test(part) ? part.length - 1 : part.length;
}

/**
 * The part of the page that a word of a passage stands in.
 * @param {Passage} passage
 * @param {number} at where the word begins
 * @param {number} [length] as the browser says; some do not
 */
export function rangeOf({ text, pieces }, at, length) {
  const { node, from } = pieces.filter((piece) => piece.from <= at).at(-1) ?? pieces[0];
  const word = length || text.slice(at).search(/\s|$/);
  const range = document.createRange();
  range.setStart(node, Math.min(at - from, node.length));
  range.setEnd(node, Math.min(at - from + word, node.length));
  return range;
}

/** @param {HTMLElement} page */
function textsOf(page) {
  const heading = page.querySelector('h1') ?? page;
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
  return found.filter((node) => !isBefore(node, heading) && isShown(node.parentElement));
}

/**
 * @param {Node} node
 * @param {Node} heading
 */
function isBefore(node, heading) {
  return Boolean(heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING);
}

/** @param {Element | null} element */
function isShown(element) {
  if (!element || element.closest('[aria-hidden="true"], textarea')) return false;
  return element.checkVisibility?.() ?? element.getClientRects().length > 0;
}
