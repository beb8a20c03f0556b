/**
 * Who could look at this phone: chosen at first where the worker asked for it, and changed at any
 * time. Each choice is a lock of the vault.
 */

/** @import { App } from './app.js' */
/** @import { Lock } from '../keep/locks.js' */

import { digitsOf, SIX_DIGITS } from '../answers/digits.js';
import { PAIR, pairForAside } from '../keep/aside.js';
import * as vault from '../keep/vault.js';
import { codeOf, showTrouble } from '../show/trouble.js';
import { entrust, holder, inPlaceOfOld, renew } from '../travel/shares.js';
import { everythingUnsaid } from '../travel/unsaid.js';
import { input, oneAtATime } from './pressing.js';
import { UNTIDY } from './tidying.js';

/**
 * A PIN or none, at the first opening.
 * @param {App} app
 * @param {HTMLFormElement} form
 */
export function setPin(app, form) {
  return oneAtATime(form, () => changeTo(app, form, 'pin', 'new-pin'));
}

/**
 * @param {App} app
 * @param {HTMLFormElement} form
 */
export function chooseGuard(app, form) {
  const kind = new FormData(form).get('guard');
  return oneAtATime(form, () =>
    changeTo(app, form, /** @type {Lock['kind']} */ (kind), 'guard-pin'),
  );
}

/** The notes were opened. What goes wrong here is tried anew at the next opening, and is no trouble. */
export async function renewShare() {
  await renew().catch(() => undefined);
}

/**
 * @param {App} app
 * @param {HTMLFormElement} form
 * @param {Lock['kind']} kind
 * @param {string} typedIn
 */
async function changeTo(app, form, kind, typedIn) {
  const [pin, again] = [typedIn, `${typedIn}-again`].map((id) => digitsOf(input(id).value));
  const isPin = SIX_DIGITS.test(pin) && pin === again;
  if (!kind) return showTrouble(form, 'guard-none');
  if (kind !== 'open' && !isPin) return showTrouble(form, 'pin-shape');
  showTrouble(form);
  try {
    await guard(kind, pin);
  } catch (wrong) {
    return showTrouble(form, codeOf(wrong));
  }
  form.reset();
  await app.guarded();
}

/**
 * Throws `NotSaved`, `NoSignal`, `Refused` or `NoBox`, and then all is as it was.
 * @param {Lock['kind']} kind
 * @param {string} pin
 */
async function guard(kind, pin) {
  if (kind === 'safer') return guardSafer(pin);
  const forgotten = { [UNTIDY]: undefined };
  await vault.relock(kind, { pin }, async () => ({ ...forgotten, ...(await inPlaceOfOld()) }));
}

/**
 * The mailbox has said that it holds the share before the old lock is dropped.
 * @param {string} pin
 */
async function guardSafer(pin) {
  const [at, pair] = await Promise.all([holder(), pairForAside()]);
  let id = '';
  const made = {
    pin,
    aside: pair.public,
    entrust: (/** @type {import('../keep/locks.js').Share} */ share) => {
      id = share.id;
      return entrust(share, at);
    },
  };
  await vault.relock('safer', made, async () => ({
    [PAIR]: pair,
    [UNTIDY]: true,
    ...(await inPlaceOfOld({ ...at, id })),
    ...(await everythingUnsaid()),
  }));
}
