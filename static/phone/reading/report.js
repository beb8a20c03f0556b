/** A report: who wrote it, who talked it through, and its text, which is only ever text. */

import { fill, template } from '../show/fill.js';

const POLICE = 'police';

/** @param {any} report as the list tells of it, with its `text`, and its `pdf` where it came along */
export function reportPage(report) {
  const page = fill(template('report'), { ...report, pdf: Boolean(report.pdf) });
  page.querySelector('[data-text]')?.replaceChildren(...report.text.map(paragraphOf));
  showTalks(page, report);
  return page;
}

/**
 * Who talked it through; the police need not (L-07), so of theirs nothing is missing.
 * @param {HTMLElement} page
 * @param {any} report
 */
export function showTalks(page, { talked, role }) {
  const talks = talked.map((/** @type {any} */ talk) => fill(template('talk'), talk));
  page.querySelector('[data-talked]')?.replaceChildren(...talks);
  const card = /** @type {HTMLElement} */ (page.querySelector('[data-talk]'));
  card.hidden = role === POLICE && !talked.length;
  fill(card, { untalked: !talked.length });
}

/** @param {string} text */
function paragraphOf(text) {
  const paragraph = template('paragraph');
  paragraph.textContent = text;
  return paragraph;
}
