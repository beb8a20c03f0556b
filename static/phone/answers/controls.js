/**
 * Between the page's controls and an answer's value. A control's name is its question and its
 * part (`who-there-choices`); what a part holds follows from the control, so no kind is named here.
 * A hidden control holds what is attached to an answer, as JSON.
 */

/**
 * What was answered, who may see it, whose words it is, the envelope whose answer it takes the
 * place of, and the particular thing that it is about, in the words that its author read.
 * @typedef {{value: Record<string, any>, audience: string, whose?: string, instead_of?: string,
 *   about?: string}} Answer
 */

/** Parts that are about an answer, not of it. */
const ABOUT = ['audience', 'whose'];

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
  const leads = control && page.querySelector(`[data-leads="${control.name}"]`);
  const words = [leads, control?.labels?.[0]].map((one) => one?.textContent?.trim());
  return control && words.filter(Boolean).join(' ');
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
  return /** @type {HTMLInputElement[]} */ ([...page.querySelectorAll('input[name], textarea')]);
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
  if (isChoice(control) ? !control.checked : control.value === '') return;
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
