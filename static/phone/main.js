/** Starts the app: takes the link, opens the vault, and joins pages, draft and travel. */

import { alone } from './start/alone.js';
import { App } from './start/app.js';
import { takeLink } from './start/link.js';
import { keepOffline } from './start/offline.js';

const app = new App(takeLink());
keepOffline();
addEventListener('hashchange', () => app.follow(takeLink()));
alone(() => app.waitForOtherTab()).then(() => app.start());
