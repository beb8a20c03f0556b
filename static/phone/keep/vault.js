/**
 * Everything that a person wrote or may read, encrypted before it is stored.
 *
 * With a PIN the vault's key is itself sealed under a key made from the PIN (PBKDF2, 600,000
 * rounds); without one it lies beside the entries as a key that cannot be exported. Setting a PIN
 * makes a new key and seals everything again, so that nothing under the old key is left.
 */

/** @import { Bytes } from '../../envelope/shape.js' */

import { text } from '../../envelope/place.js';
import * as store from './store.js';

const LOCK = 'lock';
const ROUNDS = 600_000;

/** @typedef {{kind: 'open', key: CryptoKey} | {kind: 'pin', salt: Bytes, sealed: Sealed}} Lock */
/** @typedef {{nonce: Bytes, data: ArrayBuffer}} Sealed */

/** A PIN that does not open the vault. */
export class WrongPin extends Error {
  code = 'wrong_pin';
}

/** @type {CryptoKey | undefined} */
let key;
/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * Whether there is a vault and whether it needs a PIN.
 * @returns {Promise<'empty' | 'open' | 'pin'>}
 */
export async function state() {
  /** @type {Lock | undefined} */
  const lock = await store.get(LOCK);
  return lock?.kind ?? 'empty';
}

/** Open a vault that has no PIN; make one where there is none. */
export async function open() {
  /** @type {Lock | undefined} */
  const lock = await store.get(LOCK);
  if (lock?.kind === 'open') key = lock.key;
  else if (!lock) await create();
  else throw new WrongPin();
}

/**
 * Open a vault with its PIN. Throws `WrongPin`.
 * @param {string} pin
 */
export async function unlock(pin) {
  /** @type {{kind: 'pin', salt: Bytes, sealed: Sealed}} */
  const lock = await store.get(LOCK);
  const wrapping = await keyOfPin(pin, lock.salt);
  try {
    key = await keyOf(await decrypt(wrapping, LOCK, lock.sealed));
  } catch {
    throw new WrongPin();
  }
}

/**
 * Seal everything again under a new key that opens with this PIN. All or nothing.
 * @param {string} pin six digits
 */
export function setPin(pin) {
  return inTurn(async () => {
    const raw = crypto.getRandomValues(new Uint8Array(32));
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const fresh = await keyOf(raw);
    const entries = await resealed(current(), fresh);
    const sealed = await encrypt(await keyOfPin(pin, salt), LOCK, raw);
    entries.set(LOCK, { kind: 'pin', salt, sealed });
    await store.replaceAll(entries);
    key = fresh;
  });
}

/**
 * One entry, or `undefined`.
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function read(name) {
  const sealed = await store.get(name);
  return sealed && parse(await decrypt(current(), name, sealed));
}

/**
 * Entries whose name begins so, by name.
 * @param {string} prefix
 * @returns {Promise<Map<string, any>>}
 */
export async function readAll(prefix) {
  const found = new Map();
  const everything = await store.all();
  const then = current(); // a new PIN may make another key while these are opened
  for (const [name, sealed] of everything) {
    if (name.startsWith(prefix)) found.set(name, parse(await decrypt(then, name, sealed)));
  }
  return found;
}

/**
 * The names of entries that begin so; nothing is opened.
 * @param {string} prefix
 */
export async function names(prefix) {
  const everything = await store.names();
  return everything.filter((name) => name.startsWith(prefix));
}

/**
 * Read, decide and write as one turn: nobody else's change comes between. All of it is kept or,
 * with `NotSaved`, none; `undefined` deletes. `written` is called within the turn, once it is kept.
 * @param {() => Promise<Record<string, any>>} decide
 * @param {() => void} [written]
 */
export function change(decide, written) {
  return inTurn(async () => {
    const sealed = new Map();
    for (const [name, value] of Object.entries(await decide())) {
      const plain = value === undefined ? value : text(JSON.stringify(value));
      sealed.set(name, plain && (await encrypt(current(), name, plain)));
    }
    if (sealed.size) await store.put(sealed);
    written?.();
  });
}

async function create() {
  const fresh = await keyOf(crypto.getRandomValues(new Uint8Array(32)));
  await store.put(new Map([[LOCK, { kind: 'open', key: fresh }]]));
  key = fresh;
}

/**
 * @param {CryptoKey} from
 * @param {CryptoKey} to
 */
async function resealed(from, to) {
  const entries = new Map();
  for (const [name, kept] of await store.all()) {
    if (name === LOCK) continue;
    const again = async () => encrypt(to, name, await decrypt(from, name, kept));
    entries.set(name, isSealed(kept) ? await again() : kept);
  }
  return entries;
}

/**
 * What is not sealed says nothing of anybody, and stays as it is: how the pages look.
 * @param {any} kept
 */
function isSealed(kept) {
  return kept.nonce !== undefined;
}

function current() {
  if (!key) throw new WrongPin();
  return key;
}

/**
 * One after the other: a new PIN must not overtake a word that is being saved.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function inTurn(work) {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * @param {CryptoKey} with_
 * @param {string} name bound to the entry, so that two cannot change places
 * @param {Bytes} plain
 * @returns {Promise<Sealed>}
 */
async function encrypt(with_, name, plain) {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: 'AES-GCM', iv: nonce, additionalData: text(name) };
  return { nonce, data: await crypto.subtle.encrypt(how, with_, plain) };
}

/**
 * @param {CryptoKey} with_
 * @param {string} name
 * @param {Sealed} sealed
 */
async function decrypt(with_, name, { nonce, data }) {
  const how = { name: 'AES-GCM', iv: nonce, additionalData: text(name) };
  return new Uint8Array(await crypto.subtle.decrypt(how, with_, data));
}

/** @param {Bytes} raw */
function keyOf(raw) {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * @param {string} pin
 * @param {Bytes} salt
 */
async function keyOfPin(pin, salt) {
  const base = await crypto.subtle.importKey('raw', text(pin), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  const made = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(how, base, made, false, ['encrypt', 'decrypt']);
}

/** @param {Bytes} bytes */
function parse(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}
