/**
 * What a message from the council must look like before this phone keeps it: every part that our
 * pages read is of the sort that they need. More parts than these may be there.
 */

/** @typedef {(part: any) => boolean} Shape */

/** @type {Shape} */
const text = (part) => typeof part === 'string';
/** @type {Shape} */
const number = (part) => Number.isSafeInteger(part);
/** @type {(shape: Shape) => Shape} */
const orNothing = (shape) => (part) => part === null || shape(part);
/** From a council that does not say it yet. @type {(shape: Shape) => Shape} */
const orMissing = (shape) => (part) => part === undefined || shape(part);
/** @type {(shape: Shape) => Shape} */
const list = (shape) => (part) => Array.isArray(part) && part.every(shape);
/** @type {(shapes: Record<string, Shape>) => Shape} */
const parts = (shapes) => (part) =>
  part instanceof Object && Object.entries(shapes).every(([name, is]) => is(part[name]));

const action = parts({ plain: text, who: text });
const letter = parts({ html: text, from: text, role: text, on: text });
const plan = parts({ actions: list(action) });
const event = parts({ what: text, on: text });
const point = parts({
  envelope: text,
  question: text,
  audience: text,
  value: parts({}),
  events: list(event),
});

const talk = parts({ by: text, how: text, on: text });
const report = parts({ id: text, title: text, by: text, role: text, talked: list(talk) });
const told = parts({ question: text, audience: text, value: parts({}), on: text });

/** @type {Record<string, Shape>} */
export const SHAPES = {
  receipt: parts({ received: list(parts({ id: text, sha256: text })) }),
  keys: parts({ signed: parts({}) }),
  about: parts({
    serial: number,
    form: orMissing(text),
    meeting: parts({}),
    people: list(text),
    numbers: list(
      parts({ name: text, number: text, call: orMissing(text), text: orMissing(text) }),
    ),
    words: orMissing(list(parts({ term: text, meaning: text }))),
    worker: parts({ name: text }),
    chair: parts({ name: text }),
    advocates: orMissing(list(parts({ id: text, name: text }))),
  }),
  points: parts({ serial: number, points: list(point) }),
  publication: parts({
    serial: number,
    letter: orNothing(letter),
    plan: orNothing(plan),
    happened: list(parts({ envelope: text, question: text, outcome: text })),
  }),
  reports: parts({ serial: number, reports: list(report) }),
  report: parts({ serial: number, id: text, text: list(text), pdf: orNothing(text) }),
  asked: parts({
    serial: number,
    asked: list(parts({ on: text, name: text, role: text, done_on: text, words: text })),
  }),
  access: parts({
    serial: number,
    given: list(parts({ reader: text, parts: list(text), n: number })),
  }),
  again: parts({}),
  shared: parts({
    serial: number,
    parts: list(text),
    points: list(told),
    letter: orNothing(letter),
    plan: orNothing(plan),
  }),
  to_approve: parts({
    serial: number,
    points: list(
      parts({ envelope: text, question: text, value: parts({}), by: parts({ name: text }) }),
    ),
  }),
};
