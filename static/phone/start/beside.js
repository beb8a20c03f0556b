/** Who is writing: the young person alone, with somebody, or somebody for them. */

/** @import { App } from './app.js' */

import { entry } from '../keep/spaces.js';
import * as vault from '../keep/vault.js';
import { page, shownPage } from '../show/pages.js';

const ALONE = 'me';

/**
 * Keep who is writing, from now on.
 * @param {App} app
 * @param {HTMLFormElement} form
 */
export async function keepBeside(app, form) {
  const given = new FormData(form);
  const how = String(given.get('beside') ?? ALONE);
  const beside = how === ALONE ? undefined : { how, who: String(given.get('beside-who')).trim() };
  const name = entry(app.space, 'me');
  await vault.change(async () => ({ [name]: { ...(await vault.read(name)), beside } }));
  await app.refreshed();
  if (shownPage() === page('beside')) history.back();
}

/**
 * Put on the page who is writing.
 * @param {any} me
 */
export function showBeside({ beside }) {
  const form = /** @type {HTMLFormElement} */ (page('beside').querySelector('form'));
  const { elements } = form;
  const how = /** @type {RadioNodeList} */ (elements.namedItem('beside'));
  const who = /** @type {HTMLInputElement} */ (elements.namedItem('beside-who'));
  how.value = beside?.how ?? ALONE;
  who.value = beside?.who ?? '';
}
