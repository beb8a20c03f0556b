/** Opening: an invitation, a PIN, a locked app. */

/** @import { App } from './app.js' */

import { book } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { fill } from '../show/fill.js';
import { page, replace } from '../show/pages.js';
import { codeOf, showTrouble } from '../show/trouble.js';
import { claim } from '../travel/claim.js';

const PIN = /^\d{6}$/;

/** @param {App} app */
export async function openInvitation(app) {
  const asking = page('open');
  const words = app.link || input('words').value;
  if (!words.trim()) return showTrouble(asking, 'needs-words');
  showTrouble(asking);
  fill(asking, { busy: true });
  try {
    await claim(words, input('check-number').value.replace(/\D/g, ''));
  } catch (wrong) {
    fill(asking, { tries: /** @type {any} */ (wrong).triesLeft });
    return showTrouble(asking, codeOf(wrong));
  } finally {
    fill(asking, { busy: false });
  }
  await opened(app);
}

/** @param {App} app */
async function opened(app) {
  app.link = '';
  for (const name of ['words', 'check-number']) input(name).value = '';
  const { now, spaces } = await book();
  await app.use(now);
  const first = spaces.length === 1 && (await vault.state()) === 'open';
  replace(first ? 'pin' : 'home');
}

/** @param {HTMLFormElement} form */
export async function setPin(form) {
  const [pin, again] = ['new-pin', 'new-pin-again'].map((name) => input(name).value);
  if (!PIN.test(pin) || pin !== again) return showTrouble(form, 'pin-shape');
  try {
    await vault.setPin(pin);
  } catch {
    return showTrouble(form, 'pin-unsaved');
  }
  form.reset();
  replace('home');
}

/**
 * @param {App} app
 * @param {HTMLFormElement} form
 */
export async function unlock(app, form) {
  try {
    await vault.unlock(input('pin').value);
  } catch {
    return showTrouble(form, 'wrong-pin');
  }
  form.reset();
  await app.inside();
}

/** @param {string} id */
function input(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}
