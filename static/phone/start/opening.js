/** Opening: an invitation, a PIN, a locked app. */

/** @import { App } from './app.js' */

import { digitsOf } from '../answers/digits.js';
import * as vault from '../keep/vault.js';
import { fill } from '../show/fill.js';
import { page } from '../show/pages.js';
import { codeOf, showTrouble } from '../show/trouble.js';
import { claim } from '../travel/claim.js';

const SIX_DIGITS = /^[0-9]{6}$/;
/** The words in a link are worth nothing more after this. */
const DEAD = 'invitation_unusable';

let busy = false;

/**
 * Claim, once, however often the button is pressed.
 * @param {App} app
 */
export function openInvitation(app) {
  const words = app.link || input('words').value;
  const checkNumber = digitsOf(input('check-number').value);
  const isEmpty = !input('check-number').value.trim();
  if (!words.trim()) return showTrouble(page('open'), 'needs-words');
  if (!isEmpty && !SIX_DIGITS.test(checkNumber))
    return showTrouble(page('open'), 'check-number-shape');
  return oneAtATime(page('open'), () => claimed(app, words, checkNumber));
}

/**
 * @param {App} app
 * @param {string} words
 * @param {string} checkNumber
 */
async function claimed(app, words, checkNumber) {
  const asking = page('open');
  showTrouble(asking);
  try {
    await claim(words, checkNumber);
  } catch (wrong) {
    if (codeOf(wrong) === DEAD) app.expect(app.link === words ? '' : app.link);
    fill(asking, { tries: /** @type {any} */ (wrong).triesLeft });
    return showTrouble(asking, codeOf(wrong));
  }
  for (const name of ['words', 'check-number']) input(name).value = '';
  await app.opened(words);
}

/**
 * @param {App} app
 * @param {HTMLFormElement} form
 */
export function setPin(app, form) {
  return oneAtATime(form, async () => {
    const [pin, again] = ['new-pin', 'new-pin-again'].map((name) => digitsOf(input(name).value));
    if (!SIX_DIGITS.test(pin) || pin !== again) return showTrouble(form, 'pin-shape');
    try {
      await vault.setPin(pin);
    } catch {
      return showTrouble(form, 'pin-unsaved');
    }
    form.reset();
    app.arrive('home');
  });
}

/**
 * @param {App} app
 * @param {HTMLFormElement} form
 */
export function unlock(app, form) {
  return oneAtATime(form, async () => {
    try {
      await vault.unlock(digitsOf(input('pin').value));
    } catch (wrong) {
      return showTrouble(form, codeOf(wrong));
    }
    form.reset();
    await app.inside();
  });
}

/**
 * @param {HTMLElement} shown what says that it takes a moment
 * @param {() => Promise<unknown>} work
 */
async function oneAtATime(shown, work) {
  if (busy) return;
  busy = true;
  fill(shown, { busy });
  try {
    await work();
  } finally {
    busy = false;
    fill(shown, { busy });
  }
}

/** @param {string} id */
function input(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}
