/**
 * Reports that are shared with this reader: the list as `<n>/reports`, each text as
 * `<n>/report/<id>`. What is not in the newest list any more leaves this phone.
 */

/** @import { Message } from './inbox.js' */

import { entry } from '../keep/spaces.js';
import { read, readAll } from '../keep/vault.js';

/**
 * A newer list. With it goes every text that it does not name.
 * @param {Message} message
 */
export async function newReports({ space, words }) {
  const had = await read(entry(space, 'reports'));
  if (had?.serial >= words.serial) return {};
  /** @type {Record<string, any>} */
  const changes = { [entry(space, 'reports')]: words };
  for (const name of (await readAll(entry(space, 'report/'))).keys()) {
    if (!isListed(words, name.split('/')[2])) changes[name] = undefined;
  }
  return changes;
}

/**
 * A report's text. One that the list has left out since is not kept.
 * @param {Message} message
 */
export async function newReport({ space, words }) {
  const list = await read(entry(space, 'reports'));
  const isWithdrawn = list?.serial >= words.serial && !isListed(list, words.id);
  return isWithdrawn ? {} : { [entry(space, `report/${words.id}`)]: words };
}

/**
 * @param {any} list
 * @param {string} id
 */
function isListed(list, id) {
  return list.reports.some((/** @type {any} */ report) => report.id === id);
}
