/**
 * What is shown of the invitation in use, and of the others beside it.
 *
 * Each part is drawn anew only when what it shows has changed: nobody loses their place in the plan
 * because something was read by somebody. A part that cannot be drawn leaves the others as they are.
 */

import { rememberSent } from '../answers/again.js';
import { questions } from '../answers/controls.js';
import { onPages } from '../answers/draft.js';
import { ask } from '../answers/shown.js';
import { today } from '../keep/days.js';
import { book, entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { explain } from '../reading/explain.js';
import { useAreaWords } from '../reading/glossary.js';
import { showReading } from '../reading/reading.js';
import { showAccess, showAsk, showShared, showToApprove } from '../show/advocates.js';
import { formNamed } from '../show/asking.js';
import { rememberForCopy } from '../show/copy.js';
import { fill } from '../show/fill.js';
import { showNumbers } from '../show/help.js';
import { showHome } from '../show/home.js';
import { page, shownPage } from '../show/pages.js';
import { showReadings } from '../show/readings.js';
import { rememberReplies, showReplies } from '../show/replies.js';
import { countReports, showReports } from '../show/reports.js';
import { pointsOf, showSaid, withWords } from '../show/said.js';
import { showScores } from '../show/scores.js';
import { showSpaces } from '../show/spaces.js';
import { showAround } from '../show/to_read.js';
import { maySend } from '../travel/patience.js';
import { showBeside } from './beside.js';
import { leaving } from './leaving.js';
import { askToReply } from './replying.js';

/** @typedef {{me: any, [part: string]: any}} Kept what a space has */

const READING = ['letter', 'plan', 'happened'];
const PARTS = [
  ...['me', 'draft', 'said', 'points', 'publication', 'before', 'pieces', 'reports'],
  ...['asked', 'access', 'shared', 'to_approve', 'errands'],
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
    if (all[now]) this.drawAll(now, all[now], summaries(all, now));
    return all.some(isAwaited);
  }

  /**
   * @param {number} space
   * @param {Kept} kept
   * @param {import('../show/spaces.js').Summary[]} others
   */
  drawAll(space, kept, others) {
    const points = pointsOf(kept);
    const publication = readable(kept);
    const before = kept.before && readable({ ...kept, publication: kept.before });
    const { reports: list, said } = kept;
    ask(kept.me.form, hasBeen(kept));
    askToReply(space, kept, points, onPages());
    const happened = publication && withWords(points, publication.happened);
    rememberSent(points);
    rememberForCopy(points);
    rememberReplies(points);
    const pages = questions().length;
    this.part('names', { pages, ...namesOf(kept.me) }, (names) => fill(document.body, names));
    this.part('beside', kept.me, showBeside);
    this.part('numbers', kept.me.numbers ?? [], showNumbers);
    this.part('others', { me: { role: kept.me.role }, others }, showSpaces);
    this.advocacy(kept);
    const home = { ...kept, draft: undefined, publication, ...countReports({ list, said }) };
    this.part('home', home, showHome);
    useAreaWords(kept.me.words ?? []);
    this.part('said', points, explained(showSaid, ['said']));
    this.part('scores', points, showScores);
    this.part('spoken', points.length, (spoken) => fill(page('said'), { spoken }));
    this.part(
      'reading',
      [publication && { ...publication, happened }, before, kept.me.words],
      explained(([now, then]) => {
        showReading(now, then);
        showAround(now);
      }, READING),
    );
    this.part('reports', { list, said }, showReports);
    this.part('readings', { said, publication, happened }, showRead);
    showReplies();
    const waiting = waitingIn(kept);
    this.part('sent', { waiting, later: waiting > 0 && !maySend(space) }, showSent);
  }

  /** @param {Kept} kept */
  advocacy({ me, asked, access, shared, to_approve: toApprove, errands }) {
    const { role, ended = false, advocates = [] } = me;
    this.part('ask', { role, ended, asked, errands }, (known) => showAsk(known).forEach(explain));
    this.part('access', { advocates, access, errands }, showAccess);
    this.part('approve', { to_approve: toApprove, errands }, showToApprove);
    this.part('shared', shared, showShared);
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
  const values = await Promise.all(PARTS.map((part) => vault.read(entry(space, part))));
  return /** @type {any} */ (Object.fromEntries(PARTS.map((part, at) => [part, values[at]])));
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
function isNew({ me, said, publication, reports, shared, to_approve: toApprove }) {
  const { seen = {} } = me;
  const isUnread = publication && publication.serial !== seen.publication;
  const isUnseen = shared?.parts.length && shared.serial !== seen.shared;
  const { unread } = countReports({ list: reports, said });
  return Boolean(isUnread || isUnseen || unread || toApprove?.points.length);
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
function namesOf({ form, worker, chair, beside, role, child }) {
  const isAdvocate = role === 'advocate';
  return {
    ...formNamed(form),
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

/**
 * Whether the meeting has been: something was published after it, or its day is past. A reader who
 * is given nothing to read is asked too, but for an advocate: how it was is not theirs to say. The
 * phone's clock decides only what is offered to be read.
 * @param {Kept} kept
 */
function hasBeen({ me: { role, meeting }, publication }) {
  if (role === 'advocate') return false;
  return Boolean(publication) || Boolean(meeting?.on && meeting.on < today());
}

/** @param {{waiting: number, later: boolean}} known `later`: there is signal, and no room */
function showSent({ waiting, later }) {
  fill(document.body, { later, soon: !later });
  fill(page('sent'), { waiting: waiting && !later, gone: !waiting });
}

/** @param {{said?: any, publication?: any}} kept drawn again whenever letter and plan are */
function showRead({ said = {}, publication }) {
  showReadings(said, { letter: publication?.serial, plan: publication?.serial });
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
