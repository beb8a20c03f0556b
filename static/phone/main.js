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
 * - **Shutting is a fresh page** (`start/leaving.js`): the page is emptied, the key forgotten, and
 *   what comes next starts from nothing; so nothing that was opened can be left over.
 * - **What is decided from what is kept is decided within one turn of the vault**: a second press
 *   finds what the first has left.
 * - **Each invitation has its turn in every round, receives before it sends, and no refusal of one
 *   step keeps the next from its own** (`travel/sync.js`). Only no signal ends a round.
 * - **Other ways to answer come later** (`start/ways.js`, `later/`): their code is fetched when it is
 *   first wanted and holds no state of its own. What they make is named in the draft before any of
 *   it is kept, and goes with the write in which the draft no longer names it.
 * - **Words go before recordings** (`travel/sending.js`): the smallest envelope first, so that a weak
 *   signal carries what it can. The record waits for the pieces.
 * - **A message is kept once its shape is known to be what our pages need** (`travel/shapes.js`);
 *   an odd one is counted, said, and let go of.
 */

import { alone } from './start/alone.js';
import { App } from './start/app.js';
import { takeLink } from './start/link.js';
import { listen } from './start/listening.js';
import { keepOffline } from './start/offline.js';

const app = new App(takeLink());
keepOffline();
listen(app);
addEventListener('hashchange', () => app.follow(takeLink()));
alone(() => app.stopAt('elsewhere')).then(() => app.start());
