/** Starts the app: takes the link, listens, waits to be the only one, and goes in. */

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
