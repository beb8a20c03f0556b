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
 * @param {LockOptions} options
 * @returns {Promise<boolean>}
 */
function held(options) {
  return new Promise((resolve) => {
    navigator.locks.request('notes', options, (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => undefined);
    });
  });
}
