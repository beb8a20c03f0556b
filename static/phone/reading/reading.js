/** What a reader may read, from one publication: used by the phone and by the record's preview. */

import { happenedPage } from './happened.js';
import { letterPage } from './letter.js';
import { planPage } from './plan.js';
import { reportPage } from './report.js';
import { sinceThen } from './since.js';

/**
 * @param {any} publication
 * @param {any} [before] the one that was there before: what is new since then is marked
 */
export function showReading(publication, before) {
  const { letter, plan, happened } = publication ?? {};
  const since = publication && sinceThen(publication, before);
  put('letter', letter && letterPage(letter, since.letter));
  put('plan', plan && planPage(plan, since));
  put('happened', happened?.length && happenedPage(happened, since.happened));
}

/** @param {any} report nothing for none */
export function showReport(report) {
  const place = document.querySelector('[data-report-here]');
  place?.replaceChildren(...(report ? [reportPage(report)] : []));
}

/**
 * @param {string} name
 * @param {HTMLElement | undefined} page
 */
function put(name, page) {
  document.querySelector(`[data-reading="${name}"]`)?.replaceChildren(...(page ? [page] : []));
}
