/** The plan: why there is one, then one action at a time, then what stands around them. */

/** @import { Marks, Since } from './since.js' */

import { fill, template } from '../show/fill.js';
import { mark, markLines } from './mark.js';
import { ACTION_LINES, PLAN_LINES } from './since.js';

/** What an older version of the record did not say is not shown. */
const UNSAID = Object.fromEntries(
  [...Object.values(PLAN_LINES), ...Object.values(ACTION_LINES)].flat().map((name) => [name, '']),
);

/**
 * @param {any} plan
 * @param {Since} since
 */
export function planPage(plan, since) {
  const shown = { ...UNSAID, ...plan };
  const news = newsOf(since.actions);
  const page = fill(template('plan'), { ...shown, ...linesShown(shown), news });
  mark(page.querySelector('[data-marked]'), since.plan);
  markLines(page, since.lines);
  const actions = plan.actions.map((/** @type {any} */ action, /** @type {number} */ place) =>
    actionPart(action, since.actions[place]),
  );
  page.querySelector('[data-actions]')?.replaceChildren(...actions);
  stepThrough(page, actions);
  return page;
}

/**
 * Which lines are shown: those of which any part is there.
 * @param {any} plan
 */
function linesShown(plan) {
  const said = Object.entries(PLAN_LINES).map(([name, fields]) => [
    name,
    fields.map((field) => plan[field]).find(Boolean) ?? '',
  ]);
  const lines = Object.fromEntries(said);
  const { risk, must_change, if_not, has_visits, has_core_group, contingency, has_review } = lines;
  return {
    ...lines,
    because: risk || must_change || if_not,
    around: has_visits || has_core_group || contingency || has_review,
  };
}

/**
 * The places of marked actions, where there is more than one to look through.
 * @param {Marks[]} actions
 */
function newsOf(actions) {
  const places = actions.flatMap(({ whole }, place) => (whole ? [place + 1] : []));
  return actions.length > 1 ? places.join(', ') : '';
}

/**
 * @param {any} action
 * @param {Marks} since
 */
function actionPart(action, { whole, lines }) {
  const part = fill(template('action'), { ...UNSAID, ...action });
  const replies = /** @type {HTMLElement} */ (part.querySelector('[data-replies]'));
  replies.dataset.subject = action.id ?? '';
  markLines(part, lines);
  mark(part, whole);
  return part;
}

/**
 * @param {HTMLElement} page
 * @param {HTMLElement[]} actions
 */
function stepThrough(page, actions) {
  const steps = /** @type {HTMLElement} */ (page.querySelector('[data-steps]'));
  const buttons = /** @type {HTMLButtonElement[]} */ ([...steps.querySelectorAll('[data-step]')]);
  let at = 0;
  const show = () => {
    for (const [place, action] of actions.entries()) action.hidden = place !== at;
    fill(steps, { at: at + 1, of: actions.length });
    for (const button of buttons) {
      const to = at + Number(button.dataset.step);
      button.disabled = to < 0 || to >= actions.length;
    }
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      at += Number(button.dataset.step);
      show();
    });
  }
  steps.hidden = actions.length < 2;
  show();
}
