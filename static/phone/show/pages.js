/**
 * One page at a time, at one address and under one title. The browser's Back works; its history
 * holds a number, never a name.
 */

/** @type {(name: string) => void} */
let opened = () => undefined;

function pages() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-page]')]);
}

/** @param {string} name */
export function page(name) {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-page="${name}"]`));
}

/** The page that is shown. */
export function shownPage() {
  return pages().find((one) => !one.hidden);
}

/**
 * @param {(name: string) => void} onOpen called before a page is shown
 */
export function startPages(onOpen) {
  opened = onOpen;
  addEventListener('popstate', ({ state }) => {
    const name = pages()[state?.at]?.dataset.page;
    if (name) turn(name);
  });
}

/**
 * Show a page, as a new step of the history.
 * @param {string} name
 */
export function go(name) {
  const at = pages().indexOf(page(name));
  history.pushState({ at }, '', location.pathname);
  turn(name);
}

/**
 * Show a page in the place of this one: Back does not lead here again.
 * @param {string} name
 */
export function replace(name) {
  const at = pages().indexOf(page(name));
  history.replaceState({ at }, '', location.pathname);
  turn(name);
}

/** @param {string} name */
function turn(name) {
  opened(name);
  for (const one of pages()) one.hidden = one.dataset.page !== name;
  scrollTo(0, 0);
  const heading = page(name).querySelector('h1') ?? page(name);
  heading.tabIndex = -1;
  heading.focus();
}
