/** The worker as a browser runs it. */
import { serveRunner } from './runner.js';

const post = postMessage.bind(globalThis) as (message: unknown) => void;

serveRunner({
  port: {
    post,
    listen: (receive) => {
      const listener = ({ data }: MessageEvent) => receive(data);
      addEventListener('message', listener);
      return () => removeEventListener('message', listener);
    },
  },
  now: () => performance.now(),
  onStray: (listener) => {
    addEventListener('error', (event) => listener(event.error));
    addEventListener('unhandledrejection', (event) => listener(event.reason));
  },
});
