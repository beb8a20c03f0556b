/** What a thumb must hit: 48 px each way, apart from one another, and not under anything. */

import { layer, seen, told, usable } from './seen.js';

const LEAST = 48;
const INSET = 4;

/** Anything that is smaller than a thumb. A link in running text may be (WCAG 2.5.8). */
export function targets() {
  const small = usable().filter((one) => {
    const { width, height } = area(one);
    return !isInRunningText(one) && (width < LEAST - 0.5 || height < LEAST - 0.5);
  });
  return small.map((one) => `${size(area(one))} ${told(one)}`);
}

/** Two that share ground, in one layer. */
export function touching() {
  const all = usable().map((one) => ({ one, area: area(one), layer: layer(one) }));
  const pairs = all.flatMap((first, at) => all.slice(at + 1).map((second) => [first, second]));
  const wrong = pairs.filter(([a, b]) => a.layer === b.layer && share(a.area, b.area));
  return wrong.map(([a, b]) => `${told(a.one)} on ${told(b.one)}`);
}

/** What cannot be seen when a keyboard comes to it (WCAG 2.4.11). */
export function covered() {
  return usable()
    .filter((one) => {
      one.focus();
      return !corners(one).some((point) => isOf(one, document.elementFromPoint(...point)));
    })
    .map(told);
}

/**
 * What can be touched of it: a choice together with its words.
 * @param {HTMLElement} one
 */
function area(one) {
  const own = one.getBoundingClientRect();
  const labels = one.matches('[type=radio], [type=checkbox]') ? labelsOf(one) : [];
  return labels.map((label) => label.getBoundingClientRect()).reduce(union, own);
}

/** @param {HTMLElement} one */
function labelsOf(one) {
  const { labels } = /** @type {HTMLInputElement} */ (one);
  return labels ? [...labels].filter(seen) : [];
}

/** @param {DOMRect} a @param {DOMRect} b */
function union(a, b) {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  const [right, bottom] = [Math.max(a.right, b.right), Math.max(a.bottom, b.bottom)];
  return new DOMRect(left, top, right - left, bottom - top);
}

/** @param {DOMRect} a @param {DOMRect} b */
function share(a, b) {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 1 && down > 1;
}

/** @param {HTMLElement} one @returns {[number, number][]} */
function corners(one) {
  const { left, top, right, bottom } = area(one);
  const across = [left + INSET, (left + right) / 2, right - INSET];
  const down = [top + INSET, (top + bottom) / 2, bottom - INSET];
  return across.flatMap((x) => down.map((y) => /** @type {[number, number]} */ ([x, y])));
}

/** @param {HTMLElement} one @param {Element | null} hit */
function isOf(one, hit) {
  return one.contains(hit) || labelsOf(one).some((label) => label.contains(hit));
}

/** @param {HTMLElement} one */
function isInRunningText(one) {
  const around = one.parentElement?.textContent?.trim() ?? '';
  return one.matches('a') && getComputedStyle(one).display === 'inline' && around !== one.innerText;
}

/** @param {DOMRect} rect */
function size({ width, height }) {
  return `${width.toFixed(0)}×${height.toFixed(0)}`;
}
