/**
 * What is shown of the invitation in use, and of the others beside it.
 *
 * Each part is drawn anew only when what it shows has changed: nobody loses their place in the plan
 * because something was read by somebody. A part that cannot be drawn leaves the others as they are.
 */

import { rememberSent } from '../answers/again.js';
import { book, entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { showReading } from '../reading/reading.js';
import { showAccess, showAsk, showShared, showToApprove } from '../show/advocates.js';
import { rememberForCopy } from '../show/copy.js';
import { fill } from '../show/fill.js';
import { showNumbers } from '../show/help.js';
import { showHome } from '../show/home.js';
import { page } from '../show/pages.js';
import { pointsOf, showSaid, withWords } from '../show/said.js';
import { showSpaces } from '../show/spaces.js';
import { showBeside } from './beside.js';
import { leaving } from './leaving.js';

/** @typedef {{me: any, [part: string]: any}} Kept what a space has */

const PARTS = [
  ...['me', 'said', 'points', 'publication', 'pieces'],
  ...['asked', 'access', 'shared', 'to_approve', 'errands', 'draft'],
];

export class Showing {
  constructor() {
    /** @type {Map<string, string>} */
    this.drawn = new Map();
    /** @type {Promise<unknown>} */
    this.last = Promise.resolve();
  }

  /**
   * One after the other, each of the invitation that is in use once it is drawn. True while
   * something that was sent from this phone has no receipt yet.
   * @param {() => number} inUse
   * @returns {Promise<boolean>}
   */
  refresh(inUse) {
    const turn = this.last.then(() => this.draw(inUse));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** @param {() => number} inUse */
  async draw(inUse) {
    const { spaces } = await book();
    const all = await Promise.all([...spaces.keys()].map(keptIn));
    const now = inUse();
    if (leaving()) return false;
    if (all[now]) this.drawAll(all[now], summaries(all, now));
    return all.some(isAwaited);
  }

  /**
   * @param {Kept} kept
   * @param {import('../show/spaces.js').Summary[]} others
   */
  drawAll(kept, others) {
    const points = pointsOf(kept);
    const publication = readable(kept);
    const happened = publication && withWords(points, publication.happened);
    rememberSent(points);
    rememberForCopy(points);
    this.part('names', namesOf(kept.me), (names) => fill(document.body, names));
    this.part('beside', kept.me, showBeside);
    this.part('numbers', kept.me.numbers ?? [], showNumbers);
    this.part('others', { me: { role: kept.me.role }, others }, showSpaces);
    const { asked, access, shared, to_approve: toApprove, errands } = kept;
    const { role, ended = false, advocates = [] } = kept.me;
    this.part('ask', { role, ended, asked, errands }, showAsk);
    this.part('access', { advocates, access, errands }, showAccess);
    this.part('approve', { to_approve: toApprove, errands }, showToApprove);
    this.part('shared', shared, showShared);
    this.part('home', { ...kept, draft: undefined, publication }, showHome);
    this.part('said', points, showSaid);
    this.part('spoken', points.length, (spoken) => fill(page('said'), { spoken }));
    this.part('reading', publication && { ...publication, happened }, showReading);
    this.part('sent', waitingIn(kept), (waiting) =>
      fill(page('sent'), { waiting, gone: !waiting }),
    );
  }

  /**
   * @template T
   * @param {string} name
   * @param {T} data
   * @param {(data: T) => void} draw
   */
  part(name, data, draw) {
    const now = JSON.stringify(data) ?? '';
    if (this.drawn.get(name) === now) return;
    try {
      draw(data);
      this.drawn.set(name, now);
    } catch (wrong) {
      reportError(wrong);
    }
  }
}

/**
 * @param {number} space
 * @returns {Promise<Kept>}
 */
async function keptIn(space) {
  const values = PARTS.map((part) => vault.read(entry(space, part)));
  const found = await Promise.all(values);
  const kept = Object.fromEntries(PARTS.map((part, at) => [part, found[at]]));
  return /** @type {Kept} */ (kept);
}

/**
 * What there is to read: what the council cleared, and beside it what the young person shared.
 * @param {Kept} kept
 */
function readable({ publication, shared }) {
  const { letter, plan } = shared ?? {};
  if (!letter && !plan) return publication;
  const own = publication ?? { happened: [] };
  return { ...own, letter: own.letter ?? letter, plan: own.plan ?? plan };
}

/**
 * Whether something came that nobody has looked at here.
 * @param {Kept} kept
 */
function isNew({ me, publication, shared, to_approve: toApprove }) {
  const { seen = {} } = me;
  const isUnread = publication && publication.serial !== seen.publication;
  const isUnseen = shared?.parts.length && shared.serial !== seen.shared;
  return Boolean(isUnread || isUnseen || toApprove?.points.length);
}

/**
 * @param {Kept[]} all
 * @param {number} now
 */
function summaries(all, now) {
  const others = [...all.entries()].filter(([space]) => space !== now);
  return others.map(([space, kept]) => ({
    space,
    role: kept.me.role,
    name: kept.me.name,
    child: kept.me.child,
    meeting: kept.me.meeting?.on ?? '',
    ended: Boolean(kept.me.ended),
    to_read: isNew(kept),
    drafted: Object.keys(kept.draft ?? {}).length,
    waiting: waitingIn(kept),
  }));
}

/**
 * Who reads, and who is writing, by name: shown wherever it matters.
 * @param {any} me
 */
function namesOf({ worker, chair, beside, role, child }) {
  const isAdvocate = role === 'advocate';
  return {
    advocate: isAdvocate,
    no_advocate: !isAdvocate,
    whose: Boolean(beside) || isAdvocate,
    child_name: child,
    who_worker: worker?.name,
    who_chair: chair?.name,
    has_chair: Boolean(chair?.name),
    beside: Boolean(beside),
    alone: !beside,
    beside_with: beside?.how === 'with',
    beside_for: beside?.how === 'for',
    beside_who: beside?.who,
  };
}

/** @param {Kept} kept */
function waitingIn({ me, said = {}, pieces = {}, errands = {} }) {
  const waiting = Object.values(said).filter(({ at }) => at === 'phone').length;
  return me.ended ? 0 : waiting + Object.keys({ ...pieces, ...errands }).length;
}

/** @param {Kept} kept */
function isAwaited({ me, said = {}, pieces = {}, errands = {} }) {
  const isWaiting = Object.values(said).some(({ at }) => at === 'phone' || at === 'mailbox');
  return !me.ended && (isWaiting || Object.keys({ ...pieces, ...errands }).length > 0);
}
