import type { MessagePort, Worker } from 'node:worker_threads';
import type { Port } from '../protocol/rpc.js';

/** One end of the channel between a thread of Node and its host. */
export const threadPort = (end: Worker | MessagePort): Port => ({
  post: (message) => end.postMessage(message),
  listen(receive) {
    end.on('message', receive);
    return () => end.off('message', receive);
  },
});
