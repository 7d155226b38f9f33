/** Whole runs in a browser, for test/webgl/webgl.mjs: the worker of a web host, and the one behind a page of ours. */
import { link } from '../../src/language/link.js';
import type { Run } from '../../src/protocol/trace.js';
import { RunClient, type RunHandle } from '../../src/run/client/runClient.js';
import { startRelayed, type WorkerPage } from '../../src/run/client/startRelayed.js';
import { startWebWorker } from '../../src/run/client/startWorker.web.js';

interface Scripts {
  worker: string;
  cardWorker: string;
  cardPage: string;
}

export interface Asked {
  files: Record<string, string>;
  entry: string;
  backend: 'cpu' | 'webgl';
  card: boolean;
  /** How the worker starts: as in a web host, or in a page of a host under Node. */
  host: 'web' | 'page';
  /** What happens when it prints its first line. */
  then?: 'stop' | 'close';
  /** The limit for tensors. */
  tensorBytes?: number;
}

const bytes = (text: string) => () => Promise.resolve(new TextEncoder().encode(text));
const closing = new Set<() => void>();

/** The script of the page that has the card, in this page. */
function openPage(script: string): WorkerPage {
  const receivers = new Set<(message: unknown) => void>();
  const api = { postMessage: (message: unknown) => receivers.forEach((receive) => receive(structuredClone(message))) };
  Object.assign(globalThis, { acquireVsCodeApi: () => api });
  (0, eval)(script);
  return {
    port: {
      post: (message) => postMessage(message),
      listen: (receive) => {
        receivers.add(receive);
        return () => void receivers.delete(receive);
      },
    },
    onClose: (listener) => {
      closing.add(listener);
      return () => void closing.delete(listener);
    },
  };
}

function clientOf({ worker, cardWorker, cardPage }: Scripts, host: Asked['host']): RunClient {
  let page: WorkerPage | undefined;
  const withCard =
    host === 'web'
      ? startWebWorker(bytes(cardWorker))
      : startRelayed(() => Promise.resolve((page ??= openPage(cardPage))), bytes(cardWorker));
  return new RunClient(startWebWorker(bytes(worker)), undefined, withCard);
}

const clients = new Map<string, RunClient>();

async function run(scripts: Scripts, { files, entry, backend, card, host, then, tensorBytes = 2 ** 30 }: Asked): Promise<Run> {
  let client = clients.get(host);
  if (!client) clients.set(host, (client = clientOf(scripts, host)));
  const { program } = await link(entry, (path) => Promise.resolve(files[path.replace(/^.*\//, '')] ?? null));
  const request = { program, mode: 'backward' as const, backend, card, maxValues: 4096, maxPasses: 3, passes: 0 };
  const handle: RunHandle = client.run(
    { ...request, limits: { tensorBytes, keptBytes: tensorBytes / 4 } },
    {
      timeLimit: 0,
      events: {
        output: () => {
          if (then === 'stop') handle.stop();
          if (then === 'close') closing.forEach((listener) => listener());
        },
        progress: () => undefined,
        readFile: () => Promise.reject(new Error('no files')),
        writeFile: () => Promise.reject(new Error('no files')),
      },
    },
  );
  const document = await handle.done;
  handle.dispose();
  return document;
}

Object.assign(globalThis, { run });
