/**
 * HTML_CodeSniffer, WCAG 2 AAA, on every page of the phone, in light and dark.
 *
 *     node tests/journeys/judges/pa11y.mjs ADDRESS PROFILE
 *
 * prints a list of `page, scheme: code: context`.
 */

import { argv, stdout } from 'node:process';
import pa11y from 'pa11y';
import { open, start, VIEWPORT } from './browser.mjs';

/** Rules that are off, each with its reason. */
const OFF = {
  'WCAG2AAA.Principle3.Guideline3_2.3_2_2.H32.2':
    'wants a button that submits each form; the questions are never submitted, each change is saved',
};

const [address, profile] = argv.slice(2);
const browser = await open(profile);
const [page] = await browser.pages();
await start(page, address);
const found = await judged('all in one document, light');
const names = await page.evaluate(() => {
  const pages = [...document.querySelectorAll('[data-page]')];
  globalThis.places = pages.map((one) => [one, document.createComment('')]);
  for (const [one, place] of globalThis.places) one.before(place);
  return pages.map((one) => one.dataset.page);
});
for (const value of ['light', 'dark']) {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
  for (const name of names) {
    await showAlone(name);
    found.push(...(await judged(`${name}, ${value}`)));
  }
}
await browser.close();
stdout.write(JSON.stringify(found));

/**
 * What is not shown is taken out of the document, or it would be read through again and again.
 * @param {string} name
 */
async function showAlone(name) {
  await page.evaluate((wanted) => {
    for (const [one, place] of globalThis.places) {
      one.hidden = one.dataset.page !== wanted;
      if (one.hidden) one.remove();
      else place.after(one);
    }
  }, name);
}

/** @param {string} where */
async function judged(where) {
  const { issues } = await pa11y(address, {
    browser,
    page,
    ignoreUrl: true,
    standard: 'WCAG2AAA',
    ignore: Object.keys(OFF),
    viewport: VIEWPORT,
  });
  return issues.map(({ code, context }) => `${where}: ${code}: ${context}`);
}
