/**
 * Sending what waits: in parcels where there is much, one by one where a parcel is refused.
 *
 * An envelope that the mailbox took, or refuses for what it is, is not sent again before the app is
 * next opened; it stays on the phone until the record's receipt (see `outbox.js`).
 */

/** @typedef {import('./outbox.js').Item} Item */
/** @typedef {{id: string, status: number}} Result how the mailbox judged one envelope */
/** @typedef {{results: Result[], later?: Refused}} Judged `later`: there was no room for the rest */

import { entry } from '../keep/spaces.js';
import { change, read } from '../keep/vault.js';
import { framed, parcels } from './frames.js';
import { call, parsed, Refused, whenHistoryChanges } from './mailbox.js';
import { waiting } from './outbox.js';
import { isLater } from './patience.js';

/**
 * What needs no second try before the app is opened again, or the mailbox has begun anew and has
 * lost what it took. @type {Set<string>}
 */
const tried = new Set();
whenHistoryChanges(() => tried.clear());

/** Everything that waits is sent again. */
export function tryAll() {
  tried.clear();
}

/**
 * Send what waits, the smallest first: words get through a signal that is too weak for a recording.
 * One bad item never holds up another. Throws `Refused` where there is no room for more just now:
 * what was not taken stays as it is.
 * @param {number} space
 * @param {any} me
 */
export async function send(space, me) {
  const items = await departing(space);
  for (const parcel of parcels(items)) {
    const { results, later } = await deliver(me, parcel);
    await mark(space, results);
    if (later) throw later;
  }
}

/**
 * What goes now. It is noted before it goes: from then on it cannot be kept from leaving, and
 * taking it back is a message of its own (see `recall.js`).
 * @param {number} space
 */
async function departing(space) {
  const name = entry(space, 'said');
  /** @type {Item[]} */
  let items = [];
  await change(async () => {
    const said = (await read(name)) ?? {};
    items = (await waiting(space)).filter((item) => !tried.has(item.id));
    items.sort((one, other) => one.bytes.length - other.bytes.length);
    const here = items.filter(({ id }) => said[id] && !said[id].left);
    for (const { id } of here) said[id].left = true;
    return here.length ? { [name]: said } : {};
  });
  return items;
}

/**
 * A parcel that is refused as a whole is sent again one by one.
 * @param {any} me
 * @param {Item[]} parcel
 * @returns {Promise<Judged>}
 */
async function deliver(me, parcel) {
  if (parcel.length > 1) {
    try {
      return await deliverTogether(me, parcel);
    } catch (wrong) {
      statusOf(wrong);
    }
  }
  return deliverEach(me, parcel);
}

/**
 * @param {any} me
 * @param {Item[]} parcel
 * @returns {Promise<Judged>}
 */
async function deliverTogether(me, parcel) {
  const bytes = framed(parcel.map((item) => item.bytes));
  const said = await call('POST', `boxes/${me.box}/frames/up`, { token: me.token, bytes });
  /** @type {{results: Result[]}} */
  const { results } = parsed(said);
  const full = results.find(({ status }) => isLater(status));
  return {
    results: results.filter(({ status }) => isItsFault(status)),
    later: full && new Refused(full.status),
  };
}

/**
 * Those that were judged before there was no more room are judged.
 * @param {any} me
 * @param {Item[]} parcel
 * @returns {Promise<Judged>}
 */
async function deliverEach(me, parcel) {
  const results = [];
  for (const { id, bytes } of parcel) {
    try {
      await call('PUT', `boxes/${me.box}/up/${id}`, { token: me.token, bytes });
      results.push({ id, status: 200 });
    } catch (wrong) {
      if (wrong instanceof Refused && isLater(wrong.status)) return { results, later: wrong };
      results.push({ id, status: statusOf(wrong) });
    }
  }
  return { results };
}

/**
 * The status of a refusal that is about what was sent. Anything else is thrown on: no signal, an
 * ended invitation, being asked to wait.
 * @param {unknown} wrong
 */
function statusOf(wrong) {
  if (!(wrong instanceof Refused && isItsFault(wrong.status))) throw wrong;
  return wrong.status;
}

/**
 * @param {number} space
 * @param {Result[]} results
 */
async function mark(space, results) {
  const name = entry(space, 'said');
  await change(async () => {
    const said = (await read(name)) ?? {};
    for (const { id, status } of results.filter((one) => said[one.id]?.at !== 'received')) {
      if (said[id]) said[id].at = status < 300 ? 'mailbox' : 'refused';
    }
    return { [name]: said };
  });
  for (const { id } of results) tried.add(id);
}

/**
 * Whether a refusal is about what was sent: not when it is unauthorised, too slow, one too many, or
 * when the server is not well.
 * @param {number} status
 */
function isItsFault(status) {
  return !isLater(status) && ![401, 408].includes(status);
}
