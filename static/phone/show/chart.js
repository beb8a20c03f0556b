/** A line of dots, each with its number, from 0 at the bottom to 10 at the top. */

const SVG = 'http://www.w3.org/2000/svg';
const [WIDTH, TOP, HEIGHT, EDGE] = [320, 10, 130, 16];
const MOST = 10;
/** So far apart that their numbers do not meet. */
const APART = 24;

/**
 * The oldest where a line of text begins.
 * @param {SVGElement} svg
 * @param {{number: number}[]} scores
 */
export function draw(svg, scores) {
  const step = scores.length > 1 ? (WIDTH - 2 * EDGE) / (scores.length - 1) : 0;
  const isMirrored = document.documentElement.dir === 'rtl';
  const dots = scores.map(({ number }, at) => {
    const along = EDGE + at * step;
    const y = TOP + HEIGHT * (1 - number / MOST);
    return { x: isMirrored ? WIDTH - along : along, y, number };
  });
  const line = dots.map(({ x, y }) => `${x},${y}`).join(' ');
  svg.querySelector('polyline')?.setAttribute('points', line);
  for (const { x, y, number } of dots) {
    svg.append(shape('circle', { cx: x, cy: y, r: 6 }));
    if (scores.length === 1 || step >= APART) svg.append(numberAt(x, y, number));
  }
}

/**
 * Above its dot, or below where there is no room.
 * @param {number} x
 * @param {number} y
 * @param {number} number
 */
function numberAt(x, y, number) {
  const text = shape('text', { x, y: y > TOP + HEIGHT / 5 ? y - 11 : y + 23 });
  text.textContent = String(number);
  return text;
}

/**
 * @param {string} name
 * @param {Record<string, number>} how
 */
function shape(name, how) {
  const made = document.createElementNS(SVG, name);
  for (const [what, value] of Object.entries(how)) made.setAttribute(what, String(value));
  return made;
}
