/** Keeps the app on the phone, so that it opens with no signal. */

import { isKept } from '../keep/store.js';

const WORKER = '/sw.js';

/** What may run beside the page, where the browser asks a policy. */
const allowed = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('worker', {
  createScriptURL: (/** @type {string} */ url) => {
    if (url !== WORKER) throw new TypeError(url);
    return url;
  },
});

/** When there is something to come back to; never on somebody else's phone. */
export async function keepOffline() {
  if (!isKept()) return;
  navigator.storage?.persist?.().catch(() => undefined);
  try {
    await navigator.serviceWorker.register(allowed?.createScriptURL(WORKER) ?? WORKER);
    await navigator.serviceWorker.ready;
    addManifest();
  } catch {
    document.documentElement.dataset.offline = 'no';
  }
}

/** Ask the browser to wake us when there is signal, where it can. */
export async function wakeWithSignal() {
  try {
    const registration = /** @type {any} */ (await navigator.serviceWorker.ready);
    await registration.sync.register('send');
  } catch {
    // Where it cannot, the timer and the return to the page do it.
  }
}

/**
 * Not where an icon would open another app with a storage of its own (iPhones say so): without a
 * manifest it opens the browser, and the notes are there.
 */
function addManifest() {
  if ('standalone' in navigator) return;
  if (document.querySelector('link[rel="manifest"]')) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = `/${document.documentElement.dataset.language}/manifest.webmanifest`;
  document.head.append(link);
}
