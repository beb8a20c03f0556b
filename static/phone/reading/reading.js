/** What a reader may read, from one publication: used by the phone and by the record's preview. */

import { happenedPage } from './happened.js';
import { letterPage } from './letter.js';
import { planPage } from './plan.js';
import { reportPage } from './report.js';
import { sinceThen } from './since.js';

/**
 * @param {any} publication
 * @param {any} [before] the one that was there before: what is new since then is marked
 * @param {ParentNode} [page] where its places are
 */
export function showReading(publication, before, page = document) {
  const { letter, plan, happened } = publication ?? {};
  const since = publication && sinceThen(publication, before);
  put(page, 'letter', letter && letterPage(letter, since.letter));
  put(page, 'plan', plan && planPage(plan, since));
  put(page, 'happened', happened?.length && happenedPage(happened, since.happened));
}

/**
 * @param {any} report nothing for none
 * @param {ParentNode} [page] where its place is
 */
export function showReport(report, page = document) {
  const place = page.querySelector('[data-report-here]');
  place?.replaceChildren(...(report ? [reportPage(report)] : []));
}

/**
 * @param {ParentNode} page
 * @param {string} name
 * @param {HTMLElement | undefined} part
 */
function put(page, name, part) {
  page.querySelector(`[data-reading="${name}"]`)?.replaceChildren(...(part ? [part] : []));
}
