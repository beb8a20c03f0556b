/** The app: which space is in use, what each button does, what is shown after each change. */

import { emptyPages, save, showDraft, unsaved } from '../answers/draft.js';
import { answers } from '../answers/shown.js';
import { book, entry, turnTo } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { showReading } from '../reading/reading.js';
import { beside, clear, firstOf, refresh } from '../show/asking.js';
import { fill } from '../show/fill.js';
import { showNumbers } from '../show/help.js';
import { showCounts, showHome, showSpaces } from '../show/home.js';
import { go, page, replace, shownPage, startPages } from '../show/pages.js';
import { showReview } from '../show/review.js';
import { showSaid, withWords } from '../show/said.js';
import { showTrouble } from '../show/trouble.js';
import { claim } from '../travel/claim.js';
import { post, waiting } from '../travel/outbox.js';
import { keepTrying } from '../travel/sync.js';
import { wakeWithSignal } from './offline.js';

const PIN = /^\d{6}$/;

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

  /** @param {string} name */
  opening(name) {
    if (name === 'review') showReview();
    if (name === 'home') showCounts();
    if (name === 'home' || name === 'said') this.trySync();
    if (name.startsWith('q-')) refresh(page(name));
    this.showSaving(unsaved() ? 'unsaved' : '');
  }

  listen() {
    document.addEventListener('click', (event) => this.clicked(event));
    document.addEventListener('submit', (event) => this.submitted(event));
    document.querySelector('[data-questions]')?.addEventListener('input', () => this.changed());
    addEventListener('beforeunload', (event) => unsaved() && event.preventDefault());
  }

  changed() {
    const asked = shownPage();
    if (asked) refresh(asked);
    save(this.space, (state) => this.showSaving(state));
  }

  /** @param {string} state */
  showSaving(state) {
    const sentences = /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll('[data-save]')
    );
    for (const sentence of sentences) sentence.hidden = sentence.dataset.save !== state;
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
    else if (section) this.enterSection(section);
    else if (space) turnTo(Number(space)).then(() => this.use(Number(space)));
  }

  /** @type {Record<string, () => void>} */
  acts = {
    start: () => this.begin(),
    next: () => this.step(1),
    previous: () => this.step(-1),
    clear: () => this.clearAnswer(),
    send: () => this.send(),
    'no-pin': () => replace('home'),
    'leave-help': () => history.back(),
    reload: () => location.reload(),
  };

  /** @param {string} section */
  async enterSection(section) {
    this.section = section;
    const { started } = await vault.read(entry(this.space, 'me'));
    go(started ? (firstOf(section) ?? 'home') : 'limits');
  }

  async begin() {
    const name = entry(this.space, 'me');
    await vault
      .change(async () => ({ [name]: { ...(await vault.read(name)), started: true } }))
      .catch(() => undefined);
    replace(firstOf(this.section) ?? 'home');
  }

  /** @param {number} steps */
  step(steps) {
    const asked = /** @type {HTMLElement} */ (shownPage());
    go(beside(asked, steps) ?? (steps > 0 ? 'review' : 'home'));
  }

  clearAnswer() {
    clear(shownPage()?.dataset.question ?? '');
    this.changed();
  }

  async send() {
    const { form } = await vault.read(entry(this.space, 'me'));
    const { version = '' } = /** @type {HTMLElement} */ (document.querySelector('[data-questions]'))
      .dataset;
    const about = { form, version, language: document.documentElement.dataset.language ?? '' };
    showTrouble(page('review'));
    try {
      await post(this.space, answers(), about, emptyPages);
    } catch (wrong) {
      return showTrouble(page('review'), codeOf(wrong));
    }
    await this.refreshed();
    replace('sent');
    wakeWithSignal();
    this.trySync();
  }

  /** @param {SubmitEvent} event */
  submitted(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (form.dataset.form === 'open') this.openInvitation();
    else if (form.dataset.form === 'pin') this.setPin(form);
    else if (form.dataset.form === 'unlock') this.unlock(form);
    else this.step(1);
  }

  async openInvitation() {
    const asking = page('open');
    const words = this.link || input('words').value;
    if (!words.trim()) return showTrouble(asking, 'needs-words');
    showTrouble(asking);
    fill(asking, { busy: true });
    try {
      await claim(words, input('check-number').value.replace(/\D/g, ''));
    } catch (wrong) {
      fill(asking, { tries: /** @type {any} */ (wrong).triesLeft });
      return showTrouble(asking, codeOf(wrong));
    } finally {
      fill(asking, { busy: false });
    }
    await this.opened();
  }

  async opened() {
    this.link = '';
    for (const name of ['words', 'check-number']) input(name).value = '';
    const { now, spaces } = await book();
    await this.use(now);
    const first = spaces.length === 1 && (await vault.state()) === 'open';
    replace(first ? 'pin' : 'home');
  }

  /** @param {HTMLFormElement} form */
  async setPin(form) {
    const [pin, again] = ['new-pin', 'new-pin-again'].map((name) => input(name).value);
    if (!PIN.test(pin) || pin !== again) return showTrouble(form, 'pin-shape');
    try {
      await vault.setPin(pin);
    } catch {
      return showTrouble(form, 'pin-unsaved');
    }
    form.reset();
    replace('home');
  }

  /** @param {HTMLFormElement} form */
  async unlock(form) {
    try {
      await vault.unlock(input('pin').value);
    } catch {
      return showTrouble(form, 'wrong-pin');
    }
    form.reset();
    await this.inside();
  }
}

function nothing() {
  return undefined;
}

/** @param {Element} target */
function datasetOf(target) {
  const found = target.closest('[data-go], [data-act], [data-section], [data-space]');
  return found instanceof HTMLElement ? found.dataset : {};
}

/** @param {string} id */
function input(id) {
  return /** @type {HTMLInputElement} */ (document.getElementById(id));
}

/** @param {unknown} wrong */
function codeOf(wrong) {
  return /** @type {{code?: string}} */ (wrong).code ?? 'not_saved';
}
