/** The one database of these notes: a connection to it, made only if there is need for one. */

const DATABASE = 'notes';
export const STORE = 'kept';
/** Milliseconds after which a browser that does not answer is asked once more. */
export const LONGEST_WAIT = 20_000;

/** @type {Promise<IDBDatabase | undefined> | undefined} */
let connection;

/**
 * The database; `undefined` where there is none and nothing is to be written.
 * @param {IDBTransactionMode} mode
 * @returns {Promise<IDBDatabase | undefined>}
 */
export async function connect(mode) {
  if (mode === 'readonly' && !connection && !(await isThere())) return undefined;
  connection ??= open(mode);
  const asked = connection;
  const database = await asked;
  if (database) return database;
  if (connection === asked) connection = undefined;
  return mode === 'readonly' ? undefined : connect(mode);
}

export async function disconnect() {
  const old = connection;
  connection = undefined;
  await old?.then((database) => database?.close()).catch(() => undefined);
}

/** Resolves as well where another page holds on to it: by then it is to be empty. */
export function remove() {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
}

/** Whether there may be a database: to ask leaves no trace, while to open one that is not does. */
async function isThere() {
  const all = await indexedDB.databases?.().catch(() => undefined);
  return all?.some(({ name }) => name === DATABASE) ?? true;
}

/**
 * @param {IDBTransactionMode} mode
 * @returns {Promise<IDBDatabase | undefined>}
 */
function open(mode) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    let isNotThere = false;
    request.onupgradeneeded = () => {
      isNotThere = mode === 'readonly';
      if (isNotThere) request.transaction?.abort();
      else request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => (isNotThere ? resolve(undefined) : reject(request.error));
    setTimeout(() => reject(new Error('stuck')), LONGEST_WAIT);
  });
}
