/** The app: whether it may be entered, and which invitation is in use. */

/** @typedef {typeof import('./inside.js')} Inside */

import { showDraft } from '../answers/draft.js';
import { answers, ask, isShown } from '../answers/shown.js';
import { onlyHere } from '../keep/only_here.js';
import { book, entry, NOBODY, turnTo } from '../keep/spaces.js';
import { isKept, NotSaved } from '../keep/store.js';
import * as vault from '../keep/vault.js';
import { inert } from '../reading/inert.js';
import { fill } from '../show/fill.js';
import { go, page, replace, shownPage } from '../show/pages.js';
import { showSaving } from '../show/saving.js';
import { showTrouble } from '../show/trouble.js';
import { codeAt } from './later_code.js';
import { leaving, reopened, wasShut, watch } from './leaving.js';
import { keepOffline } from './offline.js';

/** Pages for everybody at any time, whatever is locked or not yet opened. */
const ASIDE = ['help', 'look'];
/** Pages that stand before the others: nobody comes back to them once they are past. */
const DOORS = ['', 'elsewhere', 'locked', 'shut', 'gone', 'aside'];

export class App {
  /** @param {string} link words of the invitation that this page was opened with */
  constructor(link) {
    this.link = link;
    this.space = NOBODY;
    this.section = '';
    /** All that is needed inside, while it comes. @type {Promise<Inside> | undefined} */
    this.coming = undefined;
    /** All that is needed inside, once it has come. @type {Inside | undefined} */
    this.more = undefined;
    /** @type {InstanceType<Inside['Showing']> | undefined} */
    this.showing = undefined;
    this.trySync = nothing;
    /** The one page that may be shown, beside those for everybody; empty once inside. */
    this.door = 'help';
    /** What somebody who is on a page for everybody will find when they come back. */
    this.behind = '';
    /** Whether an invitation is being opened. */
    this.isOpening = false;
    /** What somebody is asked about: whether to take it back. @type {any} */
    this.point = undefined;
    /** What somebody wants in a calendar. @type {import('./day.js').Wanted | undefined} */
    this.day = undefined;
    /** How many answers have not left this phone, when that was last looked at. */
    this.waiting = 0;
  }

  /** @param {string} name */
  stopAt(name) {
    this.door = name;
    this.arrive(name);
  }

  /**
   * The page that may be shown where that one is wanted.
   * @param {string} wanted
   */
  mayShow(wanted) {
    if (ASIDE.includes(wanted)) return wanted;
    const name = this.behind || wanted;
    this.behind = '';
    if (this.door) return this.isBeside(name) ? name : this.door;
    return this.isPast(name) ? 'home' : name;
  }

  /**
   * Whether a page belongs to the door that stands before all others.
   * @param {string} name
   */
  isBeside(name) {
    if (this.door === 'gone') return name === 'remove';
    return this.door === 'aside' && name.startsWith('q-') && isShown(page(name));
  }

  /** @param {string} name */
  isPast(name) {
    if (name === 'open') return !this.isOpening;
    if (name === 'take-back') return !this.point;
    if (name === 'calendar') return !this.day;
    return DOORS.includes(name) || (name.startsWith('q-') && !isShown(page(name)));
  }

  /**
   * Show a page without being asked to: never to somebody who is reading where to get help, or who
   * is choosing how the pages look.
   * @param {string} name
   */
  arrive(name) {
    if (ASIDE.includes(shownPage()?.dataset.page ?? '')) this.behind = name;
    else replace(name);
  }

  async start() {
    try {
      const state = await vault.state();
      fill(document.body, {
        borrowed: !isKept(),
        own: isKept(),
        linked: Boolean(this.link),
        own_app: state === 'empty' && isOwnApp(),
      });
      if (state === 'pin' || state === 'safer') return this.stopAt('locked');
      if (state === 'open' && wasShut()) return this.stopAt('shut');
      await this.enter();
    } catch (wrong) {
      this.fail(wrong);
    }
  }

  async enter() {
    reopened();
    await vault.open();
    await this.inside();
  }

  /**
   * Fetch what is needed inside: after the first page, and before anything is opened. What did not
   * come is asked for again another time.
   * @returns {Promise<Inside>}
   */
  whole() {
    this.coming ??= inside().then(
      (code) => {
        this.more = code;
        return code;
      },
      (wrong) => {
        this.coming = undefined;
        throw wrong;
      },
    );
    return this.coming;
  }

  /** The vault is open: turn to the invitation that was in use, or ask for one. */
  async inside() {
    watch(() => this.wouldLose());
    const { now } = await book();
    if (now === NOBODY) return this.askToOpen();
    await this.furnish();
    await this.use(now);
    if (this.link) this.askToOpen();
    else await this.settle('home');
  }

