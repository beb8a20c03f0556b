/**
 * Some browsers protect people by not giving back what was drawn: they answer with stripes or noise
 * (Firefox with `resistFingerprinting`). A picture made of that is nobody's. So known pixels are
 * drawn and read back before anything is kept.
 */

/** Four corners far from each other, as red, green and blue. */
const KNOWN = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [17, 34, 51],
];
/** Browsers that only blur a fingerprint change a pixel by one or two; nobody sees that. */
const NEARLY = 8;

/** Whether this browser gives back what is drawn. Asked each time: people can allow it meanwhile. */
export function givesBack() {
  const canvas = Object.assign(document.createElement('canvas'), {
    width: KNOWN.length,
    height: 1,
  });
  const paper = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  for (const [at, colour] of KNOWN.entries()) {
    paper.fillStyle = `rgb(${colour.join(' ')})`;
    paper.fillRect(at, 0, 1, 1);
  }
  const read = paper.getImageData(0, 0, KNOWN.length, 1).data;
  return KNOWN.every((colour, at) =>
    colour.every((part, of) => Math.abs(part - read[at * 4 + of]) <= NEARLY),
  );
}
