/**
 * A photo that somebody went out of the page for. It is noted, sealed, before the camera opens, and
 * the note goes when the photo is kept or nothing was chosen. Where it is still there when the notes
 * are next opened, the page was shut meanwhile, by us or by a phone that needed its memory for the
 * camera: what was taken has come to nobody, and that is said where it can be taken again.
 */

/** @import { App } from './app.js' */

import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { template } from '../show/fill.js';
import { go, page } from '../show/pages.js';
import { expectBack } from './leaving.js';

const LOST = '[data-lost-photo]';

/**
 * The camera or the gallery is about to open.
 * @param {number} space
 * @param {string} question
 */
export function awaitPhoto(space, question) {
  expectBack();
  return note(space, { question });
}

/**
 * It is kept, or there is none to keep.
 * @param {number} space
 */
export function photoCame(space) {
  return note(space, undefined);
}

/** @param {number} space */
export async function sayLostPhoto(space) {
  document.querySelector(LOST)?.remove();
  const awaited = await vault.read(entry(space, 'awaited'));
  if (!awaited) return;
  const said = template('lost-photo');
  const again = /** @type {HTMLElement} */ (said.querySelector('[data-act="take-again"]'));
  again.dataset.question = awaited.question;
  page('home').querySelector('.three')?.before(said);
}

/**
 * @param {App} app
 * @param {HTMLElement} pressed
 */
export async function takeAgain(app, pressed) {
  await lostPhotoKnown(app);
  go(`q-${pressed.dataset.question}`);
}

/** @param {App} app */
export async function lostPhotoKnown({ space }) {
  document.querySelector(LOST)?.remove();
  await photoCame(space);
}

/**
 * A phone that will not keep the note loses no photo by it.
 * @param {number} space
 * @param {{question: string} | undefined} awaited
 */
function note(space, awaited) {
  return vault.change(async () => ({ [entry(space, 'awaited')]: awaited })).catch(() => undefined);
}
