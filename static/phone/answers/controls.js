/**
 * Between the page's controls and an answer's value. A control's name is its question and its
 * part (`who-there-choices`); what a part holds follows from the control, so no kind is named here.
 * A hidden control holds what is attached to an answer, as JSON.
 *
 * Read are the controls that our own templates made, taken when they were made: what an extension
 * puts beside them later is nobody's words. So are the words beside them: a browser that translates
 * the page rewrites what is shown and not what is kept.
 */

/**
 * What was answered, who may see it, whose words it is, the envelope whose answer it takes the
 * place of, and the particular thing that it is about, in the words that its author read.
 * @typedef {{value: Record<string, any>, audience: string, whose?: string, instead_of?: string,
 *   about?: string}} Answer
 */

/** Parts that are about an answer, not of it. */
const ABOUT = ['audience', 'whose'];

/** What can be seen of a text: blanks of every sort, and signs that show nothing, are no answer. */
const SHOWS = /[^\s\p{Z}\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/u;

/** @type {WeakMap<HTMLElement, HTMLInputElement[]>} */
const own = new WeakMap();
/** The words of a choice, of what leads in to it, of a question. @type {WeakMap<Element, string>} */
const words = new WeakMap();

const pages = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-question]')]);

/** Every question's page, in order; also once they are no longer to be seen. */
export function questions() {
  return pages;
}

/**
 * One more question is asked.
 * @param {HTMLElement} page
 */
export function addQuestion(page) {
  pages.push(page);
}

/**
 * A question's page is as our templates made it: from now on these are its controls.
 * @param {HTMLElement} page
 */
export function takeControls(page) {
  const found = page.querySelectorAll('input[name], textarea');
  const named = `${page.dataset.question}-`;
  const controls = /** @type {HTMLInputElement[]} */ ([...found]);
  own.set(
    page,
    controls.filter(({ name }) => name.startsWith(named)),
  );
  takeWords(page, controls);
  words.set(page, page.querySelector('[data-lead-in]')?.textContent ?? '');
}

/**
 * Among a page's controls these are now the ones of that name.
 * @param {HTMLElement} place where they stand
 * @param {string} name
 * @param {HTMLInputElement[]} controls
 */
export function takeNamed(place, name, controls) {
  const page = /** @type {HTMLElement} */ (place.closest('[data-question]'));
  const others = controlsOf(page).filter((one) => one.name !== name);
  own.set(page, [...others, ...controls].sort(asTheyStand));
  takeWords(place, controls);
}

/**
 * What leads in to a question's answer, in this page's language.
 * @param {string} id
 */
export function leadInOf(id) {
  const page = question(id);
  return page && words.get(page);
}

/** @param {string} id */
export function question(id) {
  return questions().find((page) => page.dataset.question === id);
}

/**
 * What stands on a question's page, or `undefined` where nothing was answered.
 * @param {HTMLElement} page
 * @returns {Answer | undefined}
 */
export function answerOn(page) {
  /** @type {Record<string, any>} */
  const value = {};
  /** @type {Record<string, any>} */
  const about = { audience: '' };
  for (const control of controlsOf(page)) {
    const part = partOf(page, control);
    gather(ABOUT.includes(part) ? about : value, part, control);
  }
  const { insteadOf, about: thing } = page.dataset;
  if (insteadOf) about.instead_of = insteadOf;
  if (thing) about.about = thing;
  return Object.keys(value).length ? /** @type {Answer} */ ({ value, ...about }) : undefined;
}

/**
 * Put an answer on its page; with none, empty the page.
 * @param {HTMLElement} page
 * @param {Answer} [answer]
 */
export function showAnswer(page, answer) {
  for (const details of page.querySelectorAll('details')) details.open = false;
  page.dataset.insteadOf = answer?.instead_of ?? '';
  page.dataset.about = answer?.about ?? '';
  const shown = { audience: mostPrivate(page), ...answer, ...answer?.value };
  for (const control of controlsOf(page)) {
    fill(control, /** @type {Record<string, any>} */ (shown)[partOf(page, control)]);
  }
}

