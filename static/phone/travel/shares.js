/**
 * Half of this phone's key, where somebody could look at it, lies at the mailbox: entrusted in the
 * box of one of the invitations, asked for with the PIN, let go of when another has taken its place.
 *
 * Entries: `share` (the one in use, and whose box holds it), `let-go` (those that are to go).
 */

/** @import { Share } from '../keep/locks.js' */
/** @import { Bytes } from '../../envelope/shape.js' */
/** @typedef {{box: string, token: string}} Holder */

import { toHex } from '../../envelope/hex.js';
import { book, entry } from '../keep/spaces.js';
import { change, read, renewLock } from '../keep/vault.js';
import { call, Refused } from './mailbox.js';

/** No invitation on this phone has a box any more. */
export class NoBox extends Error {
  code = 'ended';
}

/** The box that is to hold the share: of the invitation in use, or of another. Throws `NoBox`. */
export async function holder() {
  const { now, spaces } = await book();
  const order = [now, ...spaces.keys()];
  for (const space of order) {
    const me = await read(entry(space, 'me'));
    if (me && !me.ended) return { box: me.box, token: me.token };
  }
  throw new NoBox();
}

/**
 * Resolves once the mailbox holds it. What it holds for the lock that is still on this phone stays.
 * @param {Share} share
 * @param {Holder} at
 */
export async function entrust({ id, share, proof }, { box, token }) {
  const hashed = new Uint8Array(await crypto.subtle.digest('SHA-256', proof));
  const before = await read('share');
  const json = {
    share: toHex(share),
    proof_sha256: toHex(hashed),
    keeps: before?.id ?? null,
  };
  return call('PUT', `boxes/${box}/share/${id}`, { token, json });
}

/**
 * @param {string} id
 * @param {Bytes} proof
 */
export function askFor(id, proof) {
  return call('POST', `shares/${id}/open`, { json: { proof: toHex(proof) } });
}

/**
 * As changes to be written with a new lock: the share that it needs, and that the old one may go.
 * @param {Holder & {id: string}} [share]
 */
export async function inPlaceOfOld(share) {
  const [before, going = []] = await Promise.all([read('share'), read('let-go')]);
  return { share, 'let-go': before ? [...going, before] : undefined };
}

/** The share in use is needed no more: said once, without waiting for an answer. */
export async function letGoNow() {
  const share = await read('share').catch(() => undefined);
  if (share) removed(share).catch(() => undefined);
}

/**
 * The PIN was right: a new share takes the place of the one that was given for it, and wrong PINs are
 * counted anew. Until the lock is written the mailbox gives the old one, so whatever breaks off in
 * between leaves all as it was. Throws `NoSignal`, `Refused` or `NotSaved`.
 */
export async function renew() {
  /** @type {Holder & {id: string}} */
  const { box, token } = (await read('share')) ?? {};
  if (!box) return;
  let id = '';
  const entrusted = (/** @type {Share} */ share) => {
    id = share.id;
    return entrust(share, { box, token });
  };
  await renewLock(entrusted, () => inPlaceOfOld({ box, token, id }));
  await letGoOfOld();
}

/** Tell the mailbox which shares are needed no more. Throws `NoSignal`. */
export async function letGoOfOld() {
  const going = (await read('let-go')) ?? [];
  for (const share of going) await removed(share).catch(unlessRefused);
  if (going.length) await change(() => stillGoing(going));
}

/**
 * Meanwhile another may have been added.
 * @param {{id: string}[]} gone
 */
async function stillGoing(gone) {
  /** @type {{id: string}[]} */
  const going = (await read('let-go')) ?? [];
  const left = going.filter(({ id }) => !gone.some((one) => one.id === id));
  return { 'let-go': left.length ? left : undefined };
}

/** @param {Holder & {id: string}} share */
function removed({ box, token, id }) {
  return call('DELETE', `boxes/${box}/share/${id}`, { token });
}

/**
 * A box that is gone has taken its share with it.
 * @param {unknown} wrong
 */
function unlessRefused(wrong) {
  if (!(wrong instanceof Refused)) throw wrong;
}
