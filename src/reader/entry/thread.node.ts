/** The thread of Node in which texts are read. */
import { parentPort } from 'node:worker_threads';
import { serveReader } from '../serveReader.js';

const port = parentPort!;
serveReader({
  post: (message) => port.postMessage(message),
  listen: (receive) => {
    port.on('message', receive);
    return () => port.off('message', receive);
  },
});
