/**
 * Who was asked to come again later does so, and not before: by how long this page has run, never by
 * the phone's clock. What waits stays in the outbox.
 */

/** @import { Refused } from './mailbox.js' */

const TOO_MANY = 429;
const NO_ROOM = 507;
const SECOND = 1000;

/** Until when nothing is asked, and until when nothing is sent, by space. */
const quiet = { asking: new Map(), sending: new Map() };

/**
 * The mailbox said when to come again: a full one still gives what it has.
 * @param {number} space
 * @param {Refused} wrong
 */
export function heed(space, { status, after }) {
  if (!isLater(status)) return;
  const which = status === NO_ROOM ? quiet.sending : quiet.asking;
  which.set(space, performance.now() + after * SECOND);
}

/** @param {number} space */
export function mayAsk(space) {
  return isPast(quiet.asking, space);
}

/** @param {number} space */
export function maySend(space) {
  return mayAsk(space) && isPast(quiet.sending, space);
}

/**
 * Whether an answer says not now, rather than no.
 * @param {number} status
 */
export function isLater(status) {
  return status === TOO_MANY || status >= 500;
}

/**
 * @param {Map<number, number>} which
 * @param {number} space
 */
function isPast(which, space) {
  return performance.now() >= (which.get(space) ?? 0);
}