  /** Everything that stands inside is there, and what was written aside is with the rest. */
  async furnish() {
    const { keepTrying, offerRings, Showing, takeInAside, unfoldOnPaper } = await this.whole();
    if (this.showing) return;
    this.showing = new Showing();
    unfoldOnPaper();
    offerRings();
    await takeInAside((await book()).now);
    this.trySync = keepTrying(() => this.refreshed());
  }

  /**
   * Nothing is left to be opened: to that page, or to choose who could look at this phone, where
   * the worker asked for that and nobody has chosen yet.
   * @param {string} name
   */
  async settle(name) {
    const { mode, guarded } = await vault.read(entry(this.space, 'me'));
    const isUnasked = mode === 'safer' && !guarded && (await vault.state()) !== 'safer';
    if (leaving()) return;
    fill(page('guard'), { suggested: isUnasked });
    if (isUnasked && isKept()) this.stopAt('guard');
    else this.arrive(isKept() ? name : 'home');
  }

  /** Somebody has chosen who could look at this phone. */
  async guarded() {
    const name = entry(this.space, 'me');
    await vault.change(async () => ({ [name]: { ...(await vault.read(name)), guarded: true } }));
    this.door = '';
    await this.refreshed();
    this.trySync();
    this.arrive('home');
  }

  /** Whether closing this page would lose words: on somebody else's phone nothing else has them. */
  wouldLose() {
    return !isKept() && vault.isOpen() && answers().size + this.waiting > 0;
  }

  /**
   * What one invitation has, from now on: its draft on the pages, its meeting, its letter.
   * @param {number} space
   */
  async use(space) {
    const me = await vault.read(entry(space, 'me'));
    await this.more?.offerReplies(space);
    await this.more?.sayLostPhoto(space);
    await showDraft(space, me.people ?? []);
    ask(me.form, false);
    this.space = space;
    this.day = undefined;
    this.door = '';
    keepOffline();
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
    const isAwaited = await this.showing?.refresh(() => this.space);
    if (leaving() || !vault.isOpen()) return false;
    const here = await onlyHere();
    this.waiting = here.waiting;
    const { showStorage, tidied } = await this.whole();
    const isTidy = await tidied(here.drafted + here.waiting);
    const state = await vault.state();
    if (leaving()) return false;
    showStorage(here, state, isTidy);
    return isAwaited ?? false;
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
    if (this.space === NOBODY) this.door = 'open';
    this.expect(this.link);
    this.arrive('open');
  }

  /** Ask for the words of another invitation, on paper. */
  askForWords() {
    this.expect('');
    go('open');
  }

  /**
   * What is to be opened: a link's words, or, with none, those that are typed.
   * @param {string} link
   */
  expect(link) {
    this.link = link;
    this.isOpening = true;
    fill(page('open'), { linked: Boolean(link), unlinked: !link });
    showTrouble(page('open'));
  }

  /**
   * The invitation that these words open has been opened.
   * @param {string} words
   */
  async opened(words) {
    if (this.link === words) this.link = '';
    this.isOpening = Boolean(this.link);
    const isFirst = this.space === NOBODY && (await vault.state()) === 'open';
    const { now } = await book();
    await this.furnish();
    const shown = shownPage()?.dataset.page ?? '';
    if (this.space !== NOBODY && !['open', ...ASIDE].includes(shown)) return this.setAside();
    await this.use(now);
    if (this.link) this.askToOpen();
    else await this.settle(isFirst ? 'pin' : 'home');
  }

  /** Its reader has gone on to something else: it waits at home. */
  async setAside() {
    await turnTo(this.space);
    await this.refreshed();
  }

  /**
   * Something that somebody asked for did not happen.
   * @param {unknown} wrong
   */
  fail(wrong) {
    if (leaving()) return;
    const isStorage = wrong instanceof NotSaved;
    if (!isStorage) reportError(wrong);
    if (this.space === NOBODY) this.stopAt(isStorage ? 'no-store' : 'broken');
    else if (isStorage) showSaving('unsaved');
    else replace('broken');
  }
}

/** The code that is needed inside, and the templates that it fills. */
async function inside() {
  const { language } = document.documentElement.dataset;
  const [code, templates] = await Promise.all([
    codeAt(document.body.dataset.inside ?? '', () => import('./inside.js')),
    text(`/${language}/inside/`),
  ]);
  document.body.append(...inert(`<body>${templates}`).body.childNodes);
  return code;
}

/** Opened from an iPhone's home screen: an app whose storage is not Safari's. */
function isOwnApp() {
  return Boolean(/** @type {any} */ (navigator).standalone);
}

/** @param {string} address */
async function text(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

function nothing() {
  return undefined;
}
