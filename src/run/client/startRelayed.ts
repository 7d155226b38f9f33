import { t } from '../../protocol/l10n.js';
import type { Port } from '../../protocol/rpc.js';
import { packed, unpacked } from '../wire/message.js';
import { isRelay, type FromPage, type ToPage } from '../wire/relay.js';
import type { StartWorker } from './worker.js';

/** Our page that starts workers, see entry/cardPage.web.ts. */
export interface WorkerPage {
  readonly port: Port;
  /** Calls `listener` when the page is gone. Returns a function that stops that. */
  onClose(listener: () => void): () => void;
}

let last = 0;

/**
 * Starts workers in a page.
 * @param open returns the page, and opens it first when it is not open
 * @param readScript reads the text of the worker
 * @param readShipped reads a file of dist/shipped
 */
export function startRelayed(
  open: () => Promise<WorkerPage>,
  readScript: () => Promise<Uint8Array>,
  readShipped: (name: string) => Promise<Uint8Array>,
): StartWorker {
  let script: Promise<string> | undefined;
  return async () => {
    script ??= readScript().then((code) => new TextDecoder().decode(code));
    const [page, text] = [await open(), await script];
    const id = ++last;
    const tell = (message: ToPage) => page.port.post(message);
    const receivers = new Set<(message: unknown) => void>();
    const failures = new Set<(message: string) => void>();
    let failed: string | undefined;
    let site = -1;
    const fail = (message: string) => {
      failed ??= message;
      for (const listener of failures) listener(message);
    };
    const stops = [
      page.onClose(() => fail(t('The page that computes on the graphics card was closed, so the run was ended.'))),
      page.port.listen((data) => {
        if (!isRelay(data) || data.id !== id) return;
        const message = data as FromPage;
        if (message.relay === 'place') site = Number(message.site);
        if (message.relay === 'failed') fail(String(message.message) || t('The run ended by itself, before it was done.'));
        if (message.relay !== 'message') return;
        const body = unpacked(JSON.parse(String(message.text)), message.bytes);
        for (const receive of receivers) receive(body);
      }),
    ];
    tell({ relay: 'start', id, script: text });
    return {
      port: {
        post(message) {
          const { body, bytes } = packed(message);
          tell({ relay: 'post', id, text: JSON.stringify(body), bytes });
        },
        listen(receive) {
          receivers.add(receive);
          return () => void receivers.delete(receive);
        },
      },
      readShipped,
      // A worker in a loop receives no messages. A request by message arrives when it listens again, or the worker is
      // terminated.
      interrupt: () => undefined,
      place: () => site,
      terminate() {
        stops.forEach((stop) => stop());
        if (failed === undefined) tell({ relay: 'end', id });
        return Promise.resolve();
      },
      onFailure(listener) {
        failures.add(listener);
        if (failed !== undefined) listener(failed);
      },
    };
  };
}
