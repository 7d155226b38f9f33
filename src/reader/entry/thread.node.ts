/** The entry of Node's thread, in which texts are read. */
import { parentPort } from 'node:worker_threads';
import { serveReader } from '../serveReader.js';
import { threadPort } from '../threadPort.node.js';

serveReader(threadPort(parentPort!));
