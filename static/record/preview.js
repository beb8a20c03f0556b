/** Shows staff exactly what a reader will see, with the phone's own code. */

import { showReading, showReport } from '../phone/reading/reading.js';

const bundle = document.getElementById('bundle');
const words = JSON.parse(bundle?.textContent ?? 'null');
if (words?.report) showReport(words.report);
else showReading(words);
