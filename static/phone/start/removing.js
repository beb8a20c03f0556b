/**
 * Everything that these notes left on this phone is taken off it. The page that says so stands
 * alone: nothing else is left in the document, and it needs no signal.
 */

import { letGo } from '../answers/draft.js';
import { erase, isKept } from '../keep/store.js';
import * as vault from '../keep/vault.js';
import { fill, template } from '../show/fill.js';
import { page } from '../show/pages.js';
import { codeOf, showTrouble } from '../show/trouble.js';
import { clearDisk } from '../travel/clearing.js';
import { letGoNow } from '../travel/shares.js';

/** @param {boolean} sure whether it is asked for once more */
export function askToRemove(sure) {
  showTrouble(page('remove'));
  fill(page('remove'), { unsure: !sure, sure });
}

export async function removeEverything() {
  const ours = isKept();
  await letGoNow();
  try {
    await erase();
  } catch (wrong) {
    return showTrouble(page('remove'), codeOf(wrong));
  }
  letGo();
  vault.shut();
  if (ours) await removeFiles().catch(() => undefined);
  document.body.replaceChildren(template('removed'));
  document.querySelector('h1')?.focus();
}

/** The worker first: while it is there, it may put files back. */
async function removeFiles() {
  sessionStorage.clear();
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await clearDisk();
}
