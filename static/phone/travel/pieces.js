/**
 * Recordings and pictures travel in pieces, each an envelope of its own, so that a long one gets
 * through a weak signal bit by bit. The answer names the whole by its SHA-256.
 *
 * What was recorded can be heard here until the record has receipted every piece of it; then it is
 * deleted from this phone.
 */

/** @import { Bytes } from '../../envelope/shape.js' */
/** @import { Sendings } from '../keep/blobs.js' */
/** @typedef {{space: number, me: any, sending: Sendings, changes: Record<string, any>}} Desk */

import { toHex } from '../../envelope/hex.js';
import { blob, deletedBlob, sendings } from '../keep/blobs.js';
import { entry } from '../keep/spaces.js';
import { sealed } from './sealed.js';

/** Bytes of one piece: written as base64, with its name, it fills an envelope of 256 KiB. */
const PIECE = 195_000;
/** Seconds of the longest recording. */
const LONGEST = 300;

/**
 * The answers as they travel, and the changes that keep to be sent what is attached to them.
 * @param {number} space
 * @param {any} me
 * @param {any[]} answers
 */
export async function attached(space, me, answers) {
  const desk = { space, me, sending: await sendings(space), changes: {} };
  const sent = [];
  for (const answer of answers) {
    const value = await valueToSend(desk, answer.value);
    if (Object.keys(value).length || answer.taken_back) sent.push({ ...answer, value });
  }
  return { sent, changes: { ...desk.changes, [entry(space, 'pieces')]: desk.sending } };
}

/**
 * What the receipts of these envelopes change: nothing is kept here that has arrived whole.
 * @param {number} space
 * @param {string[]} received
 */
export async function arrived(space, received) {
  const sending = await sendings(space);
  /** @type {Record<string, any>} */
  const changes = { [entry(space, 'pieces')]: sending };
  for (const [id, one] of Object.entries(sending)) {
    one.waits = one.waits.filter((envelope) => !received.includes(envelope));
    if (one.waits.length) continue;
    delete sending[id];
    Object.assign(changes, await deletedBlob(space, id));
  }
  return changes;
}

/**
 * What was attached to an answer that has never left this phone does not leave it: the value as a
 * draft names it, its blobs, and the changes.
 * @param {number} space
 * @param {Record<string, any>} value
 */
export async function recalled(space, value) {
  const sending = await sendings(space);
  /** @type {Record<string, any>} */
  const changes = { [entry(space, 'pieces')]: sending };
  const again = { ...value };
  const blobs = [];
  for (const [part, content] of Object.entries(value)) {
    const id = Object.keys(sending).find((one) => sending[one].whole === content?.sha256);
    if (!id) continue;
    for (const envelope of sending[id].waits) changes[entry(space, `out/${envelope}`)] = undefined;
    delete sending[id];
    const { sha256: _, bytes: __, ...about } = content;
    again[part] = { ...about, id };
    blobs.push(id);
  }
  return { value: again, blobs, changes };
}

/**
 * @param {Desk} desk
 * @param {Record<string, any>} value
 */
async function valueToSend(desk, value) {
  /** @type {Record<string, any>} */
  const sent = {};
  for (const [part, content] of Object.entries(value)) {
    const named = content?.id ? await posted(desk, content) : content;
    if (named) sent[part] = named;
  }
  return sent;
}

/**
 * Seal it in pieces; gives what the answer says of it, or nothing where nothing was recorded.
 * @param {Desk} desk
 * @param {any} content
 */
async function posted({ space, me, sending, changes }, { id, ...about }) {
  const { bytes, parts } = await blob(space, id);
  if (!bytes.length) return undefined;
  const whole = await sha256(bytes);
  const of = Math.ceil(bytes.length / PIECE);
  sending[id] = { whole, waits: [] };
  for (let at = 0; at < of; at += 1) {
    const data = base64(bytes.subarray(at * PIECE, (at + 1) * PIECE));
    const piece = await sealed(me, { kind: 'piece', whole, at, of, data });
    changes[entry(space, `out/${piece.id}`)] = piece.bytes;
    sending[id].waits.push(piece.id);
  }
  return { ...lengthOf(about, parts), sha256: whole, bytes: bytes.length };
}

/**
 * A recording that was broken off has no length but the seconds in which its parts were kept.
 * @param {any} about
 * @param {number} parts
 */
function lengthOf(about, parts) {
  if (!('seconds' in about)) return about;
  return { ...about, seconds: Math.min(about.seconds || parts, LONGEST) };
}

/** @param {Bytes} bytes */
async function sha256(bytes) {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** @param {Bytes} bytes */
function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
