import { t } from '../../protocol/l10n.js';
import { portOf } from '../../protocol/rpc.js';
import type { PartMessage } from '../wire/part.js';
import { END_AT, PLACE_AT, PLACE_BYTES, type PlaceMessage } from '../wire/place.js';
import type { StartWorker } from './worker.js';

/**
 * Starts the worker of dist/worker.web.js. An extension that is served from another origin may start workers only from
 * blobs.
 * @param readScript reads the text of the worker, once
 * @param readShipped reads a file of dist/shipped
 * @param readLater reads what the worker loads later, for a worker that does
 */
export function startWebWorker(
  readScript: () => Promise<Uint8Array>,
  readShipped: (name: string) => Promise<Uint8Array>,
  readLater?: { part: () => Promise<Uint8Array>; said: () => Promise<Uint8Array> },
): StartWorker {
  let source: Promise<string> | undefined;
  let later: Promise<PartMessage> | undefined;
  return async () => {
    if (readLater) later ??= Promise.all([readLater.part(), readLater.said()].map(text)).then(([part = '', said = '']) => ({ part, said }));
    source ??= readScript().then((code) => URL.createObjectURL(new Blob([code as BlobPart], { type: 'text/javascript' })));
    const worker = new Worker(await source);
    if (later) worker.postMessage(await later);
    const shared = sharedMemory();
    const mayGoOn = shared ? null : URL.createObjectURL(new Blob([], { type: 'text/javascript' }));
    let told = -1;
    worker.postMessage((shared ? { place: shared.buffer } : { mayGoOn: mayGoOn! }) satisfies PlaceMessage);
    if (!shared)
      worker.addEventListener('message', ({ data }: MessageEvent<{ site?: unknown } | null>) => {
        if (typeof data?.site === 'number') told = data.site;
      });
    return {
      port: portOf(worker),
      readShipped,
      interrupt: () => (shared ? void Atomics.store(shared, END_AT / 4, 1) : URL.revokeObjectURL(mayGoOn!)),
      place: () => (shared ? Atomics.load(shared, PLACE_AT / 4) - 1 : told),
      terminate() {
        if (mayGoOn !== null) URL.revokeObjectURL(mayGoOn);
        return Promise.resolve(worker.terminate());
      },
      onFailure: (listener) =>
        worker.addEventListener('error', (event) => listener(event.message || t('The run ended by itself, before it was done.'))),
    };
  };
}

const text = async (bytes: Promise<Uint8Array>): Promise<string> => new TextDecoder().decode(await bytes);

/** Shared memory, where there is any: browsers grant it only to isolated pages. */
function sharedMemory(): (Int32Array & { buffer: SharedArrayBuffer }) | undefined {
  return typeof SharedArrayBuffer === 'undefined' ? undefined : new Int32Array(new SharedArrayBuffer(PLACE_BYTES));
}
