/** One writer among tabs: the second waits until the first has closed. */

/**
 * Resolves once this tab is the only one; `waiting` is called if it has to wait.
 * @param {() => void} waiting
 * @returns {Promise<void>}
 */
export async function alone(waiting) {
  if (!navigator.locks || (await held({ ifAvailable: true }))) return;
  waiting();
  await held({});
}

/**
 * Where the browser refuses to say, we go on as if there were no other.
 * @param {LockOptions} options
 * @returns {Promise<boolean>}
 */
function held(options) {
  return new Promise((resolve) => {
    const whenHeld = (/** @type {Lock | null} */ lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => undefined);
    };
    navigator.locks.request('notes', options, whenHeld).catch(() => resolve(true));
  });
}
