/** Answering what one reads: the letter, the plan, each of its actions. */

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
  const drafted = Object.entries(draft ?? {}).map(([id, one]) => ({ question: id, ...one }));
  askToReply(space, { me, publication }, [...pointsOf({ me, said, points }), ...drafted]);
}

/**
 * @param {number} space
 * @param {Kept} kept
 * @param {any[]} answered
 */
export function askToReply(space, { me, publication }, answered) {
  const { roles = '' } = /** @type {HTMLElement} */ (document.querySelector('[data-roles]'))
    .dataset;
  const isAsked = roles.split(' ').includes(me.role);
  askAbout(space, isAsked ? subjectsOf(publication, answered) : []);
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
