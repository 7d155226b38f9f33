/** The worker of a browser for runs on the CPU. */
import { serveWorker } from './serveWorker.web.js';

serveWorker();
