/**
 * When to try: on load, when the network comes back, on return to the page, when asked by the
 * service worker, and on a timer. One try at a time.
 */

import { entry } from '../keep/spaces.js';
import { change, read } from '../keep/vault.js';
import { collect } from './inbox.js';
import { call, NoSignal, Refused } from './mailbox.js';
import { send } from './outbox.js';

const SOON = 4_000;
const LATER = 15_000;
const UNAUTHORISED = 401;

/** @type {Promise<void> | undefined} */
let running;
let again = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * @param {() => number} space which space is in use; below zero, none
 * @param {() => Promise<boolean>} done shows what changed; true while something is still awaited
 */
export function keepTrying(space, done) {
  const now = () => void tryNow(space, done);
  addEventListener('online', now);
  addEventListener('pageshow', now);
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && now(),
  );
  navigator.serviceWorker?.addEventListener('message', now);
  return now;
}

/**
 * @param {() => number} space
 * @param {() => Promise<boolean>} done
 */
async function tryNow(space, done) {
  if (running) {
    again = true;
    return running;
  }
  running = round(space()).catch(report);
  await running;
  running = undefined;
  const awaited = await done();
  clearTimeout(timer);
  if (again) {
    again = false;
    return tryNow(space, done);
  }
  const wait = awaited ? SOON : LATER;
  if (document.visibilityState === 'visible')
    timer = setTimeout(() => void tryNow(space, done), wait);
}

/** @param {number} space */
async function round(space) {
  if (space < 0) return;
  const me = await read(entry(space, 'me'));
  try {
    await confirmHeld(space, me);
    await send(space, me);
    await collect(space, me);
    if (me.ended) await learn(space, { ended: false });
  } catch (wrong) {
    if (!(wrong instanceof Refused && wrong.status === UNAUTHORISED)) throw wrong;
    await learn(space, { ended: true });
  }
}

/**
 * Tell the mailbox that the invitation's contents are safely here: it deletes them, and the link
 * left in a history is worth nothing.
 * @param {number} space
 * @param {any} me
 */
async function confirmHeld(space, me) {
  if (me.held) return;
  await call('POST', `claims/${me.invitation}/held`, { token: me.token });
  await learn(space, { held: true });
}

/**
 * @param {number} space
 * @param {Record<string, any>} facts
 */
function learn(space, facts) {
  const name = entry(space, 'me');
  return change(async () => ({ [name]: { ...(await read(name)), ...facts } }));
}

/**
 * No signal is nothing to report: everything stays where it is until the next try. Anything else
 * is a defect, and goes where the browser's own reports go.
 * @param {unknown} wrong
 */
function report(wrong) {
  if (!(wrong instanceof NoSignal)) reportError(wrong);
}
