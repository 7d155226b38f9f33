/** The worker of a browser in which texts are read. */
import { serveReader } from '../serveReader.js';

serveReader({
  post: (message) => postMessage(message),
  listen: (receive) => {
    const listener = (event: MessageEvent) => receive(event.data);
    addEventListener('message', listener);
    return () => removeEventListener('message', listener);
  },
});
