/** Writing while the notes are shut: the form is empty, and what was written joins the draft later. */

/** @import { App } from './app.js' */

/** @import { Draft } from '../answers/draft.js' */

import { question } from '../answers/controls.js';
import { showEmpty } from '../answers/draft.js';
import { joined } from '../answers/joining.js';
import { beginAside, takeIn } from '../keep/aside.js';
import { begunToday } from '../keep/only_here.js';
import { book, entry, NOBODY } from '../keep/spaces.js';
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
 * What was written meanwhile joins the draft of the invitation in use, or of another here where only
 * that one's form asks for it. What cannot be kept now waits until the next opening, and holds up
 * nothing.
 * @param {number} now
 */
export async function takeInAside(now) {
  if (now === NOBODY) return;
  const taken = async (/** @type {Draft[]} */ found) => {
    const forms = await formsHere();
    const each = [...forms.keys()].map((space) =>
      joinedIn(space, found, (id) => spaceFor(id, forms, now) === space),
    );
    return Object.assign({}, ...(await Promise.all(each)));
  };
  await takeIn(taken).catch(() => undefined);
}

/** @returns {Promise<string[]>} by space */
async function formsHere() {
  const { spaces } = await book();
  const all = await Promise.all([...spaces.keys()].map((space) => vault.read(entry(space, 'me'))));
  return all.map(({ form }) => form);
}

/**
 * @param {string} id
 * @param {string[]} forms
 * @param {number} now
 */
function spaceFor(id, forms, now) {
  const asking = question(id)?.dataset.forms?.split(' ') ?? [];
  const other = forms.findIndex((form) => asking.includes(form));
  return other < 0 || asking.includes(forms[now]) ? now : other;
}

/**
 * @param {number} space
 * @param {Draft[]} found
 * @param {(id: string) => boolean} isOwn
 * @returns {Promise<Record<string, any>>}
 */
async function joinedIn(space, found, isOwn) {
  const own = found.map((words) => Object.entries(words).filter(([id]) => isOwn(id)));
  if (!own.some((some) => some.length)) return {};
  const name = entry(space, 'draft');
  const drafts = own.map((some) => Object.fromEntries(some));
  return {
    ...(await begunToday(space)),
    [name]: drafts.reduce(joined, (await vault.read(name)) ?? {}),
  };
}
