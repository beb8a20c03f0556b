/** The home page: the meeting, what I can do now, what is waiting. */

import { questions } from '../answers/controls.js';
import { answers } from '../answers/shown.js';
import { fill } from './fill.js';
import { page } from './pages.js';

/** @param {{me: any, said?: any, points?: any, publication?: any}} kept what a space has */
export function showHome({ me, said = {}, points, publication }) {
  const sendings = Object.values(said);
  fill(page('home'), {
    ...meetingOf(me),
    name: me.name,
    child: me.child,
    worker: me.worker?.name,
    form: Boolean(me.form),
    reader: !me.form && !publication,
    publication,
    letter: publication?.letter,
    plan: publication?.plan,
    happened: publication?.happened?.length,
    spoken: sendings.length + (points?.points.length ?? 0),
    waiting: me.ended ? 0 : sendings.filter(({ at }) => at === 'phone').length,
    refused: sendings.filter(({ at }) => at === 'refused').length,
    ended: me.ended,
    unreadable: me.unreadable,
  });
  showCounts();
}

/** How many questions of each section have an answer on this phone. */
export function showCounts() {
  const given = answers();
  const home = page('home');
  for (const count of /** @type {NodeListOf<HTMLElement>} */ (
    home.querySelectorAll('[data-count]')
  )) {
    const inSection = questions().filter((one) => one.dataset.in === count.dataset.count);
    const answered = inSection.filter((one) => given.has(one.dataset.question ?? ''));
    count.textContent = String(answered.length);
    fill(/** @type {HTMLElement} */ (count.closest('.place')), { given: answered.length });
  }
  fill(home, { drafted: given.size });
}

/** @param {any} me */
function meetingOf({ meeting, chair }) {
  return {
    meeting_on: meeting?.on,
    no_meeting_on: !meeting?.on,
    meeting_at: meeting?.at,
    meeting_place: meeting?.place,
    chair: chair?.name,
  };
}
