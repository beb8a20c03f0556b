/** Answering what one reads: the letter, the plan, each of its actions. */

/** @import { Draft } from '../answers/draft.js' */
/** @import { App } from './app.js' */
/** @import { Kept } from './showing.js' */

import { question } from '../answers/controls.js';
import { askAbout, subjectsOf, takeThing } from '../answers/subjects.js';
import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { go } from '../show/pages.js';
import { pointsOf } from '../show/said.js';

/**
 * A page for all that may be answered from a space, before its draft is put on the pages.
 * @param {number} space
 */
export async function offerReplies(space) {
  const [me, said, points, publication, draft] = await Promise.all(
    ['me', 'said', 'points', 'publication', 'draft'].map((part) => vault.read(entry(space, part))),
  );
  askToReply(space, { me, publication }, pointsOf({ me, said, points }), draft ?? {});
}

/**
 * A page for all that its reader may answer, and for all that they have answered of what is gone.
 * @param {number} space
 * @param {Kept} kept
 * @param {any[]} points
 * @param {Draft} draft
 */
export function askToReply(space, { me, publication }, points, draft) {
  const drafted = Object.entries(draft).map(([id, answer]) => ({ question: id, ...answer }));
  const { roles = '' } = /** @type {HTMLElement} */ (document.querySelector('[data-roles]'))
    .dataset;
  const isAsked = roles.split(' ').includes(me.role);
  askAbout(space, isAsked ? subjectsOf(publication, [...points, ...drafted]) : []);
}

/**
 * To the page on which what somebody reads is answered.
 * @param {App} _app
 * @param {HTMLElement} pressed
 */
export function reply(_app, pressed) {
  const { subject } = /** @type {HTMLElement} */ (pressed.closest('[data-replies]')).dataset;
  const asked = question(`${pressed.dataset.reply}@${subject}`);
  if (!asked) return;
  takeThing(asked);
  go(asked.dataset.page ?? '');
}
