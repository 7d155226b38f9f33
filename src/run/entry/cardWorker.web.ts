/**
 * The worker of a browser for runs that may use the graphics card. Only this bundle contains TensorFlow.js. It also
 * contains all that programs need.
 */
import { startWebgl } from '../../engine/backends/webgl/index.js';
import * as part from './part.js';
import { serveWorker } from './serveWorker.web.js';

serveWorker(() => part, startWebgl);
