/**
 * A phone that was made safer has in its browser's files, for a while, what was there before: the
 * old key, and all that it sealed. They are cleared as soon as no words are on this phone alone: if
 * the phone dies in that moment, a new link makes it good.
 */

import * as vault from '../keep/vault.js';
import { clearDisk } from '../travel/clearing.js';
import { keepOffline } from './offline.js';

/** Kept while there is something to clear. */
export const UNTIDY = 'untidy';

let busy = false;

/**
 * Whether there is nothing to clear any more.
 * @param {number} onlyHere how many answers are on this phone alone
 */
export async function tidied(onlyHere) {
  if (!(await vault.read(UNTIDY))) return true;
  return !onlyHere && !busy && tidy();
}

async function tidy() {
  busy = true;
  try {
    await vault.writeAnew(clearDisk);
    await vault.change(async () => ({ [UNTIDY]: undefined }));
    return true;
  } catch {
    return false;
  } finally {
    busy = false;
    keepOffline();
  }
}
