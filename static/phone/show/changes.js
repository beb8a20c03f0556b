/** What its author changed or took back since, also before the council knows of it. */

const CHANGES = ['changed', 'taken_back'];

/**
 * The points, with what became of each; a taking back is told at what it takes back.
 * @param {any[]} points
 * @param {any[]} own what was said from this phone
 */
export function withChanges(points, own) {
  const newer = new Map(own.filter((one) => one.instead_of).map((one) => [target(one), one]));
  return points
    .filter(({ taken_back: isBack }) => !isBack)
    .map((point) => changed(point, newer.get(`${point.envelope} ${point.question}`)));
}

/** @param {any} point */
function target({ instead_of: envelope, question }) {
  return `${envelope} ${question}`;
}

/**
 * @param {any} point
 * @param {any} newer
 */
function changed(point, newer) {
  const isKnown = point.events.some((/** @type {any} */ { what }) => CHANGES.includes(what));
  if (isKnown || !newer) return { ...point, gone: isKnown };
  const { taken_back: isBack, events } = newer;
  const [{ on }] = events;
  const what = isBack ? 'taken_back' : 'changed';
  const way = isBack ? events : [];
  return { ...point, gone: true, events: [...point.events, { what, on }, ...way] };
}
