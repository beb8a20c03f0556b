/** A day from what was read, into the calendar of whoever wants it there. */

/** @import { App } from './app.js' */
/** @typedef {{on: string, at: string}} Day */
/** @typedef {Day & {which: string}} Wanted which day it is: `meeting`, `core_group`, `review` */

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
  const uid = await uidOf(space, day.which);
  saveFile(calendarOf({ ...day, name }, uid, new Date()), 'text/calendar', 'ics');
  fill(page('calendar'), { day_saved: true });
}

/**
 * The same for the same meeting each time, so that a calendar can put a day that moved in the place of the old one.
 * @param {number} space
 * @param {string} which
 */
async function uidOf(space, which) {
  const name = entry(space, 'calendar');
  let uid = '';
  const decide = async () => {
    const known = (await vault.read(name)) ?? {};
    uid = known[which] ?? crypto.randomUUID();
    return { [name]: { ...known, [which]: uid } };
  };
  await vault.change(decide).catch(() => undefined);
  return uid;
}

/**
 * @param {any} plan
 * @param {string} which
 * @returns {Day}
 */
function dayIn(plan, which) {
  return { on: plan?.[`${which}_on`] ?? '', at: plan?.[`${which}_at`] ?? '' };
}
