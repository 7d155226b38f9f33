/** The worker as a browser runs it. */
import { serveRunner } from '../inside/runner.js';

// Kept before a run hides them from its model.
const post = postMessage.bind(globalThis) as (message: unknown) => void;
const on = addEventListener.bind(globalThis);
const off = removeEventListener.bind(globalThis);

serveRunner({
  port: {
    post,
    listen: (receive) => {
      const listener = ({ data }: MessageEvent) => receive(data);
      on('message', listener);
      return () => off('message', listener);
    },
  },
  // No `arrayBytes`: a browser tells of freed memory between turns only, and a training is a single one.
  now: () => performance.now(),
  onStray: (listener) => {
    on('error', (event) => listener(event.error));
    on('unhandledrejection', (event) => listener(event.reason));
  },
});
