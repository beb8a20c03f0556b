/**
 * Code that is fetched only when it is wanted. A browser never fetches again what it once could
 * not: the same file needs another address then.
 */

/** What is put behind an address whose code did not come. @type {Map<string, string>} */
const again = new Map();

/**
 * The code at an address. Where it does not come, the next call asks for it anew.
 * @param {string} address
 * @param {() => Promise<any>} [first] how it is asked for the first time
 * @returns {Promise<any>}
 */
export async function codeAt(address, first = () => import(address)) {
  const ending = again.get(address);
  try {
    return await (ending ? import(`${address}${ending}`) : first());
  } catch (wrong) {
    again.set(address, `${ending ?? ''}?`);
    throw wrong;
  }
}
