/** The home page: the meeting, what I can do now, what is waiting, and the path below. */

import { answers } from '../answers/shown.js';
import { isDay } from '../reading/calendar.js';
import { isNews, sinceThen } from '../reading/since.js';
import { toApprove } from './advocates.js';
import { fill } from './fill.js';
import { page } from './pages.js';
import { refreshPath, showPath } from './path.js';

/** How much waits that is no longer on the pages. */
let onTheWay = 0;

/**
 * @param {import('../start/showing.js').Kept & {reports: number, unread: number}} kept
 */
export function showHome(kept) {
  const { me, said = {}, points = { points: [] }, publication, before } = kept;
  const { shared, errands = {}, reports, unread } = kept;
  const sendings = Object.values(said);
  const count = (/** @type {string} */ state) => sendings.filter(({ at }) => at === state).length;
  const [waiting, refused, sealed] = ['phone', 'refused', 'mailbox'].map(count);
  const asked = Object.keys(errands).length;
  onTheWay = me.ended ? 0 : waiting + refused + sealed + asked;
  fill(page('home'), {
    ...meetingOf(me),
    name: me.name,
    child: me.child,
    worker: me.worker?.name,
    form: Boolean(me.form),
    reader: !me.form && !publication && !reports,
    reports,
    unread,
    publication,
    news: publication && isNews(sinceThen(publication, before)),
    letter: publication?.letter,
    plan: publication?.plan,
    happened: publication?.happened?.length,
    spoken: sendings.flatMap(({ answers }) => answers).length + points.points.length,
    waiting: me.ended ? 0 : waiting + asked,
    advocates: me.advocates?.length && !me.ended,
    to_approve: toApprove(/** @type {any} */ (kept)) > 0,
    shared: me.role === 'advocate' && shared?.points.length,
    unshared: me.role === 'advocate' && !shared?.parts.length,
    refused,
    sealed,
    ended: me.ended,
    unreadable: me.unreadable,
  });
  const sent = sendings.flatMap((sending) => sending.answers);
  showPath(
    me.visited ?? [],
    [...sent, ...points.points].map(({ question }) => question),
  );
  refreshHome();
}

/** Bring it up to date with what is on the questions' pages. */
export function refreshHome() {
  const drafted = answers().size;
  fill(page('home'), { drafted, undrafted: !drafted, nothing_waits: !drafted && !onTheWay });
  refreshPath();
}

/** @param {any} me */
function meetingOf({ meeting, chair }) {
  return {
    meeting_on: meeting?.on,
    no_meeting_on: !meeting?.on,
    day_meeting: isDay(meeting?.on),
    meeting_at: meeting?.at,
    meeting_place: meeting?.place,
    chair: chair?.name,
  };
}
