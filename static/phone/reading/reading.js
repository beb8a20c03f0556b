/** What a reader may read, from one publication: used by the phone and by the record's preview. */

import { happenedPage } from './happened.js';
import { letterPage } from './letter.js';
import { planPage } from './plan.js';
import { reportPage } from './report.js';

/** @param {any} publication */
export function showReading(publication) {
  put('letter', publication?.letter && letterPage(publication.letter));
  put('plan', publication?.plan && planPage(publication.plan));
  put('happened', publication?.happened?.length && happenedPage(publication.happened));
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
