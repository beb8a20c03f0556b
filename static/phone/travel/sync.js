/**
 * When to try: on load, when the network comes back, on return to the page, when asked by the
 * service worker, and on a timer. One try at a time; every invitation on this phone has its turn,
 * and no part of a turn can keep the next from its own.
 */

import { today } from '../keep/days.js';
import { book, entry } from '../keep/spaces.js';
import { change, isOpen, read, WrongPin } from '../keep/vault.js';
import { withoutAll, withoutOld } from './copies.js';
import { collect, takeUp } from './inbox.js';
import { call, NoSignal, Refused } from './mailbox.js';
import { heed, mayAsk, maySend } from './patience.js';
import { send } from './sending.js';
import { letGoOfOld } from './shares.js';

/** Milliseconds until the next try, while something is awaited and otherwise. */
const SOON = 4_000;
const LATER = 15_000;
const UNAUTHORISED = 401;

/** @type {Promise<void> | undefined} */
let running;
let again = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {() => Promise<boolean>} done shows what changed; true while something is still awaited */
export function keepTrying(done) {
  const now = () => void tryNow(done);
  addEventListener('online', now);
  addEventListener('pageshow', now);
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && now(),
  );
  navigator.serviceWorker?.addEventListener('message', now);
  return now;
}

/** @param {() => Promise<boolean>} done */
async function tryNow(done) {
  if (running) {
    again = true;
    return running;
  }
  running = round().catch((wrong) => void report(wrong));
  await running;
  running = undefined;
  const awaited = await done().catch(report);
  clearTimeout(timer);
  if (again) {
    again = false;
    return tryNow(done);
  }
  const wait = awaited ? SOON : LATER;
  if (document.visibilityState === 'visible') timer = setTimeout(() => void tryNow(done), wait);
}

/** No signal for one is no signal for all; any other trouble of one is its own. */
async function round() {
  if (!isOpen()) return;
  await letGoOfOld();
  const { spaces } = await book();
  for (const space of spaces.keys()) {
    try {
      await takeUp(space);
      await turnOf(space);
    } catch (wrong) {
      if (wrong instanceof NoSignal || wrong instanceof WrongPin) return;
      report(wrong);
    }
  }
}

/**
 * What a turn is, and when each part of it may be.
 * @type {[(space: number, me: any) => Promise<unknown>, (space: number) => boolean][]}
 */
const STEPS = [
  [confirmHeld, mayAsk],
  [collect, mayAsk],
  [send, maySend],
];

/** @param {number} space */
async function turnOf(space) {
  let went = false;
  await change(() => withoutOld(space));
  for (const [step, isTime] of STEPS) {
    if (!isTime(space)) continue;
    const refused = await refusal(step, space);
    if (refused?.status === UNAUTHORISED) return ended(space);
    if (refused) heed(space, refused);
    went ||= !refused;
  }
  if (went) await learn(space, { ended: false });
}

/**
 * Take one step; gives the mailbox's refusal, where there was one.
 * @param {(space: number, me: any) => Promise<unknown>} step
 * @param {number} space
 */
async function refusal(step, space) {
  try {
    await step(space, await read(entry(space, 'me')));
    return undefined;
  } catch (wrong) {
    if (!(wrong instanceof Refused)) throw wrong;
    return wrong;
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
 * The invitation was taken back: what a young person shared with this phone goes with it.
 * @param {number} space
 */
async function ended(space) {
  await change(() => copiesAfterEnd(space));
  await learn(space, { ended: true });
  const name = entry(space, 'shared');
  if (await read(name)) await change(async () => ({ [name]: undefined }));
}

/**
 * The copies go when it still holds on another day: a mailbox that was restored may say it for a
 * moment of phones that it has forgotten.
 * @param {number} space
 */
async function copiesAfterEnd(space) {
  const name = entry(space, 'me');
  const me = await read(name);
  if (!me.ended) return { [name]: { ...me, ended_on: today() } };
  return me.ended_on === today() ? {} : withoutAll(space);
}

/**
 * @param {number} space
 * @param {Record<string, boolean>} facts
 */
function learn(space, facts) {
  const name = entry(space, 'me');
  return change(async () => {
    const me = await read(name);
    const isNews = Object.entries(facts).some(([fact, now]) => Boolean(me[fact]) !== now);
    return isNews ? { [name]: { ...me, ...facts } } : {};
  });
}

/**
 * No signal is nothing to report, nor is it that the notes were shut meanwhile: everything stays
 * where it is until the next try. Anything else is a defect, and goes where the browser's own reports go.
 * @param {unknown} wrong
 */
function report(wrong) {
  const isOrdinary = wrong instanceof NoSignal || wrong instanceof WrongPin || !isOpen();
  if (!isOrdinary) reportError(wrong);
  return false;
}
