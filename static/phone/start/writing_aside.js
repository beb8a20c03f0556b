/** Writing while the notes are shut: the form is empty, and what was written joins the draft later. */

/** @import { App } from './app.js' */

import { showEmpty } from '../answers/draft.js';
import { joined } from '../answers/joining.js';
import { beginAside, takeIn } from '../keep/aside.js';
import { begunToday } from '../keep/only_here.js';
import { entry, NOBODY } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { fill } from '../show/fill.js';
import { watch } from './leaving.js';

/** @param {App} app */
export async function writeAside(app) {
  showEmpty(await beginAside());
  fill(document.body, { ways: false }); // a recording has no place while the notes are shut
  watch(() => false);
  app.stopAt('aside');
}

/**
 * What was written meanwhile joins the draft of the invitation in use. What cannot be kept now
 * waits until the next opening, and holds up nothing.
 * @param {number} space
 */
export async function takeInAside(space) {
  if (space === NOBODY) return;
  const name = entry(space, 'draft');
  const taken = async (/** @type {any[]} */ found) => ({
    ...(await begunToday(space)),
    [name]: found.reduce(joined, (await vault.read(name)) ?? {}),
  });
  await takeIn(taken).catch(() => undefined);
}
