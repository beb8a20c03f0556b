/** Opening a report, saying that something was read, keeping a report as a file. */

/** @import { App } from './app.js' */

import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { fill } from '../show/fill.js';
import { go, page, shownPage } from '../show/pages.js';
import { openReport, turnToReport } from '../show/reports.js';
import { sayRead } from '../travel/readings.js';
import { onItsWay } from './answering.js';

const FILE = 'report.pdf';
/** Milliseconds after which every browser has taken the file. */
const LONG_ENOUGH = 60_000;

/**
 * @param {App} app
 * @param {HTMLElement} pressed
 */
export async function readReport(app, pressed) {
  const id = pressed.dataset.report ?? '';
  const body = await vault.read(entry(app.space, `report/${id}`));
  const said = (await vault.read(entry(app.space, 'said'))) ?? {};
  if (shownPage() !== page('reports')) return;
  turnToReport(id, body, said);
  go('report');
}

/**
 * @param {App} app
 * @param {HTMLElement} pressed
 */
export async function haveRead(app, pressed) {
  const place = /** @type {HTMLElement} */ (pressed.closest('[data-have-read]'));
  const { haveRead: item = '', which = '' } = place.dataset;
  try {
    await sayRead(app.space, item, which);
    await onItsWay(app);
  } catch {
    fill(place, { unread_trouble: true });
  }
}

/**
 * The pages as they look on paper, under a name that says little.
 * @param {App} app
 */
export async function savePdf(app) {
  const { pdf } = (await vault.read(entry(app.space, `report/${openReport()}`))) ?? {};
  if (!pdf) return;
  const bytes = Uint8Array.from(atob(pdf), (sign) => sign.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  link.download = FILE;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LONG_ENOUGH);
}
