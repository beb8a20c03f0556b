/** What a person sees of the page, and can touch. */

const USABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/** @param {Element} one */
export function seen(one) {
  const { width, height } = one.getBoundingClientRect();
  return width > 1 && height > 1 && one.checkVisibility({ visibilityProperty: true });
}

/** Everything that can be used now. */
export function usable() {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(USABLE)]);
  return all.filter((one) => seen(one) && !one.matches(':disabled'));
}

/** Every text that is seen, as its node. */
export function texts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    const around = text.parentElement;
    if (text.data.trim() && around && seen(around) && !isHidden(around)) found.push(text);
  }
  return found;
}

/**
 * Whether it is there for screen readers alone.
 * @param {Element} one
 */
export function isHidden(one) {
  return one.closest('.govuk-visually-hidden, noscript, template') !== null;
}

/**
 * How a finding names an element.
 * @param {Element} one
 */
export function told(one) {
  const text = one.textContent?.replace(/\s+/g, ' ').trim().slice(0, 50);
  return `<${one.localName}${one.id && `#${one.id}`} ${one.className}> ${text}`;
}

/**
 * What scrolls or sticks as one with this element.
 * @param {Element} one
 * @returns {Element | null}
 */
export function layer(one) {
  const { position, overflowY } = getComputedStyle(one);
  const isOwn = ['fixed', 'sticky'].includes(position) || ['auto', 'scroll'].includes(overflowY);
  return isOwn || !one.parentElement ? one : layer(one.parentElement);
}
