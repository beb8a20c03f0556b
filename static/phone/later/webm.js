/**
 * How long a recording is, written into it: browsers leave it out of a WebM that they write as it
 * is recorded, and then nobody can go back and forth in it.
 */

/** @import { Bytes } from '../../envelope/shape.js' */

const INFO = [0x15, 0x49, 0xa9, 0x66];
const DURATION = [0x44, 0x89];
/** The two bytes of its name, one that says "eight bytes follow", and those. */
const ADDED = 11;

/**
 * The beginning of a WebM with its length in it; anything that we do not understand stays as it is.
 * @param {Bytes} start
 * @param {number} milliseconds
 */
export async function withLength(start, milliseconds) {
  const at = placeOf(start, INFO);
  if (at < 0) return start;
  const size = sizeAt(start, at + INFO.length);
  const from = at + INFO.length + size.bytes;
  const info = start.subarray(from, from + size.value);
  if (info.length !== size.value) return start;
  const told = placeOf(info, DURATION);
  if (told >= 0)
    return told + ADDED <= info.length ? filledIn(start, from + told, milliseconds) : start;
  const parts = [
    start.slice(0, at + INFO.length),
    eightBytes(size.value + ADDED),
    info.slice(),
    Uint8Array.of(...DURATION, 0x88),
    float(milliseconds),
    start.slice(from + size.value),
  ];
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * Firefox leaves room for a length and says nought; any other length stays.
 * @param {Bytes} start
 * @param {number} at
 * @param {number} milliseconds
 */
function filledIn(start, at, milliseconds) {
  const filled = start.slice();
  const view = new DataView(filled.buffer);
  if (filled[at + 2] !== 0x88 || view.getFloat64(at + 3) !== 0) return start;
  view.setFloat64(at + 3, milliseconds);
  return filled;
}

/**
 * A number of the format's own: as many zeros as stand first, so many bytes follow.
 * @param {Bytes} bytes
 * @param {number} at
 */
function sizeAt(bytes, at) {
  const first = bytes[at] ?? 0;
  const count = Math.clz32(first) - 24 + 1;
  let value = first & (0xff >> count);
  for (let next = 1; next < count; next += 1) value = value * 256 + (bytes[at + next] ?? 0);
  return { value, bytes: count };
}

/** @param {number} value */
function eightBytes(value) {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x01000000);
  view.setUint32(4, value);
  return bytes;
}

/** @param {number} value */
function float(value) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

/**
 * @param {Bytes} bytes
 * @param {number[]} wanted
 */
function placeOf(bytes, wanted) {
  return bytes.findIndex((_, at) => wanted.every((byte, next) => bytes[at + next] === byte));
}
