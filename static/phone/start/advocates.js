/** Asking for an advocate, choosing what one may read, and saying yes or no to what one wrote. */

/** @import { App } from './app.js' */

import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { chosenFor, partsTicked } from '../show/advocates.js';
import { codeOf, showTrouble } from '../show/trouble.js';
import { run } from '../travel/errands.js';
import { onItsWay } from './answering.js';

const ADVOCATE = { kind: 'ask', what: 'advocate' };

/**
 * One press, and it is on its way, or waits for signal; a second press finds that it was asked.
 * @param {App} app
 * @param {HTMLElement} pressed
 */
export function askForAdvocate(app, pressed) {
  return sent(app, /** @type {HTMLElement} */ (pressed.closest('[data-ask]')), async (waiting) => {
    const { asked = [] } = (await vault.read(entry(app.space, 'asked'))) ?? {};
    const isOpen = asked.some((/** @type {any} */ one) => !one.done_on);
    return isOpen || kinds(waiting).includes('ask') ? undefined : ADVOCATE;
  });
}

/**
 * What this advocate may read from now on: the whole choice, with a number above all before it.
 * @param {App} app
 * @param {HTMLFormElement} form
 */
export function chooseAccess(app, form) {
  const { reader = '' } = form.dataset;
  const parts = partsTicked(reader);
  return sent(app, form, async (errands) => {
    const access = await vault.read(entry(app.space, 'access'));
    const { n } = chosenFor(reader, { access, errands });
    return { kind: 'access', reader, parts, n: n + 1 };
  });
}

/**
 * @param {App} app
 * @param {HTMLElement} pressed
 */
export function approve(app, pressed) {
  const about = /** @type {HTMLElement} */ (pressed.closest('article'));
  const { envelope, about: question } = about.dataset;
  const yes = pressed.dataset.act === 'say-yes';
  return sent(app, about, (waiting) => {
    const before = Object.values(waiting).flatMap(({ answers = [] }) => answers);
    const isSaid = before.some((one) => one.envelope === envelope && one.question === question);
    return isSaid ? undefined : { kind: 'approve', answers: [{ envelope, question, yes }] };
  });
}

/** @param {Record<string, any>} errands */
function kinds(errands) {
  return Object.values(errands).map(({ kind }) => kind);
}

/**
 * @param {App} app
 * @param {HTMLElement} place where it is said if it does not go
 * @param {(waiting: Record<string, any>) => any} make
 */
async function sent(app, place, make) {
  showTrouble(place);
  try {
    const me = await vault.read(entry(app.space, 'me'));
    if (me.ended) return showTrouble(place, 'ended');
    await run(app.space, make);
  } catch (wrong) {
    return showTrouble(place, codeOf(wrong));
  }
  await onItsWay(app);
}
