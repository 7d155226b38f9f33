/** The worker of a browser for runs on the CPU. */
import { once } from '../../engine/library.js';
import { loadPart, serveWorker } from './serveWorker.web.js';

declare const sharedWithPart: unknown;

serveWorker(once(() => loadPart(sharedWithPart)));
