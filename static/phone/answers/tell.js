/**
 * An answer read back: the lead-in, which thing it is about, then the answer as lines, never spliced
 * into a sentence.
 */

import { template } from '../show/fill.js';
import { labelOf, leadInOf } from './controls.js';

/**
 * @typedef {{question: string, value?: Record<string, any>, audience?: string, about?: string}} One
 * @typedef {{lead_in: string, about: string, lines: string[], audience: string}} Told
 */

/**
 * @param {One} one
 * @returns {Told}
 */
export function tell({ question: id, value = {}, audience = '', about = '' }) {
  return {
    lead_in: leadInOf(id) ?? id,
    about,
    lines: Object.entries(value).flatMap(([part, content]) => linesOf(id, part, content)),
    audience: labelOf(id, 'audience', audience) ?? audience,
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
