/**
 * Starts the app: takes the link, listens, waits to be the only one, and goes in.
 *
 * Decisions
 * ---------
 * - **One writer among tabs** (`start/alone.js`): a second tab waits, and shows help meanwhile.
 * - **The questions' pages belong to one invitation at a time** (`answers/draft.js`), and so does
 *   every step of the history (`show/pages.js`): on a shared phone nothing crosses over.
 * - **Every page passes one gate** (`App.mayShow`), on whatever way one came to it: a lock that
 *   Back leads past is none.
 * - **What is decided from what is kept is decided within one turn of the vault**: a second press
 *   finds what the first has left.
 * - **Each invitation has its turn in every round, receives before it sends, and no refusal of one
 *   step keeps the next from its own** (`travel/sync.js`). Only no signal ends a round.
 * - **How the pages look is worn before any page is shown** (`look/`), and can be changed on a page
 *   that is open to everybody, like help: who needs large letters needs them to open the lock.
 * - **A message is kept once its shape is known to be what our pages need** (`travel/shapes.js`);
 *   an odd one is counted, said, and let go of.
 */

import { wearKept } from './look/wearing.js';
import { alone } from './start/alone.js';
import { App } from './start/app.js';
import { takeLink } from './start/link.js';
import { listen } from './start/listening.js';
import { keepOffline } from './start/offline.js';

const app = new App(takeLink());
keepOffline();
listen(app);
addEventListener('hashchange', () => app.follow(takeLink()));
await wearKept();
alone(() => app.stopAt('elsewhere')).then(() => app.start());
