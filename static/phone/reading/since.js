/**
 * What is new in a publication since the one that was there before, part by part. On the very
 * first, nothing is: all of it is new, and to mark all is to mark none.
 */

/** @typedef {'' | 'new' | 'changed'} Mark */
/** @typedef {Record<string, Mark>} Lines marks of single lines, by the line's name */
/** @typedef {{whole: Mark, lines: Lines}} Marks */
/** @typedef {{letter: Mark, plan: Mark, lines: Lines, actions: Marks[], happened: Mark[]}} Since */

/** The lines around the actions, each with all that it shows. @type {Record<string, string[]>} */
export const PLAN_LINES = {
  risk: ['risk'],
  must_change: ['must_change'],
  if_not: ['if_not'],
  has_visits: ['visits', 'visits_by'],
  has_core_group: ['core_group_on', 'core_group_at', 'core_group'],
  contingency: ['contingency'],
  has_review: ['review_on', 'review_at', 'review'],
};

/** The lines of an action below its plain words. @type {Record<string, string[]>} */
export const ACTION_LINES = {
  who: ['who'],
  start: ['start'],
  review: ['review'],
  safe_enough: ['safe_enough'],
  progress: ['progress'],
  worry: ['worry'],
  action: ['action'],
};

/**
 * @param {any} now
 * @param {any} [before]
 * @returns {Since}
 */
export function sinceThen(now, before) {
  const then = before ?? now;
  return {
    letter: marked(now.letter, then.letter, ['html']),
    plan: planSince(now.plan, then.plan),
    lines: now.plan && then.plan ? linesOf(now.plan, then.plan, PLAN_LINES) : {},
    actions: (now.plan?.actions ?? []).map((/** @type {any} */ action) =>
      then.plan ? actionSince(action, then.plan.actions) : { whole: '', lines: {} },
    ),
    happened: now.happened.map((/** @type {any} */ pair) => pairSince(pair, now, then)),
  };
}

/**
 * Whether anything is marked.
 * @param {Since} since
 */
export function isNews({ letter, plan, lines, actions, happened }) {
  const wholes = actions.map(({ whole }) => whole);
  return [letter, plan, ...Object.values(lines), ...wholes, ...happened].some(Boolean);
}

/**
 * What is gone can bear no mark of its own: the plan as a whole has changed.
 * @param {any} now
 * @param {any} then
 * @returns {Mark}
 */
function planSince(now, then) {
  if (!now) return '';
  if (!then) return 'new';
  const lines = Object.values(PLAN_LINES);
  const isLess = lines.some((fields) => isSaid(then, fields) && !isSaid(now, fields));
  const isWhole = then.actions.every((/** @type {any} */ was) => knownIn(now.actions, was));
  return isLess || !isWhole ? 'changed' : '';
}

/**
 * @param {any} action
 * @param {any[]} then
 * @returns {Marks}
 */
function actionSince(action, then) {
  const known = knownIn(then, action);
  if (!known) return { whole: 'new', lines: {} };
  const fields = ['plain', ...Object.values(ACTION_LINES).flat()];
  return { whole: marked(action, known, fields), lines: linesOf(action, known, ACTION_LINES) };
}

/**
 * An action of a version without ids is known by its words.
 * @param {any[]} actions
 * @param {any} action
 */
function knownIn(actions, { id, plain }) {
  const byId = actions.find((one) => id !== undefined && one.id === id);
  return byId ?? actions.find((one) => one.plain === plain);
}

/**
 * @param {any} pair
 * @param {any} now
 * @param {any} then
 */
function pairSince(pair, now, then) {
  const told = (/** @type {any} */ one, /** @type {any} */ { plan }) => ({
    ...one,
    planned: one.action ? (plan?.actions[one.action - 1]?.id ?? one.action) : '',
  });
  const known = then.happened.find(
    (/** @type {any} */ one) => one.envelope === pair.envelope && one.question === pair.question,
  );
  return marked(told(pair, now), known && told(known, then), ['outcome', 'why', 'planned']);
}

/**
 * @param {any} now
 * @param {any} then
 * @param {Record<string, string[]>} lines
 * @returns {Lines}
 */
function linesOf(now, then, lines) {
  return Object.fromEntries(
    Object.entries(lines).map(([name, fields]) => [name, marked(now, then, fields)]),
  );
}

/**
 * @param {any} now
 * @param {any} then
 * @param {string[]} fields
 * @returns {Mark}
 */
function marked(now, then, fields) {
  const isSame = fields.every((field) => (now?.[field] || '') === (then?.[field] || ''));
  if (isSame || !isSaid(now, fields)) return '';
  return isSaid(then, fields) ? 'changed' : 'new';
}

/**
 * @param {any} part
 * @param {string[]} fields
 */
function isSaid(part, fields) {
  return fields.some((field) => part?.[field]);
}
