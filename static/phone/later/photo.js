/** A photo drawn anew: smaller, and with nothing of what the camera wrote beside it. */

import { cleaned } from './clean.js';
import { givesBack } from './protected.js';

/** Pixels of the longer side. */
const LONGEST = 1_600;
const QUALITY = 0.82;

/** A photo that cannot be used. `code`: `unreadable`, `unclean` or `protected`. */
export class BadPhoto extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** Throws `BadPhoto` where this browser does not give back what is drawn. */
export function mustGiveBack() {
  if (!givesBack()) throw new BadPhoto('protected');
}

/**
 * The bytes of a JPEG. Throws `BadPhoto`.
 * @param {File} file
 */
export async function redrawn(file) {
  const photo = await createImageBitmap(file).catch(() => {
    throw new BadPhoto('unreadable');
  });
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, LONGEST / Math.max(photo.width, photo.height));
  canvas.width = Math.max(1, Math.round(photo.width * scale));
  canvas.height = Math.max(1, Math.round(photo.height * scale));
  const paper = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  paper.fillStyle = 'white';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(photo, 0, 0, canvas.width, canvas.height);
  photo.close();
  return bytesOf(canvas, 'image/jpeg');
}

/**
 * What stands on a canvas, as a file that holds nothing else. Throws `BadPhoto`.
 * @param {HTMLCanvasElement} canvas
 * @param {'image/jpeg' | 'image/png'} type
 */
export async function bytesOf(canvas, type) {
  mustGiveBack();
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
  if (blob?.type !== type) throw new BadPhoto('unreadable');
  const clean = await cleaned(new Uint8Array(await blob.arrayBuffer()));
  if (!clean) throw new BadPhoto('unclean');
  return clean;
}
