/** What is shown of an invitation and of the others beside it: brought up to date when it changes. */

import { book, entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { showReading } from '../reading/reading.js';
import { fill } from '../show/fill.js';
import { showNumbers } from '../show/help.js';
import { showHome } from '../show/home.js';
import { page } from '../show/pages.js';
import { showSaid, withWords } from '../show/said.js';
import { showSpaces } from '../show/spaces.js';

const SEALED = /^\d+\/out\//;

export class Showing {
  constructor() {
    this.shown = '';
  }

  /**
   * Show it all again, only when something changed: nobody loses their place in reading.
   * @param {number} space
   */
  async refresh(space) {
    const kept = await vault.readAll(entry(space, ''));
    const others = await beside(space);
    const now = JSON.stringify([...kept, others]);
    if (now === this.shown) return;
    showNumbers(kept.get(entry(space, 'me')).numbers ?? []);
    showSpaces(others);
    await showHome(space);
    await showSaid(space);
    await showPublication(space);
    const waiting = await vault.names(entry(space, 'out/'));
    fill(page('sent'), { waiting: waiting.length, gone: !waiting.length });
    this.shown = now;
  }
}

/** Whether anything that was sent, from any space, has no receipt yet. */
export async function isAwaited() {
  const names = await vault.names('');
  return names.some((name) => SEALED.test(name));
}

/**
 * The other invitations on this phone, with what each has to tell.
 * @param {number} space
 */
async function beside(space) {
  const { spaces } = await book();
  const others = [...spaces.keys()].filter((at) => at !== space);
  return Promise.all(others.map(summary));
}

/** @param {number} space */
async function summary(space) {
  const { name, child, ended } = await vault.read(entry(space, 'me'));
  const { serial = 0 } = (await vault.read(entry(space, 'publication'))) ?? {};
  const waiting = await vault.names(entry(space, 'out/'));
  return { space, name, child, ended, to_read: serial > 0, waiting: waiting.length };
}

/** @param {number} space */
async function showPublication(space) {
  const publication = await vault.read(entry(space, 'publication'));
  if (!publication) return showReading(publication);
  const happened = await withWords(space, publication.happened);
  showReading({ ...publication, happened });
}
