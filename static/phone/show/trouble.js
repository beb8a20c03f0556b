/**
 * Sentences about what went wrong stand in the page; one of them is shown at a time. One that is
 * about a field names it (`data-of`): the field says that it is wrong and why, and has the focus.
 */

const UNEXPECTED = 'unexpected';

/**
 * @param {HTMLElement} root
 * @param {string} [code] none: all is well again; one that has no sentence here gets the general one
 */
export function showTrouble(root, code) {
  const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-trouble]')]);
  const known = all.some((sentence) => sentence.dataset.trouble === code);
  const shown = code && !known ? UNEXPECTED : code;
  for (const sentence of all) {
    sentence.hidden = sentence.dataset.trouble !== shown;
    if (sentence.dataset.of) sentence.removeAttribute('id');
  }
  for (const field of tied(root)) untie(field);
  const told = all.find(({ hidden, dataset }) => !hidden && dataset.of);
  if (told) tie(root, told);
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} told
 */
function tie(root, told) {
  const { of: name = '' } = told.dataset;
  const found = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll('input')]);
  const field = found.find((one) => [one.name, one.id].includes(name) && isSeen(one));
  if (!field) return;
  const described = describedOf(field);
  told.id = `wrong-${name}`;
  described.setAttribute('aria-describedby', [...idsOf(described), told.id].join(' '));
  described.setAttribute('aria-invalid', 'true');
  field.focus();
}

/** @param {HTMLElement} field */
function untie(field) {
  const ids = idsOf(field).filter((id) => !id.startsWith('wrong-'));
  field.removeAttribute('aria-invalid');
  if (ids.length) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
}

/** @param {HTMLElement} root */
function tied(root) {
  return /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[aria-invalid]')]);
}

/**
 * Of one choice among several the whole group is wrong, and says so.
 * @param {HTMLInputElement} field
 */
function describedOf(field) {
  const group = field.type === 'radio' && field.closest('fieldset');
  return group || field;
}

/** @param {HTMLElement} field */
function idsOf(field) {
  return field.getAttribute('aria-describedby')?.split(' ') ?? [];
}

/** @param {HTMLElement} field */
function isSeen(field) {
  return field.getClientRects().length > 0;
}

/**
 * The stable code of what went wrong; a browser's own numbers are none.
 * @param {unknown} wrong
 */
export function codeOf(wrong) {
  const { code } = /** @type {{code?: unknown}} */ (wrong);
  return typeof code === 'string' ? code : UNEXPECTED;
}
