/**
 * Between the page's controls and an answer's value. A control's name is its question and its
 * part (`who-there-choices`); what a part holds follows from the control, so no kind is named here.
 */

/** @typedef {{value: Record<string, any>, audience: string}} Answer */

const AUDIENCE = 'audience';

/** Every question's page, in order. */
export function questions() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-question]')]);
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
  let audience = '';
  for (const control of controlsOf(page)) {
    const part = partOf(page, control);
    if (part === AUDIENCE) audience = control.checked ? control.value : audience;
    else gather(value, part, control);
  }
  return Object.keys(value).length ? { value, audience } : undefined;
}

/**
 * Put an answer on its page; with none, empty the page.
 * @param {HTMLElement} page
 * @param {Answer} [answer]
 */
export function showAnswer(page, answer) {
  for (const details of page.querySelectorAll('details')) details.open = false;
  for (const control of controlsOf(page)) {
    const part = partOf(page, control);
    if (part === AUDIENCE)
      control.checked = control.value === (answer?.audience ?? mostPrivate(page));
    else fill(control, answer?.value[part]);
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

/** @param {HTMLElement} page */
export function controlsOf(page) {
  return /** @type {HTMLInputElement[]} */ ([...page.querySelectorAll('input, textarea')]);
}

/** @param {HTMLElement} page */
function mostPrivate(page) {
  return controlsOf(page).find((control) => partOf(page, control) === AUDIENCE)?.value;
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
  else value[part] = part === 'number' ? Number(control.value) : control.value;
}

/**
 * @param {HTMLInputElement} control
 * @param {any} content
 */
function fill(control, content) {
  if (control.type === 'checkbox') control.checked = (content ?? []).includes(control.value);
  else if (control.type === 'radio') control.checked = control.value === String(content ?? '');
  else control.value = content ?? '';
}
