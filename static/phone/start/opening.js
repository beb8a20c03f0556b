/** Opening: an invitation, a locked app. */

/** @import { App } from './app.js' */

import { digitsOf, SIX_DIGITS } from '../answers/digits.js';
import * as vault from '../keep/vault.js';
import { fill } from '../show/fill.js';
import { page } from '../show/pages.js';
import { codeOf, showTrouble } from '../show/trouble.js';
import { claim } from '../travel/claim.js';
import { askFor } from '../travel/shares.js';
import { input, oneAtATime } from './pressing.js';

/** The words in a link are worth nothing more after this. */
const DEAD = 'invitation_unusable';
/** The mailbox's half of the key is not to be had just now. */
const NOT_NOW = ['no_signal', 'later'];
/** The mailbox's half of the key is gone for good. */
const GONE = 'share_unusable';

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
export function unlock(app, form) {
  return oneAtATime(form, async () => {
    showTrouble(form);
    try {
      await vault.unlock({ pin: digitsOf(input('pin').value), ask: askFor });
    } catch (wrong) {
      return notOpened(app, form, wrong);
    }
    form.reset();
    await app.inside();
    app.more?.renewShare();
  });
}

/**
 * @param {App} app
 * @param {HTMLFormElement} form
 * @param {any} wrong
 */
function notOpened(app, form, wrong) {
  const code = codeOf(wrong);
  if (code === GONE || wrong.triesLeft === 0) return app.stopAt('gone');
  fill(form, { tries: wrong.triesLeft, can_write: NOT_NOW.includes(code) });
  showTrouble(form, code);
}
