/**
 * Everything that a person wrote or may read, encrypted before it is stored.
 *
 * The key lies behind a lock of one of three kinds (`locks.js`). Changing the lock makes a new key
 * and seals everything again, so that nothing under the old key is left. The lock is written with
 * the first entry: who only looks leaves nothing.
 */

/** @import { Given, Lock, Made, Opened } from './locks.js' */

import { KINDS, LOCK, WrongPin } from './locks.js';
import { packed, unpacked } from './packing.js';
import { decrypt, encrypt, isSealed, keyOf, random } from './sealing.js';
import * as store from './store.js';

export { WrongPin };

/** @type {CryptoKey | undefined} */
let key;
/** A lock that is written with the first entry. @type {Lock | undefined} */
let unwritten;
/** How the lock that was opened is made anew, once. @type {Opened['renewed']} */
let renewed;
/** @type {Promise<unknown>} */
let last = Promise.resolve();
/** @type {Promise<unknown>} */
let lastLock = Promise.resolve();

/**
 * The lock as it lies on the phone, or `undefined` where nothing was kept yet.
 * @returns {Promise<Lock | undefined>}
 */
export function lock() {
  return store.get(LOCK);
}

/**
 * Whether there is a vault and what it needs: nothing, a PIN, or a PIN and signal.
 * @returns {Promise<'empty' | Lock['kind']>}
 */
export async function state() {
  return (await lock())?.kind ?? 'empty';
}

/** Open a vault that has no PIN; begin one where there is none. */
export async function open() {
  const found = await lock();
  if (found?.kind === 'open') key = found.key;
  else if (!found) await begin();
  else throw new WrongPin();
}

/** Forget the key: nothing can be read or written before it is opened again. */
export function shut() {
  key = undefined;
  renewed = undefined;
}

/** Whether what is kept can be read and written now. */
export function isOpen() {
  return key !== undefined;
}

/**
 * Open a vault that has a PIN. Throws `WrongPin`, or what `given.ask` throws.
 * @param {Given} given
 */
export async function unlock(given) {
  const found = /** @type {Lock} */ (await lock());
  ({ key, renewed } = await KINDS[found.kind].key(found, given));
}

/**
 * Write a lock with a new share, for the same key and PIN, and what `also` gives with it: once for
 * each opening. Nothing is written where the notes were shut meanwhile.
 * @param {Made['entrust']} entrust
 * @param {() => Promise<Record<string, any>>} also
 */
export function renewLock(entrust, also) {
  return oneLock(async () => {
    const make = renewed;
    renewed = undefined;
    if (!make) return;
    const lock = await make(entrust);
    await inTurn(async () => {
      const changes = await sealed(await also(), current());
      await store.put(changes.set(LOCK, lock));
    });
  });
}

/**
 * Seal everything again under a new key behind a lock of that kind. All or nothing: the old lock
 * is dropped in the very write that brings the new one. What `also` gives is kept in it too.
 * @param {Lock['kind']} kind
 * @param {Made} made
 * @param {() => Promise<Record<string, any>>} [also] `undefined` deletes
 */
export function relock(kind, made, also = () => Promise.resolve({})) {
  return oneLock(() => lockedAnew(kind, made, also));
}

/**
 * @param {Lock['kind']} kind
 * @param {Made} made
 * @param {() => Promise<Record<string, any>>} also
 */
async function lockedAnew(kind, made, also) {
  const raw = random(32);
  const [fresh, lock] = await Promise.all([keyOf(raw), KINDS[kind].lock(raw, made)]);
  return inTurn(async () => {
    const changes = await sealed(await also(), fresh);
    const entries = new Map([...(await resealed(current(), fresh)), ...changes, [LOCK, lock]]);
    for (const [name, value] of entries) if (value === undefined) entries.delete(name);
    await store.replaceAll(entries);
    unwritten = undefined;
    renewed = undefined;
    key = fresh;
  });
}

/**
 * Leave nothing on the disk of what was deleted or sealed under an older key (`store.writeAnew`).
 * @param {() => Promise<unknown>} clear
 */
export function writeAnew(clear) {
  return inTurn(() => store.writeAnew(clear));
}

/**
 * One entry, or `undefined`.
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function read(name) {
  const found = await store.get(name);
  return found && unpacked(await decrypt(current(), name, found));
}

/**
 * Entries whose name begins so, by name.
 * @param {string} prefix
 * @returns {Promise<Map<string, any>>}
 */
export async function readAll(prefix) {
  const found = new Map();
  const everything = await store.all(prefix);
  const then = current(); // a new PIN may make another key while these are opened
  for (const [name, value] of everything) {
    found.set(name, unpacked(await decrypt(then, name, value)));
  }
  return found;
}

/**
 * The names of entries that begin so; nothing is opened.
 * @param {string} prefix
 */
export function names(prefix) {
  return store.names(prefix);
}

/**
 * Read, decide and write as one turn: nobody else's change comes between. All of it is kept or,
 * with `NotSaved`, none; `undefined` deletes, and bytes stay bytes. `written` is called within the
 * turn, once it is kept.
 * @param {() => Promise<Record<string, any>>} decide
 * @param {() => void} [written]
 */
export function change(decide, written) {
  return inTurn(async () => {
    const changes = await sealed(await decide(), current());
    if (changes.size) await store.put(unwritten ? changes.set(LOCK, unwritten) : changes);
    if (changes.size) unwritten = undefined;
    written?.();
  });
}

async function begin() {
  const raw = random(32);
  unwritten = await KINDS.open.lock(raw, {});
  key = await keyOf(raw);
}

/**
 * @param {Record<string, any>} changes
 * @param {CryptoKey} under
 */
async function sealed(changes, under) {
  const made = new Map();
  for (const [name, value] of Object.entries(changes)) {
    const plain = value === undefined ? value : packed(value);
    made.set(name, plain && (await encrypt(under, name, plain)));
  }
  return made;
}

/**
 * Everything that was sealed under one key, under another; what was not stays as it is.
 * @param {CryptoKey} from
 * @param {CryptoKey} to
 */
async function resealed(from, to) {
  const entries = new Map();
  for (const [name, value] of await store.all()) {
    const isOurs = isSealed(value) && name !== LOCK;
    const again = isOurs && (await encrypt(to, name, await decrypt(from, name, value)));
    entries.set(name, again || value);
  }
  return entries;
}

function current() {
  if (!key) throw new WrongPin();
  return key;
}

/**
 * One lock is made after the other: the mailbox holds the shares of two, and no third.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function oneLock(work) {
  const turn = lastLock.then(work);
  lastLock = turn.catch(() => undefined);
  return turn;
}

/**
 * One after the other: a new lock must not overtake a word that is being saved.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function inTurn(work) {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}
