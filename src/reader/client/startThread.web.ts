import { t } from '../../protocol/l10n.js';
import { portOf } from '../../protocol/rpc.js';
import type { StartThread } from './thread.js';

/**
 * Starts the worker from a blob, since an extension from another origin may not start workers otherwise.
 * @param readScript reads the text of dist/reader.web.js
 */
export const startWebThread =
  (readScript: () => Promise<Uint8Array>): StartThread =>
  async () => {
    const url = URL.createObjectURL(new Blob([(await readScript()) as BlobPart], { type: 'text/javascript' }));
    const worker = new Worker(url);
    return {
      port: portOf(worker),
      onFailure: (listener) => worker.addEventListener('error', (event) => listener(t('The text could not be read: {0}', event.message))),
      terminate: () => {
        worker.terminate();
        URL.revokeObjectURL(url);
      },
    };
  };
