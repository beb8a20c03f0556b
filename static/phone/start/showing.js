/**
 * What is shown of the invitation in use, and of the others beside it.
 *
 * Each part is drawn anew only when what it shows has changed: nobody loses their place in the plan
 * because something was read by somebody. A part that cannot be drawn leaves the others as they are.
 */

import { rememberSent } from '../answers/again.js';
import { book, entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { explain } from '../reading/explain.js';
import { useAreaWords } from '../reading/glossary.js';
import { showReading } from '../reading/reading.js';
import { rememberForCopy } from '../show/copy.js';
import { fill } from '../show/fill.js';
import { showNumbers } from '../show/help.js';
import { showHome } from '../show/home.js';
import { page, shownPage } from '../show/pages.js';
import { pointsOf, showSaid, withWords } from '../show/said.js';
import { showScores } from '../show/scores.js';
import { showSpaces } from '../show/spaces.js';
import { showBeside } from './beside.js';
import { leaving } from './leaving.js';

/** @typedef {{me: any, said?: any, points?: any, publication?: any, pieces?: any}} Kept what a space has */

const READING = ['letter', 'plan', 'happened'];
const PARTS = ['me', 'said', 'points', 'publication', 'pieces'];

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
    const { publication } = kept;
    const happened = publication && withWords(points, publication.happened);
    rememberSent(points);
    rememberForCopy(points);
    this.part('names', namesOf(kept.me), (names) => fill(document.body, names));
    this.part('beside', kept.me, showBeside);
    this.part('numbers', kept.me.numbers ?? [], showNumbers);
    this.part('others', others, showSpaces);
    this.part('home', kept, showHome);
    useAreaWords(kept.me.words ?? []);
    this.part('said', points, explained(showSaid, ['said']));
    this.part('scores', points, showScores);
    this.part('spoken', points.length, (spoken) => fill(page('said'), { spoken }));
    this.part(
      'reading',
      publication && { ...publication, happened, words: kept.me.words },
      explained(showReading, READING),
    );
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
 * Drawn, and its hard words explained where somebody is reading it.
 * @param {(data: any) => void} draw
 * @param {string[]} names of the pages that it is drawn on
 * @returns {(data: any) => void}
 */
function explained(draw, names) {
  return (data) => {
    draw(data);
    const shown = shownPage();
    if (shown && names.includes(shown.dataset.page ?? '')) explain(shown);
  };
}

/**
 * @param {number} space
 * @returns {Promise<Kept>}
 */
async function keptIn(space) {
  const values = PARTS.map((part) => vault.read(entry(space, part)));
  const [me, said, points, publication, pieces] = await Promise.all(values);
  return { me, said, points, publication, pieces };
}

/**
 * @param {Kept[]} all
 * @param {number} now
 */
function summaries(all, now) {
  const others = [...all.entries()].filter(([space]) => space !== now);
  return others.map(([space, kept]) => ({
    space,
    name: kept.me.name,
    child: kept.me.child,
    ended: kept.me.ended,
    to_read: Boolean(kept.publication),
    waiting: waitingIn(kept),
  }));
}

/**
 * Who reads, and who is writing, by name: shown wherever it matters.
 * @param {any} me
 */
function namesOf({ worker, chair, beside }) {
  return {
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
function waitingIn({ me, said = {}, pieces = {} }) {
  const waiting = Object.values(said).filter(({ at }) => at === 'phone').length;
  return me.ended ? 0 : waiting + Object.keys(pieces).length;
}

/** @param {Kept} kept */
function isAwaited({ me, said = {}, pieces = {} }) {
  const isWaiting = Object.values(said).some(({ at }) => at === 'phone' || at === 'mailbox');
  return !me.ended && (isWaiting || Object.keys(pieces).length > 0);
}
