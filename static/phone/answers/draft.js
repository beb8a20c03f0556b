/**
 * The draft: every change is saved at once, sealed. Whatever fails to be saved is shown as such
 * and tried again until it is; it stays on the page meanwhile.
 *
 * The questions' pages hold one space's draft at a time. What is on them is saved to that space
 * and to no other, and it does not leave them before it is saved.
 */

/** @import { Answer } from './controls.js' */
/** @typedef {Record<string, Answer>} Draft by question */

import { unnamed } from '../keep/blobs.js';
import { begunToday } from '../keep/only_here.js';
import { entry, NOBODY } from '../keep/spaces.js';
import { change, read } from '../keep/vault.js';
import { answerOn, question, questions, showAnswer } from './controls.js';
import { joined } from './joining.js';
import { offerPeople } from './people.js';
import { answers } from './shown.js';

const TRY_AGAIN = 2_000;

/** What is written for no space yet, while the notes are shut. */
const ASIDE = -2;

/** The space whose draft is on the pages. */
let owner = NOBODY;
let keep = keepDraft;
let dirty = false;
let refused = false;
/** @type {Promise<void> | undefined} */
let saving;

/**
 * Put a space's draft on the pages, with the people whom the council named among the choices, and
 * those who were named when the draft was written: a pick is not lost because a list changed.
 * @param {number} space
 * @param {string[]} people
 */
export async function showDraft(space, people) {
  const draft = await readWhenSaved(space);
  owner = space;
  keep = keepDraft;
  const picked = Object.values(draft).flatMap(({ value }) => value.people ?? []);
  offerPeople([...new Set([...people, ...picked])]);
  for (const page of questions()) showAnswer(page, draft[page.dataset.question ?? '']);
}

/**
 * Empty pages, for what is written while the notes are shut.
 * @param {(words: Draft) => Promise<void>} keepAside
 */
export function showEmpty(keepAside) {
  owner = ASIDE;
  keep = () => keepAside(onPages());
  offerPeople([]);
  for (const page of questions()) showAnswer(page);
}

/** What is on the pages is nobody's any more, and is not saved. */
export function letGo() {
  owner = NOBODY;
  dirty = false;
}

/**
 * Save what is on the pages now.
 * @param {(state: '' | 'saved' | 'unsaved') => void} tell
 */
export function save(tell) {
  if (owner === NOBODY) return;
  dirty = true;
  if (!saving) tell('');
  saving ??= saveUntilClean(tell).finally(() => {
    saving = undefined;
  });
}

/** Whether something on the pages is not on the phone yet. */
export function unsaved() {
  return dirty || saving !== undefined;
}

/** Once what is on the pages is on the phone. */
export function settled() {
  return saving ?? Promise.resolve();
}

/** Whether the phone refuses to keep what is on the pages. */
export function refusing() {
  return refused;
}

/**
 * What is to be sent now from a space, and what stays: answers kept for later, and answers to
 * questions that are not asked at present. Nothing is sent once the pages are somebody else's.
 * @param {number} space
 * @param {Set<string>} later questions
 */
export async function takeDraft(space, later) {
  if (owner !== space) return { given: new Map(), rest: {} };
  const given = new Map([...answers()].filter(([id]) => !later.has(id)));
  const draft = await asItStands();
  const rest = Object.fromEntries(Object.entries(draft).filter(([id]) => !given.has(id)));
  return { given, rest };
}

/**
 * Empty the pages of what was sent; what was changed meanwhile is a new answer, and stays.
 * @param {Map<string, Answer>} sent
 * @param {(state: '' | 'saved' | 'unsaved') => void} tell
 */
export function emptyPages(sent, tell) {
  for (const [id, answer] of sent) {
    const page = question(id);
    if (!page) continue;
    if (JSON.stringify(answerOn(page)) === JSON.stringify(answer)) showAnswer(page);
    else save(tell);
  }
}

/**
 * A draft that an answer has joined, and that answer on its page once it is kept.
 * @param {string} id
 * @param {Answer} answer
 */
export async function draftWith(id, answer) {
  const draft = joined({ [id]: answer }, await asItStands());
  const page = /** @type {HTMLElement} */ (question(id));
  return { draft, show: () => showAnswer(page, draft[id]) };
}

/**
 * @param {number} space
 * @returns {Promise<Draft>}
 */
async function readWhenSaved(space) {
  for (;;) {
    await saving;
    const draft = (await read(entry(space, 'draft'))) ?? {};
    if (!unsaved()) return draft;
  }
}

/** @param {(state: '' | 'saved' | 'unsaved') => void} tell */
async function saveUntilClean(tell) {
  while (dirty) {
    dirty = false;
    try {
      await keep();
      refused = false;
      tell(dirty ? '' : 'saved');
    } catch {
      if (owner === NOBODY) return;
      dirty = true;
      refused = true;
      tell('unsaved');
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
    }
  }
}

/**
 * With the draft goes, in one write, what it no longer names: a recording that was deleted is gone.
 */
function keepDraft() {
  return change(async () => {
    const draft = await asItStands();
    const beside = await Promise.all([begunToday(owner), unnamed(owner, draft)]);
    return { ...Object.assign({}, ...beside), [entry(owner, 'draft')]: draft };
  });
}

/**
 * The draft as it now is: what is on the pages, and answers for which this version has no page.
 * @returns {Promise<Draft>}
 */
async function asItStands() {
  const now = onPages();
  /** @type {Draft} */
  const kept = (await read(entry(owner, 'draft'))) ?? {};
  const others = Object.entries(kept).filter(([id]) => !question(id));
  return { ...Object.fromEntries(others), ...now };
}

/**
 * What is on the pages now.
 * @returns {Draft}
 */
export function onPages() {
  const given = questions().map((page) => [page.dataset.question, answerOn(page)]);
  return Object.fromEntries(given.filter(([, answer]) => answer));
}
