/**
 * What is written while the notes are shut: each change is sealed at once to a key whose private
 * half lies in the vault. This phone keeps it and cannot read it again before it is opened.
 *
 * Entries are `aside/<n>`, one for each time that somebody began to write; `aside-key` is the pair.
 */

/** @import { SaferLock } from './locks.js' */
/** @import { Draft } from '../answers/draft.js' */

import { setAside, takeBack } from '../../envelope/aside.js';
import { fromHex, toHex } from '../../envelope/hex.js';
import { exportPrivate, importAgreementPair, newAgreementPair } from '../../envelope/keys.js';
import { text } from '../../envelope/place.js';
import * as store from './store.js';
import * as vault from './vault.js';

const PREFIX = 'aside/';
export const PAIR = 'aside-key';

/** The pair that words are set aside for: the one that is kept, or a new one. */
export async function pairForAside() {
  return (await vault.read(PAIR)) ?? newPair();
}

/**
 * Begin to write aside: gives what keeps the words as they now stand.
 * @returns {Promise<(words: Draft) => Promise<void>>}
 */
export async function beginAside() {
  const { aside } = /** @type {SaferLock} */ (await vault.lock());
  const name = await nextName();
  return async (words) => {
    const sealed = await setAside(text(JSON.stringify(words)), fromHex(aside), name);
    await store.put(new Map([[name, sealed]]));
  };
}

/**
 * Take in what was set aside, oldest first, in one turn of the vault. What does not open stays
 * where it is and holds up nothing.
 * @param {(found: Draft[]) => Promise<Record<string, any>>} taken the changes to write with it
 */
export function takeIn(taken) {
  return vault.change(async () => {
    const found = await opened();
    if (!found.size) return {};
    const gone = [...found.keys()].map((name) => [name, undefined]);
    return { ...(await taken([...found.values()])), ...Object.fromEntries(gone) };
  });
}

/** In order, and telling no time. */
async function nextName() {
  const latest = (await vault.names(PREFIX)).sort().at(-1) ?? PREFIX;
  const number = Number(latest.slice(PREFIX.length)) + 1;
  return `${PREFIX}${String(number).padStart(6, '0')}`;
}

/** @returns {Promise<Map<string, Draft>>} */
async function opened() {
  const found = new Map();
  const names = await vault.names(PREFIX);
  if (!names.length) return found;
  const kept = await vault.read(PAIR);
  const pair = await importAgreementPair(fromHex(kept.private), fromHex(kept.public));
  for (const name of names.sort()) {
    const words = await takeBack(await store.get(name), pair, name).catch(() => undefined);
    if (words) found.set(name, JSON.parse(new TextDecoder().decode(words)));
  }
  return found;
}

async function newPair() {
  const pair = await newAgreementPair();
  return { public: toHex(pair.public), private: toHex(await exportPrivate(pair)) };
}
