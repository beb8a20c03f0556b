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
const names = await page.$$eval('[data-page]', (all) => all.map((one) => one.dataset.page));
const found = [];
for (const value of ['light', 'dark']) {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
  for (const name of names) found.push(...(await judged(name, value)));
}
await browser.close();
stdout.write(JSON.stringify(found));

/**
 * @param {string} name
 * @param {string} scheme
 */
async function judged(name, scheme) {
  await page.evaluate((wanted) => {
    for (const one of document.querySelectorAll('[data-page]'))
      one.hidden = one.dataset.page !== wanted;
  }, name);
  const { issues } = await pa11y(address, {
    browser,
    page,
    ignoreUrl: true,
    standard: 'WCAG2AAA',
    ignore: Object.keys(OFF),
    viewport: VIEWPORT,
  });
  return issues.map(({ code, context }) => `${name}, ${scheme}: ${code}: ${context}`);
}
