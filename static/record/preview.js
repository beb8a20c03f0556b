/** Shows staff exactly what a reader will see, with the phone's own code. */

import { showReading } from '../phone/reading/reading.js';

const bundle = document.getElementById('bundle');
showReading(JSON.parse(bundle?.textContent ?? 'null'));
