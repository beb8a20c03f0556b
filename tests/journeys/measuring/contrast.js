/** Every text against what it stands on, as the browser computed both. */

import { texts, told } from './seen.js';

const LEAST = 7;

/** @typedef {[number, number, number, number]} Colour red, green, blue to 255, opacity to 1 */

export function contrast() {
  const holders = texts().map(({ parentElement }) => /** @type {Element} */ (parentElement));
  return [...new Set(holders)]
    .map((one) => ({ one, ratio: ratioOf(one) }))
    .filter(({ ratio }) => ratio < LEAST)
    .map(({ one, ratio }) => `${ratio.toFixed(2)} ${told(one)}`);
}

/** @param {Element} one */
function ratioOf(one) {
  const ground = groundOf(one);
  const [a, b] = [lightOf(over(read(getComputedStyle(one).color), ground)), lightOf(ground)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * What it stands on; below everything there is white paper.
 * @param {Element | null} one
 * @returns {Colour}
 */
function groundOf(one) {
  if (!one) return [255, 255, 255, 1];
  const own = read(getComputedStyle(one).backgroundColor);
  return own[3] === 1 ? own : over(own, groundOf(one.parentElement));
}

/** @param {Colour} top @param {Colour} ground @returns {Colour} */
function over(top, ground) {
  const [r, g, b] = [0, 1, 2].map((at) => top[at] * top[3] + ground[at] * (1 - top[3]));
  return [r, g, b, 1];
}

/** @param {string} css `rgb(…)` or `rgba(…)` @returns {Colour} */
function read(css) {
  const [r, g, b, opacity = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b, opacity];
}

/**
 * WCAG's relative luminance.
 * @param {Colour} colour
 */
function lightOf([r, g, b]) {
  const [red, green, blue] = [r, g, b].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
