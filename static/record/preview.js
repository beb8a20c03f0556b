/** Shows staff exactly what a reader will see, with the phone's own code. */

import { showReading, showReport } from '../phone/reading/reading.js';

const bundle = document.getElementById('bundle');
const words = JSON.parse(bundle?.textContent ?? 'null');
const sections = document.querySelectorAll('[data-seen]');

if (words?.all) for (const [at, one] of words.all.entries()) show(one, sections[at]);
else show(words, document);

/**
 * @param {any} one a publication, or a report
 * @param {ParentNode} place
 */
function show(one, place) {
  if (one?.report) showReport(one.report, place);
  else showReading(one, undefined, place);
}
