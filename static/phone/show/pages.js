/**
 * One page at a time, at one address and under one title. The browser's Back works; its history
 * holds numbers, never a name: which page, and for which of the invitations on this phone.
 */

/** @type {(name: string) => string} */
let gate = (name) => name;
/** @type {() => number} */
let reader = () => 0;

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
 * @param {(name: string) => string} toShow called before a page is shown, on whatever way one came
 *   to it; gives the page that may be shown in its place
 * @param {() => number} forWhom a number that says whose pages these are: a step back to somebody
 *   else's is a step to no page
 */
export function startPages(toShow, forWhom) {
  gate = toShow;
  reader = forWhom;
  addEventListener('popstate', ({ state }) => {
    if (location.hash) return; // a link was opened over this page: that is not a step back
    const wanted = (state?.of === reader() && pages()[state.at]?.dataset.page) || '';
    const name = gate(wanted);
    if (name === wanted) turn(name);
    else put(name);
  });
}

/**
 * Show a page, as a new step of the history.
 * @param {string} name
 */
export function go(name) {
  const shown = gate(name);
  if (shownPage() === page(shown)) return;
  history.pushState(stateOf(shown), '', location.pathname);
  turn(shown);
}

/**
 * Show a page in the place of this one: Back does not lead here again.
 * @param {string} name
 */
export function replace(name) {
  put(gate(name));
}

/** @param {string} name */
function put(name) {
  history.replaceState(stateOf(name), '', location.pathname);
  turn(name);
}

/** @param {string} name */
function stateOf(name) {
  return { at: pages().indexOf(page(name)), of: reader() };
}

/** @param {string} name */
function turn(name) {
  for (const one of pages()) one.hidden = one.dataset.page !== name;
  document.querySelector('[data-view]')?.scrollTo(0, 0);
  const heading = page(name).querySelector('h1') ?? page(name);
  heading.tabIndex = -1;
  heading.focus();
}
