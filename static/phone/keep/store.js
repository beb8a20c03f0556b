/**
 * Bytes on this phone: one IndexedDB store. What an entry is called can be read in it; nothing
 * that anybody said or was told can. It is made with the first thing that is kept: to look whether
 * there is one leaves no trace.
 *
 * Whatever fails is tried once more on a fresh connection (iOS drops them while a tab sleeps) and
 * then thrown as `NotSaved`.
 *
 * On somebody else's phone the same functions keep everything in the page's memory alone.
 */

import { connect, disconnect, LONGEST_WAIT, remove, STORE } from './database.js';
import { Memory } from './memory.js';

/** A read or a write that did not happen. What was to be written is still in the caller's hands. */
export class NotSaved extends Error {
  code = 'not_saved';
}

/** @type {Memory | undefined} */
let memory;

/** From now on nothing is written to this phone. */
export function keepInMemory() {
  memory = new Memory();
}

/** Whether what is kept stays on this phone when the page is closed. */
export function isKept() {
  return memory === undefined;
}

/**
 * Write all that is kept anew, on a disk that was cleared. What was deleted or replaced lies in a
 * browser's files for long; `clear` makes the browser delete them. Meanwhile the page's memory has
 * everything, and keeps it where the phone would not take it back.
 * @param {() => Promise<unknown>} clear
 */
export async function writeAnew(clear) {
  const held = new Memory(await all());
  memory = held;
  await disconnect();
  try {
    await clear();
  } finally {
    memory = undefined;
    await replaceAll(held.kept).catch((wrong) => {
      memory = held;
      throw wrong;
    });
  }
}

/**
 * All that is kept is gone, and nothing is written to this phone any more. Throws `NotSaved`, and
 * then everything is as it was.
 */
export async function erase() {
  if (memory) return keepInMemory();
  await replaceAll(new Map());
  await disconnect();
  keepInMemory();
  await remove();
}

/**
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function get(name) {
  const [value] = await attempt('readonly', (store) => [store.get(name)]);
  return value;
}

/**
 * The names that begin so, in order.
 * @param {string} prefix
 * @returns {Promise<string[]>}
 */
export async function names(prefix) {
  const [found] = await attempt('readonly', (store) => [store.getAllKeys(beginning(prefix))]);
  return found;
}

/**
 * Every entry whose name begins so, by name, as they were at one moment.
 * @param {string} [prefix]
 * @returns {Promise<Map<string, any>>}
 */
export async function all(prefix = '') {
  const [names, values] = await attempt('readonly', (store) => [
    store.getAllKeys(beginning(prefix)),
    store.getAll(beginning(prefix)),
  ]);
  return new Map(
    names.map((/** @type {string} */ name, /** @type {number} */ at) => [name, values[at]]),
  );
}

/** @param {string} prefix */
function beginning(prefix) {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

/**
 * Write all of these or none of them; `undefined` deletes.
 * @param {Map<string, any>} changes
 */
export function put(changes) {
  return attempt('readwrite', (store) => apply(store, changes));
}

/**
 * Put these in the place of all there was, or leave all as it was.
 * @param {Map<string, any>} entries
 */
export function replaceAll(entries) {
  return attempt('readwrite', (store) => {
    store.clear();
    return apply(store, entries);
  });
}

/**
 * @param {IDBObjectStore} store
 * @param {Map<string, any>} changes
 */
function apply(store, changes) {
  for (const [name, value] of changes) {
    if (value === undefined) store.delete(name);
    else store.put(value, name);
  }
  return [];
}

/** @typedef {(store: IDBObjectStore) => IDBRequest[]} Work gives the requests whose results count */

/**
 * @param {IDBTransactionMode} mode
 * @param {Work} work
 * @returns {Promise<any[]>}
 */
async function attempt(mode, work) {
  try {
    return await once(mode, work);
  } catch {
    await disconnect();
    return once(mode, work).catch((cause) => {
      throw new NotSaved('', { cause });
    });
  }
}

/**
 * @param {IDBTransactionMode} mode
 * @param {Work} work
 * @returns {Promise<any[]>}
 */
async function once(mode, work) {
  if (memory) return resultsOf(work(asStore(memory)));
  const database = await connect(mode);
  if (!database) return resultsOf(work(asStore(new Memory())));
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const requests = begun(transaction, work);
    const stuck = setTimeout(() => giveUp(transaction), LONGEST_WAIT);
    const ends = (/** @type {() => void} */ end) => () => {
      clearTimeout(stuck);
      end();
    };
    transaction.oncomplete = ends(() => resolve(resultsOf(requests)));
    transaction.onabort = ends(() => reject(transaction.error));
  });
}

/**
 * Nothing of it is kept if one part cannot be begun.
 * @param {IDBTransaction} transaction
 * @param {Work} work
 */
function begun(transaction, work) {
  try {
    return work(transaction.objectStore(STORE));
  } catch (wrong) {
    transaction.abort();
    throw wrong;
  }
}

/** @param {IDBTransaction} transaction */
function giveUp(transaction) {
  try {
    transaction.abort();
  } catch {
    // It has ended in this very moment, and is about to say so.
  }
}

/** @param {IDBRequest[]} requests */
function resultsOf(requests) {
  return requests.map(({ result }) => result);
}

/**
 * @param {Memory} memory
 * @returns {IDBObjectStore}
 */
function asStore(memory) {
  return /** @type {any} */ (memory);
}
