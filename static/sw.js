/**
 * Keeps the document, script, style and font so that the app opens with no signal.
 *
 * What is used later (letters, reading aloud, voice, pictures) is kept after the rest; without it
 * the rest works.
 *
 * It answers GET only, has no imports and no words. `KEPT` is put before it by `/sw.js`:
 * a version and the list of what this version is made of. It never takes over an open page:
 * a new version waits until every page of the old one has closed.
 */
/** @typedef {'pages' | 'neutral' | 'fragments' | 'files' | 'inside' | 'later'} Sort */
const kept = /** @type {{version: string} & Record<Sort, string[]>} */ (self.KEPT);
const required = /** @type {Sort[]} */ (['pages', 'neutral', 'fragments', 'files', 'inside']);
const atOnce = required.flatMap((sort) => kept[sort]);
const everything = [...atOnce, ...kept.later];
const NAME = `kept-${kept.version}`;

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll());
});

/** All of one version: pages that name other files than these are of another, and are not kept. */
async function keepAll() {
  const cache = await caches.open(NAME);
  const fresh = atOnce.map((url) => new Request(url, { cache: 'no-cache' }));
  await cache.addAll(fresh);
  for (const page of kept.pages) {
    const found = await cache.match(page);
    const text = (await found?.text()) ?? '';
    if (kept.files.every((file) => text.includes(file))) continue;
    await caches.delete(NAME);
    throw new Error('another version');
  }
  await Promise.allSettled(kept.later.map((url) => cache.add(url)));
}

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name))),
      ),
  );
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET') return;
  const { origin, pathname } = new URL(url);
  if (origin !== self.location.origin) return;
  if (everything.includes(pathname)) event.respondWith(answer(event.request, pathname));
});

/** From what is kept; what is used later, and could not be kept yet, is kept when it is fetched. */
async function answer(request, pathname) {
  const cache = await caches.open(NAME);
  const found = await cache.match(pathname);
  if (found) return found;
  const fresh = await fetch(request);
  if (fresh.ok && kept.later.includes(pathname)) await cache.put(pathname, fresh.clone());
  return fresh;
}

self.addEventListener('sync', (event) => {
  event.waitUntil(
    self.clients.matchAll({ includeUncontrolled: true }).then((pages) => {
      for (const page of pages) page.postMessage('sync');
    }),
  );
});
