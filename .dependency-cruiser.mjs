/** The borders between the browser's places; each is a sentence, and breaking one is an error. */

const OURS = '^static/';

/** @param {string} name @param {object} from @param {object} to */
const forbidden = (name, from, to) => ({ name, severity: 'error', from, to });

export default {
  forbidden: [
    forbidden(
      'The envelope imports nothing of ours',
      { path: '^static/envelope/' },
      { path: OURS, pathNot: '^static/envelope/' },
    ),
    forbidden(
      'The envelope imports nothing from npm but hpke',
      { path: '^static/envelope/' },
      { dependencyTypesNot: ['local'], pathNot: '(^|/)node_modules/hpke/' },
    ),
    forbidden(
      'Nothing but the envelope touches cryptography from npm',
      { path: OURS, pathNot: '^static/envelope/' },
      { path: '(^|/)node_modules/(hpke|@hpke)/' },
    ),
    forbidden(
      'The phone imports the envelope and nothing else of ours',
      { path: '^static/phone/' },
      { path: OURS, pathNot: '^static/(phone|envelope)/' },
    ),
    forbidden(
      'What comes later is handed what it needs, and imports nothing that holds a state',
      { path: '^static/phone/later/' },
      { path: OURS, pathNot: '^static/phone/(later/|show/(fill|trouble)\\.js$)' },
    ),
    forbidden(
      'Nothing waits for what comes later',
      { path: '^static/', pathNot: '^static/phone/later/' },
      { path: '^static/phone/later/' },
    ),
    forbidden(
      'The record imports only how a page is read on the phone',
      { path: '^static/record/' },
      { path: OURS, pathNot: '^static/(record/|phone/reading)' },
    ),
    forbidden('The service worker imports nothing', { path: '^static/sw\\.js$' }, { path: '.+' }),
    forbidden('No module imports itself by a detour', {}, { circular: true }),
    forbidden('Every import is found', {}, { couldNotResolve: true }),
    forbidden(
      'What is sent to a browser needs no development package',
      { path: OURS, pathNot: '\\.mjs$' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'core'] },
    ),
  ],
  options: {
    exclude: { path: '^static/build/' },
    doNotFollow: { path: 'node_modules' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
