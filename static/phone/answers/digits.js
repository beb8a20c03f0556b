/** Digits as people type them, in any script, as the digits that our numbers are made of. */

const DIGIT = /\p{Nd}/u;
/** A PIN, and a check number. */
export const SIX_DIGITS = /^[0-9]{6}$/;

/**
 * What is no digit is left out.
 * @param {string} text
 */
export function digitsOf(text) {
  return [...text]
    .filter((sign) => DIGIT.test(sign))
    .map(asAscii)
    .join('');
}

/**
 * Every script has its ten digits in a row: a digit's value is how many stand before it.
 * @param {string} sign
 */
function asAscii(sign) {
  const at = /** @type {number} */ (sign.codePointAt(0));
  let before = 0;
  while (DIGIT.test(String.fromCodePoint(at - before - 1))) before += 1;
  return before % 10;
}
