/**
 * Words live in HTML. These put data into it: text by `data-fill`, days by `data-day`, presence
 * by `data-if`. Of several sentences marked `data-case="key:value"`, in a template's copy, the one
 * that is the case stays.
 */

/**
 * A copy of the first element of a template.
 * @param {string} name
 * @returns {HTMLElement}
 */
export function template(name) {
  const found = document.querySelector(`template[data-template="${name}"]`);
  const { content } = /** @type {HTMLTemplateElement} */ (found);
  return /** @type {HTMLElement} */ (
    /** @type {Element} */ (content.firstElementChild).cloneNode(true)
  );
}

/**
 * @template {HTMLElement} T
 * @param {T} root
 * @param {Record<string, any>} data
 * @returns {T}
 */
export function fill(root, data) {
  fillText(root, data);
  fillPresence(root, data);
  return root;
}

/**
 * @param {HTMLElement} root
 * @param {Record<string, any>} data
 */
function fillText(root, data) {
  for (const element of marked(root, 'fill')) {
    const key = element.dataset.fill ?? '';
    if (key in data) element.textContent = String(data[key] ?? '');
  }
  for (const element of marked(root, 'day')) {
    const key = element.dataset.day ?? '';
    if (key in data) element.textContent = day(data[key]);
  }
}

/**
 * @param {HTMLElement} root
 * @param {Record<string, any>} data
 */
function fillPresence(root, data) {
  for (const element of marked(root, 'if')) {
    const key = element.dataset.if ?? '';
    if (key in data) element.hidden = !data[key];
  }
  for (const element of marked(root, 'case')) {
    const [key, value] = (element.dataset.case ?? '').split(':');
    if (key in data && data[key] !== value) element.remove();
  }
}

/**
 * A list of lines, verbatim.
 * @param {HTMLElement} root
 * @param {string[]} lines
 */
export function fillLines(root, lines) {
  const list = root.querySelector('[data-lines]');
  list?.replaceChildren(
    ...lines.map((line) => {
      const item = template('line');
      item.textContent = line;
      return item;
    }),
  );
}

/**
 * A day as people of this language write it; anything that is not a date stays as it is.
 * @param {string} iso
 */
function day(iso) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso ?? '')) return iso ?? '';
  const [year, month, date] = iso.split('-').map(Number);
  const { lang } = document.documentElement;
  const how = /** @type {const} */ ({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return new Intl.DateTimeFormat(lang, how).format(new Date(year, month - 1, date));
}

/**
 * @param {HTMLElement} root
 * @param {string} what
 */
function marked(root, what) {
  const inside = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[data-${what}]`));
  return what in root.dataset ? [root, ...inside] : [...inside];
}
