/** The plan: one action at a time, with who and by when. */

import { fill, template } from '../show/fill.js';

/** @param {any} plan */
export function planPage(plan) {
  const page = fill(template('plan'), plan);
  const actions = plan.actions.map(actionPart);
  page.querySelector('[data-actions]')?.replaceChildren(...actions);
  stepThrough(page, actions);
  return page;
}

/** @param {any} action */
function actionPart(action) {
  const part = fill(template('action'), action);
  const replies = /** @type {HTMLElement} */ (part.querySelector('[data-replies]'));
  replies.dataset.subject = action.id ?? '';
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
