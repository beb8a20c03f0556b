/**
 * A copy of all my words, to read, to print or to keep as a file. The file is made from what is
 * kept, and not from the page: a browser that translates it has rewritten that.
 */

import { answers } from '../answers/shown.js';
import { tell } from '../answers/tell.js';
import { saveFile } from './file.js';
import { fill, fillLines, template } from './fill.js';
import { page } from './pages.js';

/** What was sent, as it was last drawn. @type {any[]} */
let sent = [];

/** @param {any[]} points */
export function rememberForCopy(points) {
  sent = points;
}

export function showCopy() {
  page('copy')
    .querySelector('[data-list="copy"]')
    ?.replaceChildren(...all().map(copied));
}

/** As a text under a name that says nothing. */
export function saveCopy() {
  const text = all().map(copied).map(textOf).join('\n\n');
  saveFile(`${text}\n`, 'text/plain', 'txt');
}

/** What is not sent yet, then what was sent. */
function all() {
  const drafted = [...answers()].map(([question, one]) => ({ question, ...one, unsent: true }));
  return [...drafted, ...sent];
}

/**
 * What it says, a line for each part; what is hidden of it is not the case.
 * @param {HTMLElement} item that stands in no page yet
 */
function textOf(item) {
  for (const one of item.querySelectorAll('[hidden]')) one.remove();
  const lines = [...item.querySelectorAll('h2, p, li')].map((one) => one.textContent?.trim());
  return lines.filter(Boolean).join('\n');
}

/** @param {any} one */
function copied({ events = [], unsent = false, gone = false, ...one }) {
  const data = tell(one);
  const [first] = events;
  const item = fill(template('copied'), { ...data, unsent, gone, on: first?.on ?? '' });
  fillLines(item, data.lines);
  return item;
}
