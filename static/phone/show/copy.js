/** A copy of all my words, to read, to print or to keep as a file. */

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

/** What is not sent yet, then what was sent. */
export function showCopy() {
  const drafted = [...answers()].map(([question, one]) => ({ question, ...one, unsent: true }));
  const list = page('copy').querySelector('[data-list="copy"]');
  list?.replaceChildren(...[...drafted, ...sent].map(copied));
}

/** As a text under a name that says nothing. */
export function saveCopy() {
  const copy = /** @type {HTMLElement} */ (page('copy').querySelector('[data-list="copy"]'));
  saveFile(copy.innerText, 'text/plain', 'txt');
}

/** @param {any} one */
function copied({ events = [], unsent = false, gone = false, ...one }) {
  const data = tell(one);
  const [first] = events;
  const item = fill(template('copied'), { ...data, unsent, gone, on: first?.on ?? '' });
  fillLines(item, data.lines);
  return item;
}
