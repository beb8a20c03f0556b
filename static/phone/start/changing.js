/** Changing and taking back what was said, and keeping a copy of it. */

/** @import { App } from './app.js' */

import { draftWith } from '../answers/draft.js';
import { tell } from '../answers/tell.js';
import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { fill, fillLines } from '../show/fill.js';
import { go, page, replace, shownPage } from '../show/pages.js';
import { pointsOf } from '../show/said.js';
import { codeOf, showTrouble } from '../show/trouble.js';
import { reopen, takeBack } from '../travel/recall.js';
import { aboutForm, onItsWay } from './answering.js';

const ASKING = 'take-back';

/**
 * Open what was said where it can be written anew.
 * @param {App} app
 * @param {HTMLElement} pressed
 */
export async function changeSaid(app, pressed) {
  const point = await pointOf(app, pressed);
  if (!point) return;
  await reopen(app.space, point, draftWith);
  await app.refreshed();
  if (shownPage() === page('said')) go(`q-${point.question}`);
}

/**
 * Ask whether it is to be taken back.
 * @param {App} app
 * @param {HTMLElement} pressed
 */
export async function askToTakeBack(app, pressed) {
  const point = await pointOf(app, pressed);
  if (!point) return;
  app.point = point;
  const told = tell(point);
  fillLines(fill(page(ASKING), told), told.lines);
  showTrouble(page(ASKING));
  if (shownPage() === page('said')) go(ASKING);
}

/** @param {App} app */
export async function takeItBack(app) {
  try {
    const me = await vault.read(entry(app.space, 'me'));
    if (me.ended) return showTrouble(page(ASKING), 'ended');
    if (app.point) await takeBack(app.space, app.point, aboutForm(me));
  } catch (wrong) {
    return showTrouble(page(ASKING), codeOf(wrong));
  }
  app.point = undefined;
  await onItsWay(app);
  if (shownPage() === page(ASKING)) replace('said');
}

/**
 * The point whose button was pressed, as it now is.
 * @param {App} app
 * @param {HTMLElement} pressed
 */
async function pointOf({ space }, pressed) {
  const { about, envelope } = /** @type {HTMLElement} */ (pressed.closest('article')).dataset;
  const [me, said, points] = await Promise.all(
    ['me', 'said', 'points'].map((part) => vault.read(entry(space, part))),
  );
  const all = pointsOf({ me, said, points });
  return all.find((one) => one.question === about && one.envelope === envelope && !one.gone);
}
