/** One sound at a time, from bytes that are never written anywhere in clear. */

/** @import { Bytes } from '../../envelope/shape.js' */

/** @type {(() => void) | undefined} */
let silence;

/**
 * Play until the end, or until something else is played or `hush` is called.
 * @param {Bytes} bytes
 * @param {string} type
 * @param {() => void} ended called once, however it ends
 */
export async function play(bytes, type, ended) {
  hush();
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const audio = new Audio(url);
  const end = () => {
    audio.onended = null;
    audio.pause();
    URL.revokeObjectURL(url);
    if (silence === end) silence = undefined;
    ended();
  };
  silence = end;
  audio.onended = end;
  await audio.play().catch((wrong) => {
    end();
    throw wrong;
  });
}

export function hush() {
  silence?.();
}
