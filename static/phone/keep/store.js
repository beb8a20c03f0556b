/**
 * Bytes on this phone: one IndexedDB store. What an entry is called can be read in it; nothing
 * that anybody said or was told can.
 *
 * Whatever fails is tried once more on a fresh connection (iOS drops them while a tab sleeps) and
 * then thrown as `NotSaved`.
 */

const DATABASE = 'notes';
const STORE = 'kept';
/** Milliseconds after which a browser that does not answer is asked once more. */
const LONGEST_WAIT = 20_000;

/** A read or a write that did not happen. What was to be written is still in the caller's hands. */
export class NotSaved extends Error {
  code = 'not_saved';
}

/** @type {Promise<IDBDatabase> | undefined} */
let connection;

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
    await forget();
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
  const database = await connect();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const requests = begun(transaction, work);
    const stuck = setTimeout(() => giveUp(transaction), LONGEST_WAIT);
    const ends = (/** @type {() => void} */ end) => () => {
      clearTimeout(stuck);
      end();
    };
    transaction.oncomplete = ends(() => resolve(requests.map(({ result }) => result)));
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

function connect() {
  connection ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    setTimeout(() => reject(new Error('stuck')), LONGEST_WAIT);
  });
  return connection;
}

async function forget() {
  const old = connection;
  connection = undefined;
  await old?.then((database) => database.close()).catch(() => undefined);
}
