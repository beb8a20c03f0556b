/**
 * Where hard words stand in a text: whole words, the longest name first. The same is found by
 * `youthvoice.meanings.finding`.
 */

/** @typedef {{names: string[], meaning: string, asWritten?: boolean}} Term */
/** @typedef {{at: number, length: number, term: Term}} Found */

const PLURAL = "(?:['’]s|es|s)?";
const BLANK = '[\\s\\-‐‑–]+';
/** What a word is made of; nothing of it stands right before or behind a name. */
const OF_A_WORD = '[\\p{L}\\p{M}\\p{N}_]';
const CAPITAL_FURTHER_IN = /^.+\p{Lu}/su;

/**
 * @param {Term[]} terms
 * @returns {(text: string) => Found[]}
 */
export function finder(terms) {
  const known = namesOf(terms);
  if (!known.size) return () => [];
  const longestFirst = [...known.keys()].sort((one, other) => other.length - one.length);
  const names = longestFirst.map(pattern).join('|');
  const search = new RegExp(`(^|(?!${OF_A_WORD}).)((${names})${PLURAL})(?!${OF_A_WORD})`, 'gisu');
  return (text) => foundIn(text, search, known);
}

/**
 * @param {string} text
 * @param {RegExp} search
 * @param {Map<string, {capitals: string, term: Term}>} known
 * @returns {Found[]}
 */
function foundIn(text, search, known) {
  return [...text.matchAll(search)].flatMap(({ index, 1: before, 2: written, 3: name }) => {
    const one = known.get(compared(name));
    if (!one || !hasCapitals(plain(name), one.capitals)) return [];
    return { at: index + before.length, length: written.length, term: one.term };
  });
}

/**
 * By each name as it is compared: the capitals that it must have, and the term.
 * @param {Term[]} terms
 */
function namesOf(terms) {
  const known = new Map();
  for (const term of terms) {
    for (const name of term.names) {
      const isStrict = term.asWritten || CAPITAL_FURTHER_IN.test(name);
      const one = { capitals: isStrict ? plain(name) : '', term };
      if (!known.has(compared(name))) known.set(compared(name), one);
    }
  }
  return known;
}

/**
 * @param {string} written
 * @param {string} capitals
 */
function hasCapitals(written, capitals) {
  const letters = [...written];
  return [...capitals].every((one, at) => !isCapital(one) || isCapital(letters[at] ?? ''));
}

/** @param {string} letter */
function isCapital(letter) {
  return /\p{Lu}/u.test(letter);
}

/** @param {string} name */
function compared(name) {
  return plain(name).toLowerCase();
}

/**
 * With one kind of blank, hyphen and apostrophe.
 * @param {string} name
 */
function plain(name) {
  return name.replace(/[\s\-‐‑–]+/g, ' ').replaceAll('’', "'");
}

/** @param {string} name */
function pattern(name) {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return escaped.replaceAll(' ', BLANK).replaceAll("'", "['’]");
}
