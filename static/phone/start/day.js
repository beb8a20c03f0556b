/** A day from what was read, into the calendar of whoever wants it there. */

/** @import { App } from './app.js' */
/** @typedef {{on: string, at: string}} Day */

import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { calendarOf } from '../reading/calendar.js';
import { saveFile } from '../show/file.js';
import { fill } from '../show/fill.js';
import { go, page } from '../show/pages.js';

/**
 * Ask what it is to be called there.
 * @param {App} app
 * @param {HTMLElement} pressed
 */
export async function askForName(app, { dataset: { which = '' } }) {
  const [me, publication] = await Promise.all(
    ['me', 'publication'].map((part) => vault.read(entry(app.space, part))),
  );
  app.day = which === 'meeting' ? me.meeting : dayIn(publication?.plan, which);
  fill(page('calendar'), { on: app.day?.on, at: app.day?.at, day_saved: false });
  page('calendar').querySelector('form')?.reset();
  go('calendar');
}

/**
 * @param {App} app
 * @param {HTMLFormElement} form
 */
export function saveDay({ day }, form) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem('calendar-name'));
  const name = input.value.trim() || input.defaultValue;
  if (!day) return;
  saveFile(calendarOf({ ...day, name }, crypto.randomUUID(), new Date()), 'text/calendar', 'ics');
  fill(page('calendar'), { day_saved: true });
}

/**
 * @param {any} plan
 * @param {string} which
 * @returns {Day}
 */
function dayIn(plan, which) {
  return { on: plan?.[`${which}_on`] ?? '', at: plan?.[`${which}_at`] ?? '' };
}
