/** The worker of a browser for runs that may use the graphics card. Only this bundle has TensorFlow.js. */
import { startWebgl } from '../../engine/backends/webgl/index.js';
import { serveWorker } from './serveWorker.web.js';

serveWorker(startWebgl);
