/**
 * The draft: every change is saved at once, sealed. Whatever fails to be saved is shown as such
 * and tried again until it is; it stays on the page meanwhile.
 */

import { entry } from '../keep/spaces.js';
import { change, read } from '../keep/vault.js';
import { answerOn, questions, showAnswer } from './controls.js';
import { offerPeople } from './people.js';

const TRY_AGAIN = 2_000;

let dirty = false;
/** @type {Promise<void> | undefined} */
let saving;

/**
 * Put a space's draft on the pages, with the people whom the council named among the choices, and
 * those who were named when the draft was written: a pick is not lost because a list changed.
 * @param {number} space
 * @param {string[]} people
 */
export async function showDraft(space, people) {
  const draft = (await read(entry(space, 'draft'))) ?? {};
  const picked = Object.values(draft).flatMap(({ value }) => value.people ?? []);
  offerPeople([...new Set([...people, ...picked])]);
  for (const page of questions()) showAnswer(page, draft[page.dataset.question ?? '']);
}

/**
 * Save what stands on the pages now.
 * @param {number} space
 * @param {(state: 'saved' | 'unsaved') => void} tell
 */
export function save(space, tell) {
  dirty = true;
  saving ??= saveUntilClean(space, tell).finally(() => {
    saving = undefined;
  });
  return saving;
}

/** Whether something on the page is not on the phone yet. */
export function unsaved() {
  return dirty;
}

/**
 * @param {number} space
 * @param {(state: 'saved' | 'unsaved') => void} tell
 */
async function saveUntilClean(space, tell) {
  while (dirty) {
    dirty = false;
    try {
      await change(async () => ({ [entry(space, 'draft')]: draftOnPages() }));
      tell('saved');
    } catch {
      dirty = true;
      tell('unsaved');
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
    }
  }
}

/** Empty every question's page. */
export function emptyPages() {
  for (const page of questions()) showAnswer(page);
}

function draftOnPages() {
  const given = questions().map((page) => [page.dataset.question, answerOn(page)]);
  return Object.fromEntries(given.filter(([, answer]) => answer));
}
