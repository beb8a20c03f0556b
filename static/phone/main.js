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
 * - **Who only looks leaves nothing**: database and service worker come with the first invitation
 *   that is opened (`keep/store.js`, `start/offline.js`). So a borrowed phone is one on which they
 *   never come, and not one that is cleaned (`start/borrowed.js`).
 * - **A lock is a row of a table** (`keep/locks.js`), and changing it is one write: the mailbox has
 *   confirmed the new share before, the old one goes after, and a lost answer loses nothing.
 * - **A question about a particular thing gets a page for each thing** (`answers/subjects.js`), so
 *   that draft, sending, changing and taking back know nothing of things. What it was about goes with
 *   the answer, in the words that its author read: a plan that changes makes nobody say anything else.
 * - **What is written while a safer phone is shut** is sealed to a key inside it (`keep/aside.js`).
 *   When it is opened it joins the draft: free text stands one below the other, of anything else
 *   the newer counts, and the fewer may see it.
 * - **What is decided from what is kept is decided within one turn of the vault**: a second press
 *   finds what the first has left.
 * - **Each invitation has its turn in every round, receives before it sends, and no refusal of one
 *   step keeps the next from its own** (`travel/sync.js`). Only no signal ends a round.
 * - **The door comes first** (`start/inside.js`): a first visit carries what opens an invitation and
 *   no more; what is needed inside follows as soon as the first page is shown.
 * - **Other ways to answer come later** (`start/ways.js`, `later/`): their code is fetched when it is
 *   first wanted and holds no state of its own. What they make is named in the draft before any of
 *   it is kept, and goes with the write in which the draft no longer names it.
 * - **Words go before recordings** (`travel/sending.js`): the smallest envelope first, so that a weak
 *   signal carries what it can. The record waits for the pieces.
 * - **How the pages look is worn before any page is shown** (`look/`), and can be changed on a page
 *   that is open to everybody, like help: who needs large letters needs them to open the lock.
 * - **What is new is told from the publication before** (`reading/since.js`): the phone keeps the
 *   one that it replaces, under the same lock, and the marks stay until the next one comes. On the
 *   first nothing is marked.
 * - **A day goes into a calendar as a file** (`reading/calendar.js`), with a name and nothing else.
 * - **A message is kept once its shape is known to be what our pages need** (`travel/shapes.js`);
 *   an odd one is counted, said, put by for a version that knows it, and told to the record.
 */

import { surroundQuestions } from './answers/around.js';
import { isKept } from './keep/store.js';
import { wearKept } from './look/wearing.js';
import { alone } from './start/alone.js';
import { App } from './start/app.js';
import { takeBorrowed } from './start/borrowed.js';
import { takeLink } from './start/link.js';
import { listen } from './start/listening.js';

surroundQuestions();
takeBorrowed();
const app = new App(takeLink());
listen(app);
addEventListener('hashchange', () => app.follow(takeLink()));
wearKept()
  .then(() => (isKept() ? alone(() => app.stopAt('elsewhere')) : undefined))
  .then(() => app.start())
  .then(() => app.whole().catch(() => undefined));
