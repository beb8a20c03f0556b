/** Going through the questions, and sending what was said. */

/** @import { Answer } from '../answers/controls.js' */
/** @import { App } from './app.js' */

import { asSent } from '../answers/again.js';
import { emptyPages, takeDraft } from '../answers/draft.js';
import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { beside, clear, firstOf, refresh } from '../show/asking.js';
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
  if (app.door === 'aside') return go(firstOf(section) ?? 'aside');
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
  try {
    const me = await vault.read(entry(app.space, 'me'));
    const wanting = whatIsWanting(me);
    if (wanting) return showTrouble(page('review'), wanting);
    const isAdvocate = me.role === ADVOCATE;
    const take = () => taken(Boolean(me.beside) || isAdvocate);
    const about = {
      ...aboutForm(me),
      .../** @type {{urgent?: true}} */ (isUrgent() && { urgent: true }),
      ...(isAdvocate && { said_yes: hasSaidYes() }),
    };
    await post(app.space, take, about, empty);
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
 * What holds for whatever is sent from here.
 * @param {any} me
 * @returns {import('../travel/outbox.js').About}
 */
export function aboutForm({ form, beside }) {
  const questions = /** @type {HTMLElement} */ (document.querySelector('[data-questions]'));
  const language = document.documentElement.dataset.language ?? '';
  const version = questions.dataset.version ?? '';
  return { form, version, language, ...(beside && { beside }) };
}

/** @param {any} me */
function whatIsWanting({ ended, beside, role }) {
  if (ended) return 'ended';
  if (beside && !isApproved()) return 'needs-yes';
  if (role === ADVOCATE && isWhoseWanting()) return 'needs-whose';
  if (role === ADVOCATE && hasSaidYes() === undefined) return 'needs-said-yes';
  return isNothingPicked() ? 'needs-something' : '';
}

/** @param {boolean} isBeside */
async function taken(isBeside) {
  const { given, rest } = await takeDraft(keptForLater());
  return { given, rest, answers: asSent(given, isBeside) };
}

/** @param {Map<string, Answer>} sent */
function empty(sent) {
  emptyPages(sent, showSaving);
  const asked = shownPage();
  if (asked?.dataset.question) refresh(asked);
}
