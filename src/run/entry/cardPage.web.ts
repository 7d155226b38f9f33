/**
 * The script of the page that has the graphics card. The page starts workers for the host and passes messages on.
 * Models run in the workers, never in the page.
 */
import { packed, unpacked } from '../wire/message.js';
import { isRelay, type FromPage, type ToPage } from '../wire/relay.js';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

const host = acquireVsCodeApi();
const say = (message: FromPage) => host.postMessage(message);
const workers = new Map<number, Worker>();

function start(id: number, script: string): void {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  workers.set(id, worker);
  worker.addEventListener('error', (event) => say({ relay: 'failed', id, message: event.message }));
  worker.addEventListener('message', ({ data }: MessageEvent<{ site?: unknown } | null>) => {
    if (typeof data?.site === 'number') return say({ relay: 'place', id, site: data.site });
    const { body, bytes } = packed(data);
    say({ relay: 'message', id, text: JSON.stringify(body), bytes });
  });
}

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isRelay(data)) return;
  const message = data as ToPage;
  switch (message.relay) {
    case 'start':
      return start(message.id, message.script);
    case 'post':
      return workers.get(message.id)?.postMessage(unpacked(JSON.parse(message.text), message.bytes));
    case 'end':
      workers.get(message.id)?.terminate();
      workers.delete(message.id);
  }
});

say({ relay: 'ready' });
