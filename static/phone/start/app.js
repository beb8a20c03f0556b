/** The app: whether it may be entered, and which invitation is in use. */

import { showDraft } from '../answers/draft.js';
import { book, entry, NOBODY, turnTo } from '../keep/spaces.js';
import { NotSaved } from '../keep/store.js';
import * as vault from '../keep/vault.js';
import { fill } from '../show/fill.js';
import { go, page, replace, shownPage } from '../show/pages.js';
import { showSaving } from '../show/saving.js';
import { showTrouble } from '../show/trouble.js';
import { keepTrying } from '../travel/sync.js';
import { isAwaited, Showing } from './showing.js';

/** Pages that stand before the others: nobody comes back to them once they are past. */
const DOORS = ['elsewhere', 'locked'];

export class App {
  /** @param {string} link words of the invitation that this page was opened with */
  constructor(link) {
    this.link = link;
    this.space = NOBODY;
    this.section = '';
    this.showing = new Showing();
    this.trySync = nothing;
    /** The one page that may be shown, beside help; empty once inside. */
    this.door = 'help';
    /** Where whoever comes back to a finished opening is led; empty while one is under way. */
    this.pastOpening = 'home';
  }

  /** @param {string} name */
  stopAt(name) {
    this.door = name;
    this.arrive(name);
  }

  /**
   * The page that may be shown where that one is wanted.
   * @param {string} name
   */
  mayShow(name) {
    if (name === 'help') return name;
    if (this.door) return this.door;
    if (name === 'open' && this.pastOpening) return this.pastOpening;
    return DOORS.includes(name) || !page(name) ? 'home' : name;
  }

  /**
   * Show a page without being asked to: never to somebody who is reading where to get help.
   * @param {string} name
   */
  arrive(name) {
    if (shownPage()?.dataset.page !== 'help') replace(name);
  }

  async start() {
    try {
      if ((await vault.state()) === 'pin') return this.stopAt('locked');
      await vault.open();
      await this.inside();
    } catch (wrong) {
      this.fail(wrong);
    }
  }

  /** The vault is open: turn to the invitation that was in use, or ask for one. */
  async inside() {
    const { now } = await book();
    this.trySync = keepTrying(() => this.refreshed());
    if (now !== NOBODY) await this.use(now);
    if (this.link || now === NOBODY) this.askToOpen();
    else this.arrive('home');
  }

  /**
   * What one invitation has, from now on: its draft on the pages, its meeting, its letter.
   * @param {number} space
   */
  async use(space) {
    const me = await vault.read(entry(space, 'me'));
    await showDraft(space, me.people ?? []);
    this.space = space;
    this.door = '';
    fill(document.body, { inside: true });
    await this.refreshed();
    this.trySync();
  }

  /** @param {number} space */
  async turn(space) {
    await turnTo(space);
    await this.use(space);
    this.arrive('home');
  }

  /** Show what changed; true while something is still awaited from the council. */
  async refreshed() {
    if (this.space === NOBODY) return false;
    await this.showing.refresh(this.space);
    return isAwaited();
  }

  /**
   * A link was opened while the app was open.
   * @param {string} link
   */
  follow(link) {
    if (!link) return;
    this.link = link;
    if (!this.door || this.door === 'open') this.askToOpen();
  }

  /** Ask for an invitation's words, unless they came with the link, and its check number. */
  askToOpen() {
    this.pastOpening = '';
    if (this.space === NOBODY) this.door = 'open';
    fill(page('open'), { linked: Boolean(this.link), unlinked: !this.link });
    showTrouble(page('open'));
    this.arrive('open');
  }

  /** An invitation was opened while its reader had gone on to something else: it waits at home. */
  async setAside() {
    this.pastOpening = 'home';
    await turnTo(this.space);
    await this.refreshed();
  }

  /** Another invitation, on paper. */
  askForWords() {
    this.link = '';
    this.pastOpening = '';
    fill(page('open'), { linked: false, unlinked: true });
    showTrouble(page('open'));
    go('open');
  }

  /**
   * Something that somebody asked for did not happen.
   * @param {unknown} wrong
   */
  fail(wrong) {
    const isStorage = wrong instanceof NotSaved;
    if (!isStorage) reportError(wrong);
    if (this.space === NOBODY) this.stopAt(isStorage ? 'no-store' : 'broken');
    else if (isStorage) showSaving('unsaved');
    else go('broken');
  }
}

function nothing() {
  return undefined;
}
