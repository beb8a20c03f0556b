/**
 * Other ways to answer than typing. Their code comes when it is first wanted, and imports nothing
 * that holds a state: it is handed a desk, for one question of one invitation.
 */

/** @import { App } from './app.js' */
/** @import { Bytes } from '../../envelope/shape.js' */
/**
 * What a way works with.
 * @typedef {object} Desk
 * @property {() => any} now what is attached
 * @property {(value: any) => void} set attach, or with nothing take away; saved at once
 * @property {() => string} newBlob
 * @property {(id: string, at: number, bytes: Bytes) => Promise<void>} keep until it is kept
 * @property {(id: string) => Promise<Bytes>} bytes
 * @property {() => void} goOut the camera or the gallery is about to open
 * @property {() => void} cameBack with what was kept, or with nothing
 */
/** @typedef {{open: () => void, show: (value: any) => void, isBusy: () => boolean}} Way */

import { controlsOf } from '../answers/controls.js';
import { blob, keepPart, newBlob } from '../keep/blobs.js';
import { shownPage } from '../show/pages.js';
import { showSaving } from '../show/saving.js';
import { awaitPhoto, photoCame } from './awaited.js';
import { codeAt } from './later_code.js';

const TRY_AGAIN = 2_000;

/** @type {Map<Element, {space: number, way: Way}>} */
const open = new Map();
/** @type {Map<string, Promise<any>>} */
const loaded = new Map();

/**
 * Somebody wants to answer in this way.
 * @param {App} app
 * @param {string} part
 */
export async function openWay(app, part) {
  const asked = shownPage();
  const place = asked && placeOf(asked, part);
  const way = place && (await mounted(app, asked, place));
  way?.open();
}

/**
 * Bring what is shown of a question's attachments up to date.
 * @param {App} app
 * @param {HTMLElement} asked
 * @param {boolean} [anew] the page has just been turned to
 */
export function showWays(app, asked, anew = false) {
  for (const place of placesOf(asked)) {
    const value = valueIn(controlOf(asked, place));
    const known = open.get(place);
    if (known && (known.space !== app.space || (anew && !value && !known.way.isBusy()))) {
      open.delete(place);
      place.replaceChildren();
    }
    if (open.has(place)) open.get(place)?.way.show(value);
    else if (value) mounted(app, asked, place).catch(reportError);
  }
}

/**
 * Show or play what is still on this phone, beside the button that asks for it.
 * @param {App} app
 * @param {HTMLElement} button
 */
export async function showKept(app, button) {
  const { blob: id = '', part = '', type = '' } = button.dataset;
  const code = await codeOf(part);
  const { bytes } = await blob(app.space, id);
  const trouble = /** @type {HTMLElement} */ (
    button.parentElement?.querySelector('[role="alert"]')
  );
  const shown = code?.show(button, bytes, type).then(() => true);
  trouble.hidden = Boolean(await shown?.catch(() => false));
}

/**
 * @param {App} app
 * @param {HTMLElement} asked
 * @param {HTMLElement} place
 * @returns {Promise<Way | undefined>}
 */
async function mounted(app, asked, place) {
  const { space } = app;
  const code = await codeOf(place.dataset.way ?? '');
  troubleIn(place).hidden = code !== undefined;
  if (!code || app.space !== space) return undefined;
  const known = open.get(place);
  if (known) return known.way;
  const way = code.mount(place, deskOf(app, controlOf(asked, place)));
  open.set(place, { space, way });
  way.show(valueIn(controlOf(asked, place)));
  return way;
}

/**
 * The code of a way; nothing where there is no signal and it was never kept.
 * @param {string} part
 */
function codeOf(part) {
  const questions = /** @type {HTMLElement} */ (document.querySelector('[data-questions]'));
  const code = loaded.get(part) ?? codeAt(questions.dataset[part] ?? '');
  loaded.set(part, code);
  return code.catch(() => {
    loaded.delete(part);
  });
}

/**
 * For the invitation that is in use now. Once another is, the pages are no longer its own.
 * @param {App} app
 * @param {HTMLInputElement} control
 * @returns {Desk}
 */
function deskOf(app, control) {
  const { space } = app;
  return {
    now: () => valueIn(control),
    set: (value) => {
      if (app.space !== space) return;
      control.value = value ? JSON.stringify(value) : '';
      control.dispatchEvent(new Event('input', { bubbles: true }));
    },
    newBlob,
    keep: (id, at, bytes) => untilKept(() => keepPart(space, id, at, bytes)),
    bytes: async (id) => (await blob(space, id)).bytes,
    goOut: () => awaitPhoto(space, control.name.replace(/-[a-z]+$/, '')),
    cameBack: () => photoCame(space),
  };
}

/**
 * What fails to be kept is said, and tried again.
 * @param {() => Promise<void>} work
 */
async function untilKept(work) {
  for (let state = ''; ; state = 'unsaved') {
    try {
      await work();
      if (state) showSaving('');
      return;
    } catch {
      showSaving('unsaved');
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
    }
  }
}

/** @param {HTMLElement} asked */
function placesOf(asked) {
  return /** @type {HTMLElement[]} */ ([...asked.querySelectorAll('[data-way]')]);
}

/**
 * @param {HTMLElement} asked
 * @param {string} part
 */
function placeOf(asked, part) {
  return placesOf(asked).find(({ dataset }) => dataset.way === part);
}

/**
 * @param {HTMLElement} asked
 * @param {HTMLElement} place
 */
function controlOf(asked, place) {
  const name = `${asked.dataset.question}-${place.dataset.way}`;
  return /** @type {HTMLInputElement} */ (controlsOf(asked).find((one) => one.name === name));
}

/** @param {HTMLElement} place */
function troubleIn(place) {
  return /** @type {HTMLElement} */ (place.parentElement?.querySelector('[data-way-trouble]'));
}

/** @param {HTMLInputElement} control */
function valueIn(control) {
  return control.value ? JSON.parse(control.value) : undefined;
}
