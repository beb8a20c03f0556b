/** Whether all that is said has room: nothing runs off the side, is cut, or lies on something. */

import { isHidden, layer, seen, texts, told } from './seen.js';

const SLACK = 1;

/** What makes the page, or a part of it, scroll sideways, or stands beyond its side. */
export function sideways() {
  const all = [...document.querySelectorAll('html, body, body *')].filter(
    (one) => seen(one) && !isHidden(one),
  );
  const scrolls = all.filter((one) => hides(one) && one.scrollWidth > one.clientWidth + SLACK);
  const beyond = all.filter((one) => isBeyond(one.getBoundingClientRect()));
  const page = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls'] : [];
  return [...page, ...new Set([...scrolls, ...beyond])].map((one) =>
    typeof one === 'string' ? one : told(one),
  );
}

/** Text that does not fit into what holds it. */
export function cut() {
  const holders = texts().map(({ parentElement }) => /** @type {Element} */ (parentElement));
  return [...new Set(holders)].filter(isCut).map(told);
}

/** Texts that lie on one another. */
export function layered() {
  const lines = texts().flatMap(linesOf);
  const pairs = lines.flatMap((one, at) => lines.slice(at + 1).map((other) => [one, other]));
  const wrong = pairs.filter(([a, b]) => a.text !== b.text && a.layer === b.layer && lie(a, b));
  return wrong.map(([a, b]) => `${a.text.data.trim()} on ${b.text.data.trim()}`);
}

/** @param {Element} one */
function hides(one) {
  return getComputedStyle(one).overflowX !== 'visible';
}

/** @param {Element} one */
function isCut(one) {
  const { overflowX, overflowY } = getComputedStyle(one);
  const across = overflowX !== 'visible' && one.scrollWidth > one.clientWidth + SLACK;
  const down =
    ['hidden', 'clip'].includes(overflowY) && one.scrollHeight > one.clientHeight + SLACK;
  return across || down;
}

/** @param {DOMRect} rect */
function isBeyond({ left, right }) {
  return left < -SLACK || right > innerWidth + SLACK;
}

/** @param {Text} text */
function linesOf(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const own = layer(/** @type {Element} */ (text.parentElement));
  return [...range.getClientRects()].map((rect) => ({ text, rect, layer: own }));
}

/**
 * A line's box is higher than its letters: what counts is the middle half.
 * @param {{rect: DOMRect}} a
 * @param {{rect: DOMRect}} b
 */
function lie({ rect: a }, { rect: b }) {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down =
    Math.min(a.bottom - a.height / 4, b.bottom - b.height / 4) -
    Math.max(a.top + a.height / 4, b.top + b.height / 4);
  return across > SLACK && down > SLACK;
}
