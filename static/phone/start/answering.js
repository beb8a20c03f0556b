/** Going through the questions, and sending what was said. */

/** @import { App } from './app.js' */

import { emptyPages } from '../answers/draft.js';
import { answers } from '../answers/shown.js';
import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { beside, clear, firstOf } from '../show/asking.js';
import { go, page, replace, shownPage } from '../show/pages.js';
import { codeOf, showTrouble } from '../show/trouble.js';
import { post } from '../travel/outbox.js';
import { wakeWithSignal } from './offline.js';

/**
 * Into a section; the first time, by way of what is private and what is not.
 * @param {App} app
 * @param {string} section
 */
export async function enterSection(app, section) {
  app.section = section;
  const { started } = await vault.read(entry(app.space, 'me'));
  go(started ? (firstOf(section) ?? 'home') : 'limits');
}

/** @param {App} app */
export async function begin(app) {
  const name = entry(app.space, 'me');
  await vault
    .change(async () => ({ [name]: { ...(await vault.read(name)), started: true } }))
    .catch(() => undefined);
  replace(firstOf(app.section) ?? 'home');
}

/** @param {number} steps on (1) or back (-1) among the questions that are shown */
export function step(steps) {
  const asked = /** @type {HTMLElement} */ (shownPage());
  go(beside(asked, steps) ?? (steps > 0 ? 'review' : 'home'));
}

/** @param {App} app */
export function clearAnswer(app) {
  clear(shownPage()?.dataset.question ?? '');
  app.changed();
}

/**
 * Seal everything that was said and keep it to be sent. If that fails, all is as it was.
 * @param {App} app
 */
export async function send(app) {
  const { form } = await vault.read(entry(app.space, 'me'));
  showTrouble(page('review'));
  try {
    await post(app.space, answers(), aboutForm(form), emptyPages);
  } catch (wrong) {
    return showTrouble(page('review'), codeOf(wrong));
  }
  await app.refreshed();
  replace('sent');
  wakeWithSignal();
  app.trySync();
}

/** @param {string} form */
function aboutForm(form) {
  const questions = /** @type {HTMLElement} */ (document.querySelector('[data-questions]'));
  const language = document.documentElement.dataset.language ?? '';
  return { form, version: questions.dataset.version ?? '', language };
}