/**
 * The label of a choice, in this page's language, after what leads in to it where it is one of
 * several parts; `undefined` where it is not offered. What somebody wrote is never a choice,
 * whatever it says.
 * @param {string} questionId
 * @param {string} part
 * @param {string} value
 */
export function labelOf(questionId, part, value) {
  const page = question(questionId);
  const control = page && controlsOf(page).find(isOffered(page, part, value));
  return control && words.get(control);
}

/**
 * @param {HTMLElement} page
 * @param {string} part
 * @param {string} value
 * @returns {(control: HTMLInputElement) => boolean}
 */
function isOffered(page, part, value) {
  return (control) =>
    isChoice(control) && partOf(page, control) === part && control.value === value;
}

/** @param {HTMLInputElement} control */
function isChoice(control) {
  return control.type === 'checkbox' || control.type === 'radio';
}

/**
 * Whether that part of a question is written in one's own words.
 * @param {string} questionId
 * @param {string} part
 */
export function isFreeText(questionId, part) {
  const page = question(questionId);
  const control = page && controlsOf(page).find((one) => partOf(page, one) === part);
  const isTyped = control && !isChoice(control) && control.type !== 'hidden';
  return Boolean(isTyped) && part !== 'number';
}

/**
 * Of two audiences the one that stands first: they are offered in order, from the fewest on.
 * @param {string} questionId
 * @param {string} one
 * @param {string} other
 */
export function morePrivate(questionId, one, other) {
  const page = question(questionId);
  const offered = page
    ? controlsOf(page).filter((control) => partOf(page, control) === 'audience')
    : [];
  return offered.find(({ value }) => value === one || value === other)?.value ?? one;
}

/** @param {HTMLElement} page */
export function controlsOf(page) {
  return own.get(page) ?? [];
}

/**
 * The words beside each: its label, after what leads in to it where it is one of several parts.
 * @param {HTMLElement} place
 * @param {HTMLInputElement[]} controls
 */
function takeWords(place, controls) {
  const [labels, leads] = [
    textsBy(place, 'label', 'for'),
    textsBy(place, '[data-leads]', 'data-leads'),
  ];
  for (const one of controls) {
    const said = [leads.get(one.name), labels.get(one.id)];
    words.set(one, said.filter(Boolean).join(' '));
  }
}

/**
 * @param {HTMLElement} place
 * @param {string} selector
 * @param {string} attribute
 */
function textsBy(place, selector, attribute) {
  const found = [...place.querySelectorAll(selector)];
  return new Map(found.map((one) => [one.getAttribute(attribute), one.textContent?.trim()]));
}

/**
 * @param {Node} one
 * @param {Node} other
 */
function asTheyStand(one, other) {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** @param {HTMLElement} page */
function mostPrivate(page) {
  return controlsOf(page).find((control) => partOf(page, control) === 'audience')?.value;
}

/**
 * @param {HTMLElement} page
 * @param {HTMLInputElement} control
 */
function partOf(page, control) {
  return control.name.slice(`${page.dataset.question}-`.length);
}

/**
 * @param {Record<string, any>} value
 * @param {string} part
 * @param {HTMLInputElement} control
 */
function gather(value, part, control) {
  if (isChoice(control) ? !control.checked : !SHOWS.test(control.value)) return;
  if (control.type === 'checkbox') value[part] = [...(value[part] ?? []), control.value];
  else if (control.type === 'hidden') value[part] = JSON.parse(control.value);
  else value[part] = part === 'number' ? Number(control.value) : control.value;
}

/**
 * @param {HTMLInputElement} control
 * @param {any} content
 */
function fill(control, content) {
  if (control.type === 'checkbox') control.checked = (content ?? []).includes(control.value);
  else if (control.type === 'radio') control.checked = control.value === String(content ?? '');
  else if (control.type === 'hidden') control.value = content ? JSON.stringify(content) : '';
  else control.value = content ?? '';
}
