/** An answer read back: the lead-in, then the answer as lines, never spliced into a sentence. */

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
  const items = Array.isArray(content) ? content : [content];
  return items.map((item) => labelOf(questionId, part, String(item)) ?? String(item));
}
