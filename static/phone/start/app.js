/** The app: which invitation is in use, what is shown of it, and what each button leads to. */

import { save, showDraft, unsaved } from '../answers/draft.js';
import { book, entry, turnTo } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { showReading } from '../reading/reading.js';
import { refresh } from '../show/asking.js';
import { fill } from '../show/fill.js';
import { showNumbers } from '../show/help.js';
import { showCounts, showHome, showSpaces } from '../show/home.js';
import { go, page, replace, shownPage, startPages } from '../show/pages.js';
import { showReview } from '../show/review.js';
import { showSaid, withWords } from '../show/said.js';
import { showTrouble } from '../show/trouble.js';
import { waiting } from '../travel/outbox.js';
import { keepTrying } from '../travel/sync.js';
import { begin, clearAnswer, enterSection, send, step } from './answering.js';
import { openInvitation, setPin, unlock } from './opening.js';

export class App {
  /** @param {string} link words of the invitation that this page was opened with */
  constructor(link) {
    this.link = link;
    this.space = -1;
    this.section = '';
    this.shown = '';
    this.trySync = nothing;
  }

  waitForOtherTab() {
    replace('elsewhere');
  }

  async start() {
    startPages((name) => this.opening(name));
    this.listen();
    try {
      await this.enter();
    } catch {
      replace('no-store');
    }
  }

  /** @param {string} link */
  follow(link) {
    if (!link) return;
    this.link = link;
    if (shownPage()?.dataset.page !== 'locked') this.askToOpen();
  }

  async enter() {
    if ((await vault.state()) === 'pin') return replace('locked');
    await vault.open();
    await this.inside();
  }

  /** The vault is open: turn to the invitation that was in use, or ask for one. */
  async inside() {
    const { now } = await book();
    this.trySync = keepTrying(
      () => this.space,
      () => this.refreshed(),
    );
    if (now >= 0) await this.use(now);
    if (this.link || now < 0) this.askToOpen();
    else replace('home');
  }

  /** @param {number} space */
  async use(space) {
    this.space = space;
    const me = await vault.read(entry(space, 'me'));
    await showDraft(space, me.people ?? []);
    fill(document.body, { inside: true });
    await this.refreshed();
    this.trySync();
  }

  /** Show what changed; true while something is still awaited from the council. */
  async refreshed() {
    if (this.space < 0) return false;
    const left = await waiting(this.space);
    const kept = JSON.stringify([...(await vault.readAll(`${this.space}/`)), await book()]);
    if (kept !== this.shown) await this.show(kept, left.length);
    return left.length > 0;
  }

  /**
   * Show it all again: only when something changed, so that nobody loses their place in reading.
   * @param {string} kept
   * @param {number} left
   */
  async show(kept, left) {
    this.shown = kept;
    showNumbers((await vault.read(entry(this.space, 'me'))).numbers ?? []);
    showSpaces(await book());
    await showHome(this.space);
    await showSaid(this.space);
    await this.showPublication();
    fill(page('sent'), { waiting: left, gone: !left });
  }

  async showPublication() {
    const publication = await vault.read(entry(this.space, 'publication'));
    if (!publication) return showReading(publication);
    const happened = await withWords(this.space, publication.happened);
    showReading({ ...publication, happened });
  }

  askToOpen() {
    fill(page('open'), { linked: Boolean(this.link), unlinked: !this.link });
    showTrouble(page('open'));
    replace('open');
  }

  /** @param {string} name of the page that is about to be shown */
  opening(name) {
    if (name === 'review') showReview();
    if (name === 'home') showCounts();
    if (name === 'home' || name === 'said') this.trySync();
    if (name.startsWith('q-')) refresh(page(name));
    showSaving(unsaved() ? 'unsaved' : '');
  }

  listen() {
    document.addEventListener('click', (event) => this.clicked(event));
    document.addEventListener('submit', (event) => this.submitted(event));
    document.querySelector('[data-questions]')?.addEventListener('input', () => this.changed());
    addEventListener('beforeunload', (event) => unsaved() && event.preventDefault());
  }

  /** Something was typed or picked: it is saved at once. */
  changed() {
    const asked = shownPage();
    if (asked) refresh(asked);
    save(this.space, showSaving);
  }

  /** @param {Event} event */
  clicked(event) {
    const target = /** @type {Element} */ (event.target);
    const { go: to, act, section, space } = datasetOf(target);
    if (target.closest('[data-skip]')) {
      event.preventDefault();
      document.getElementById('main')?.focus();
    } else if (to) go(to);
    else if (act) this.acts[act]?.();
    else if (section) enterSection(this, section);
    else if (space) turnTo(Number(space)).then(() => this.use(Number(space)));
  }

  /** @param {SubmitEvent} event */
  submitted(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.dataset.form === 'open') openInvitation(this);
    else if (form.dataset.form === 'pin') setPin(form);
    else if (form.dataset.form === 'unlock') unlock(this, form);
    else step(1);
  }

  /** @type {Record<string, () => void>} */
  acts = {
    start: () => begin(this),
    next: () => step(1),
    previous: () => step(-1),
    clear: () => clearAnswer(this),
    send: () => send(this),
    'no-pin': () => replace('home'),
    'leave-help': () => history.back(),
    reload: () => location.reload(),
  };
}

/** @param {string} state */
function showSaving(state) {
  const sentences = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('[data-save]')
  );
  for (const sentence of sentences) sentence.hidden = sentence.dataset.save !== state;
}

function nothing() {
  return undefined;
}

/** @param {Element} target */
function datasetOf(target) {
  const found = target.closest('[data-go], [data-act], [data-section], [data-space]');
  return found instanceof HTMLElement ? found.dataset : {};
}
