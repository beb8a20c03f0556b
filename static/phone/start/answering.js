/** Going through the questions, and sending what was said. */

/** @import { Answer } from '../answers/controls.js' */
/** @import { App } from './app.js' */

import { asSent } from '../answers/again.js';
import { question } from '../answers/controls.js';
import { emptyPages, takeDraft } from '../answers/draft.js';
import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { askHere, beside, clear, firstOf, formOf, refresh } from '../show/asking.js';
import { go, page, replace, shownPage } from '../show/pages.js';
import {
  hasSaidYes,
  isApproved,
  isNothingPicked,
  isUrgent,
  isWhoseWanting,
  keptForLater,
  showReview,
} from '../show/review.js';
import { showSaving } from '../show/saving.js';
import { codeOf, showTrouble } from '../show/trouble.js';
import { post } from '../travel/outbox.js';
import { wakeWithSignal } from './offline.js';

/** Whoever writes for somebody else says whose words each answer is, and who has said yes. */
const ADVOCATE = 'advocate';

/**
 * Into a section; the first time, by way of what is private and what is not.
 * @param {App} app
 * @param {string} section
 */
export async function enterSection(app, section) {
  app.section = section;
  if (app.door === 'aside') {
    askHere(formOf(section));
    return go(firstOf(section) ?? 'aside');
  }
  const { started, role } = await vault.read(entry(app.space, 'me'));
  if (shownPage() !== page('home')) return;
  go(started || role === ADVOCATE ? (firstOf(section) ?? 'home') : 'limits');
}

/** @param {App} app */
export async function begin(app) {
  const name = entry(app.space, 'me');
  await vault
    .change(async () => ({ [name]: { ...(await vault.read(name)), started: true } }))
    .catch(() => undefined);
  if (shownPage() === page('limits')) replace(firstOf(app.section) ?? 'home');
}

/** @param {number} steps on (1) or back (-1) among the questions that are shown */
export function step(steps) {
  const asked = /** @type {HTMLElement} */ (shownPage());
  go(beside(asked, steps) ?? (steps > 0 ? 'review' : 'home'));
}

/** Empty the page that is shown. */
export function clearAnswer() {
  clear(shownPage()?.dataset.question ?? '');
}

/**
 * Seal what was picked to go and keep it to be sent. If that fails, all is as it was.
 * @param {App} app
 */
export async function send(app) {
  showTrouble(page('review'));
  const { space } = app;
  try {
    const me = await vault.read(entry(space, 'me'));
    const wanting = whatIsWanting(me);
    if (wanting) return showTrouble(page('review'), wanting);
    const isAdvocate = me.role === ADVOCATE;
    const take = () => taken(space, Boolean(me.beside) || isAdvocate);
    await post(space, take, aboutSending(me), empty);
  } catch (wrong) {
    return showTrouble(page('review'), codeOf(wrong));
  }
  if (shownPage() === page('review')) replace('sent');
  showReview(true);
  await onItsWay(app);
}

/**
 * Something is in the outbox: show it, and try.
 * @param {App} app
 */
export async function onItsWay(app) {
  await app.refreshed().catch(() => undefined);
  wakeWithSignal();
  app.trySync();
}

/**
 * What holds for whatever is sent from here, by the form in which a question stands: the one in
 * use, unless its page says that it sends another.
 * @param {any} me
 * @param {boolean} [urgent]
 * @returns {(question: string) => import('../travel/outbox.js').About}
 */
export function aboutForm({ form: main, beside }, urgent = false) {
  const language = document.documentElement.dataset.language ?? '';
  return (question) => {
    const stands = standsIn(question);
    const { sends: form = main } = stands.dataset;
    const version = stands.getAttribute(`data-version-${form}`) ?? '';
    return { form, version, language, ...(beside && { beside }), ...(urgent && { urgent }) };
  };
}

/**
 * What holds for what is sent from the page of all that was said; of an advocate's, who has said yes.
 * @param {any} me
 * @returns {(question: string) => import('../travel/outbox.js').About}
 */
function aboutSending(me) {
  const about = aboutForm(me, isUrgent());
  const said = me.role === ADVOCATE && { said_yes: hasSaidYes() };
  return (question) => ({ ...about(question), ...said });
}

/** @param {string} id */
function standsIn(id) {
  const found = question(id)?.closest('form') ?? document.querySelector('[data-questions]');
  return /** @type {HTMLElement} */ (found);
}

/** @param {any} me */
function whatIsWanting({ ended, beside, role }) {
  if (ended) return 'ended';
  if (beside && !isApproved()) return 'needs-yes';
  if (role === ADVOCATE && isWhoseWanting()) return 'needs-whose';
  if (role === ADVOCATE && hasSaidYes() === undefined) return 'needs-said-yes';
  return isNothingPicked() ? 'needs-something' : '';
}

/**
 * @param {number} space
 * @param {boolean} isBeside
 */
async function taken(space, isBeside) {
  const { given, rest } = await takeDraft(space, keptForLater());
  return { given, rest, answers: asSent(given, isBeside) };
}

/** @param {Map<string, Answer>} sent */
function empty(sent) {
  emptyPages(sent, showSaving);
  const asked = shownPage();
  if (asked?.dataset.question) refresh(asked);
}
