/** A file for whoever holds the phone, under a name that says nothing. */

const NAME = 'notes';
/** Milliseconds after which every browser has taken the file. */
const LONG_ENOUGH = 60_000;

/**
 * @param {string} text
 * @param {string} type
 * @param {string} ending
 */
export function saveFile(text, type, ending) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `${NAME}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LONG_ENOUGH);
}
