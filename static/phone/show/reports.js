/** Reports to read: the list, and the one that is open. */

import { showReport } from '../reading/reading.js';
import { showTalks } from '../reading/report.js';
import { fill, template } from './fill.js';
import { page } from './pages.js';
import { readingOf, showReadings } from './readings.js';

/** @typedef {{list?: any, said?: any}} Known what a space knows of its reports */

/** @type {any[]} */
let all = [];
/** The one that is open: its id. */
let open = '';

/**
 * How many there are, and how many of them nobody has said that they have read.
 * @param {Known} known
 */
export function countReports({ list, said = {} }) {
  const reports = list?.reports ?? [];
  const isUnread = (/** @type {any} */ { id }) => !readingOf(said, 'report', id);
  return { reports: reports.length, unread: reports.filter(isUnread).length };
}

/**
 * Bring the list up to date, and what stands around the one that is open; its text stays as it is,
 * so that nobody loses their place.
 * @param {Known} known
 */
export function showReports({ list, said = {} }) {
  all = list?.reports ?? [];
  const lines = all.map((report) => lineOf(report, readingOf(said, 'report', report.id)));
  page('reports')
    .querySelector('[data-list="reports"]')
    ?.replaceChildren(...lines);
  fill(page('reports'), { no_reports: !all.length });
  const report = all.find(({ id }) => id === open);
  const article = page('report').querySelector('article');
  if (article && report) showTalks(article, report);
  if (!report) showReport(undefined);
  fill(page('report'), { report_gone: !report, ...(!report && { report_coming: false }) });
  showReadings(said, { report: open });
}

/**
 * Open one: with no text yet, that is said in its place.
 * @param {string} id
 * @param {any} body its own message, if it is here
 * @param {any} said
 */
export function turnToReport(id, body, said) {
  open = id;
  const report = all.find((one) => one.id === id);
  showReport(report && body && { ...report, text: body.text, pdf: body.pdf });
  fill(page('report'), { report_gone: !report, report_coming: report && !body });
  showReadings(said, { report: id });
}

/** The id of the one that is open. */
export function openReport() {
  return open;
}

/**
 * @param {any} report
 * @param {any} reading
 */
function lineOf(report, reading) {
  const line = fill(template('report-line'), { ...report, unread: !reading, read: reading });
  const button = /** @type {HTMLElement} */ (line.querySelector('button'));
  button.dataset.report = report.id;
  return line;
}
