/** A word that shows what it means when it is tapped, and hides it again. */

const BLOCKS = 'p, h1, h2, h3, h4, li, td, th, dt, dd';
/** Those of them that can hold what a word means; of the others it stands behind. */
const HOLDERS = 'li, td, th, dt, dd';

let count = 0;

/**
 * @param {string} text
 * @param {string} meaning
 * @param {HTMLElement} panel what a meaning is shown in
 */
export function wordOf(text, meaning, panel) {
  const word = document.createElement('button');
  Object.assign(word, { type: 'button', className: 'word', textContent: text });
  word.setAttribute('aria-expanded', 'false');
  /** @type {HTMLElement | undefined} */
  let shown;
  const hide = () => {
    shown?.remove();
    shown = undefined;
    word.setAttribute('aria-expanded', 'false');
    word.focus();
  };
  word.addEventListener('click', () => {
    if (shown) return hide();
    shown = panelOf(word, meaning, panel, hide);
    show(word, shown);
  });
  return word;
}

/**
 * @param {HTMLElement} word
 * @param {string} meaning
 * @param {HTMLElement} panel
 * @param {() => void} hide
 */
function panelOf(word, meaning, panel, hide) {
  const shown = /** @type {HTMLElement} */ (document.importNode(panel, true));
  const text = /** @type {HTMLElement} */ (shown.querySelector('p'));
  text.textContent = meaning;
  count += 1;
  word.id = `word-${count}`;
  text.id = `means-${count}`;
  shown.setAttribute('aria-labelledby', word.id);
  shown.setAttribute('aria-describedby', text.id);
  shown.querySelector('button')?.addEventListener('click', hide);
  shown.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  return shown;
}

/**
 * Behind the word's paragraph, so that a sentence is read to its end; a screen reader is led there.
 * @param {HTMLElement} word
 * @param {HTMLElement} shown
 */
function show(word, shown) {
  const block = word.closest(BLOCKS) ?? word;
  if (block.matches(HOLDERS)) block.append(shown);
  else block.after(shown);
  word.setAttribute('aria-expanded', 'true');
  shown.focus();
}
