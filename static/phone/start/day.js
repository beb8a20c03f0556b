/** A day from what was read, into the calendar of whoever wants it there. */

/** @import { App } from './app.js' */
/** @typedef {{on: string, at: string}} Day */
/** @typedef {Day & {which: string}} Wanted which day it is: `meeting`, `core_group`, `review` */

import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { calendarOf, versionOf } from '../reading/calendar.js';
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
  const { on, at } = which === 'meeting' ? me.meeting : dayIn(publication?.plan, which);
  app.day = { on, at, which };
  fill(page('calendar'), { on, at, day_saved: false });
  page('calendar').querySelector('form')?.reset();
  go('calendar');
}

/**
 * @param {App} app
 * @param {HTMLFormElement} form
 */
export async function saveDay({ day, space }, form) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem('calendar-name'));
  const name = input.value.trim() || input.defaultValue;
  if (!day) return;
  const version = await keptVersion(space, day);
  saveFile(calendarOf({ ...day, name }, version, new Date()), 'text/calendar', 'ics');
  fill(page('calendar'), { day_saved: true });
}

/**
 * Remembered for each day that there is, so that a calendar can put one that moved in the place of the old one.
 * @param {number} space
 * @param {Wanted} day
 */
async function keptVersion(space, day) {
  const name = entry(space, 'calendar');
  let version = versionOf(undefined, day, () => crypto.randomUUID());
  const decide = async () => {
    const known = (await vault.read(name)) ?? {};
    version = versionOf(known[day.which], day, () => version.uid);
    return { [name]: { ...known, [day.which]: version } };
  };
  await vault.change(decide).catch(() => undefined);
  return version;
}

/**
 * @param {any} plan
 * @param {string} which
 * @returns {Day}
 */
function dayIn(plan, which) {
  return { on: plan?.[`${which}_on`] ?? '', at: plan?.[`${which}_at`] ?? '' };
}
