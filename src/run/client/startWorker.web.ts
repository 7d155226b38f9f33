import { t } from '../../protocol/l10n.js';
import type { Port } from '../../protocol/rpc.js';
import type { StartWorker } from './runClient.js';

/**
 * Starts the worker of dist/worker.web.js. An extension that is served from elsewhere may start workers from blobs only.
 * @param readScript reads the text of the worker, once
 */
export function startWebWorker(readScript: () => Promise<Uint8Array>): StartWorker {
  let source: Promise<string> | undefined;
  return async () => {
    source ??= readScript().then((code) => URL.createObjectURL(new Blob([code as BlobPart], { type: 'text/javascript' })));
    const worker = new Worker(await source);
    return {
      port: portOf(worker),
      terminate: () => worker.terminate(),
      onFailure: (listener) =>
        worker.addEventListener('error', (event) => listener(event.message || t('The run ended by itself, before it was done.'))),
    };
  };
}

function portOf(worker: Worker): Port {
  return {
    post: (message) => worker.postMessage(message),
    listen: (receive) => {
      const listener = (event: MessageEvent) => receive(event.data);
      worker.addEventListener('message', listener);
      return () => worker.removeEventListener('message', listener);
    },
  };
}
