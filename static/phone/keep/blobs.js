/**
 * What somebody recorded, drew or photographed, until the council has it: bytes, in as many parts
 * as they came in, as entries `<space>/blob/<id>/<at>`. A draft names it by its id; once it is
 * sealed to be sent, `<space>/pieces` does, with the envelopes that have no receipt yet.
 */

/** @import { Bytes } from '../../envelope/shape.js' */
/** @typedef {{value: Record<string, any>}} Answer */
/** @typedef {Record<string, {whole: string, waits: string[]}>} Sendings by the blob's id */

import { toHex } from '../../envelope/hex.js';
import { joined } from '../../envelope/shape.js';
import { entry } from './spaces.js';
import { change, names, read, readAll } from './vault.js';

/** An id that says nothing of what it names. */
export function newBlob() {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}

/**
 * Keep one part. Throws `NotSaved`.
 * @param {number} space
 * @param {string} id
 * @param {number} at
 * @param {Bytes} bytes
 */
export function keepPart(space, id, at, bytes) {
  const name = `${folder(space, id)}${String(at).padStart(4, '0')}`;
  return change(async () => ({ [name]: bytes }));
}

/**
 * All that is kept of it, in order, and in how many parts.
 * @param {number} space
 * @param {string} id
 */
export async function blob(space, id) {
  const parts = [...(await readAll(folder(space, id))).values()];
  return { bytes: joined(parts), parts: parts.length };
}

/**
 * What is being sent of this space.
 * @param {number} space
 * @returns {Promise<Sendings>}
 */
export async function sendings(space) {
  return (await read(entry(space, 'pieces'))) ?? {};
}

/**
 * Changes that delete what neither this draft names nor any sending.
 * @param {number} space
 * @param {Record<string, Answer>} draft
 */
export async function unnamed(space, draft) {
  const kept = await names(entry(space, 'blob/'));
  if (!kept.length) return {};
  const parts = Object.values(draft).flatMap(({ value }) => Object.values(value));
  const named = new Set([...parts.map((part) => part?.id), ...Object.keys(await sendings(space))]);
  return deleted(kept.filter((name) => !named.has(name.split('/')[2])));
}

/**
 * Changes that delete one.
 * @param {number} space
 * @param {string} id
 */
export async function deletedBlob(space, id) {
  return deleted(await names(folder(space, id)));
}

/** @param {string[]} gone */
function deleted(gone) {
  return Object.fromEntries(gone.map((name) => [name, undefined]));
}

/**
 * @param {number} space
 * @param {string} id
 */
function folder(space, id) {
  return entry(space, `blob/${id}/`);
}
