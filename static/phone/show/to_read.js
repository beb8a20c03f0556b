/** What stands around what is read: where it leads on to, and which days can go into a calendar. */

import { isDay } from '../reading/calendar.js';
import { fill } from './fill.js';
import { page } from './pages.js';

/** @param {any} publication */
export function showAround(publication) {
  const { plan, happened } = publication ?? {};
  fill(page('letter'), { to_plan: plan });
  fill(page('plan'), {
    to_happened: happened?.length,
    day_core_group: isDay(plan?.core_group_on),
    day_review: isDay(plan?.review_on),
  });
}
