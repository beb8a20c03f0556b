/** An answer read back: the lead-in, then the answer as lines, never spliced into a sentence. */

import { template } from '../show/fill.js';
import { labelOf, question } from './controls.js';

/** @typedef {{lead_in: string, lines: string[], audience: string}} Told */

/**
 * @param {string} questionId
 * @param {Record<string, any>} value
 * @param {string} audience
 * @returns {Told}
 */
export function tell(questionId, value, audience) {
  const page = question(questionId);
  const leadIn = page?.querySelector('[data-lead-in]')?.textContent ?? questionId;
  const lines = Object.entries(value).flatMap(([part, content]) =>
    linesOf(questionId, part, content),
  );
  return {
    lead_in: leadIn,
    lines,
    audience: labelOf(questionId, 'audience', audience) ?? audience,
  };
}

/**
 * @param {string} questionId
 * @param {string} part
 * @param {any} content
 * @returns {string[]}
 */
function linesOf(questionId, part, content) {
  if (isAttached(content)) return [lineOf(part, content)];
  const items = Array.isArray(content) ? content : [content];
  return items.map((item) => labelOf(questionId, part, String(item)) ?? String(item));
}

/**
 * @param {any} content
 * @returns {boolean}
 */
function isAttached(content) {
  return content instanceof Object && !Array.isArray(content);
}

/**
 * What is attached, in words: they stand in the page, with the numbers' names where these belong.
 * @param {string} part
 * @param {any} about
 */
function lineOf(part, { seconds = 0 }) {
  /** @type {Record<string, number>} */
  const numbers = { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
  const line = document.querySelector(`template[data-template="line-${part}"]`);
  const words = line ? (template(`line-${part}`).textContent ?? '') : part;
  return words.replace(/\{(\w+)\}/g, (_, name) => String(numbers[name]));
}
