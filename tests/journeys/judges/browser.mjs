/** Chromium with a phone's profile, at the app, once a page of it is shown. */

import { launch } from 'puppeteer-core';

const CHROMIUM = '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
export const VIEWPORT = { width: 360, height: 740 };

/** @param {string} userDataDir */
export function open(userDataDir) {
  return launch({ executablePath: CHROMIUM, args: QUIET, userDataDir, defaultViewport: VIEWPORT });
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} address
 */
export async function start(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => document.querySelector('[data-page]:not([hidden])'));
}
