/**
 * Whole runs in a browser, for test/webgl/webgl.mjs: with the worker of a web host, and with the worker behind our own
 * page.
 */
import { AutoBackend } from '../../src/host/sessions/autoBackend.js';
import { rowsIn } from '../../src/host/sessions/cardMeasure.js';
import { runToItsEnd } from '../../src/host/sessions/lostCard.js';
import type { Device, Experience, Row } from '../../src/host/sessions/faster.js';
import { link } from '../../src/language/link.js';
import type { RunRequest } from '../../src/protocol/runnerApi.js';
import type { Run } from '../../src/protocol/trace.js';
import { RunClient, type RunHandle } from '../../src/run/client/runClient.js';
import { startRelayed, type WorkerPage } from '../../src/run/client/startRelayed.js';
import { startWebWorker } from '../../src/run/client/startWorker.web.js';

interface Scripts {
  worker: string;
  workerPart: string;
  workerSaid: string;
  cardWorker: string;
  cardPage: string;
}

export interface Asked {
  files: Record<string, string>;
  entry: string;
  backend: 'cpu' | 'webgl';
  card: boolean;
  /** Where the worker starts: in a web host, or in a page of a host under Node. */
  host: 'web' | 'page';
  /** What happens when the run prints its first line. */
  then?: 'stop' | 'close';
  /** The card is lost this many milliseconds after it was opened. */
  losesAfter?: number;
  /** The limit for tensors. */
  tensorBytes?: number;
  /** The text in place of the code that the worker loads when a program first asks for it. */
  part?: string;
}

const nothing = (name: string): Promise<Uint8Array> => Promise.reject(new Error(`ENOENT: '${name}'`));
const bytes = (text: string) => () => Promise.resolve(new TextEncoder().encode(text));
const closing = new Set<() => void>();

/** Runs the script of the page with the card, inside this page. */
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

function clientOf({ worker, workerPart, workerSaid, cardWorker, cardPage }: Scripts, host: Asked['host']): RunClient {
  let page: WorkerPage | undefined;
  const withCard =
    host === 'web'
      ? startWebWorker(bytes(cardWorker), nothing)
      : startRelayed(() => Promise.resolve((page ??= openPage(cardPage))), bytes(cardWorker), nothing);
  return new RunClient(startWebWorker(bytes(worker), nothing, { part: bytes(workerPart), said: bytes(workerSaid) }), undefined, withCard);
}

const clients = new Map<string, RunClient>();

/** A worker's script whose card is lost after some time. */
const losing = (script: string, ms: number) => `const open = OffscreenCanvas.prototype.getContext;
const later = setTimeout;
OffscreenCanvas.prototype.getContext = function (...args) {
  const gl = open.apply(this, args);
  const lose = gl?.getExtension('WEBGL_lose_context');
  if (lose) later(() => lose.loseContext(), ${ms});
  return gl;
};
${script}`;

/** Runs a model like the editor. The messages about the card are the first lines of its output. */
async function run(scripts: Scripts, asked: Asked): Promise<Run> {
  const { files, entry, backend, card, host, then, losesAfter, tensorBytes = 2 ** 30, part = scripts.workerPart } = asked;
  const kind = `${host} ${losesAfter ?? ''} ${asked.part ?? ''}`;
  let client = clients.get(kind);
  const cardWorker = losesAfter === undefined ? scripts.cardWorker : losing(scripts.cardWorker, losesAfter);
  const own = { ...scripts, workerPart: part, cardWorker };
  if (!client) clients.set(kind, (client = clientOf(own, host)));
  const { program } = await link(entry, (path) => Promise.resolve(files[path.replace(/^.*\//, '')] ?? null));
  const request = { program, mode: 'backward' as const, backend, card, maxValues: 4096, maxPasses: 3, passes: 0 };
  let handle: RunHandle | undefined;
  const start = (given: RunRequest) =>
    (handle = client.run(given, {
      timeLimit: 0,
      events: {
        output: () => {
          if (then === 'stop') handle?.stop();
          if (then === 'close') closing.forEach((listener) => listener());
        },
        progress: () => undefined,
        readFile: () => Promise.reject(new Error('no files')),
        writeFile: () => Promise.reject(new Error('no files')),
      },
    }));
  const told: string[] = [];
  const limited = { ...request, limits: { tensorBytes, keptBytes: tensorBytes / 4 } };
  const document = await runToItsEnd(limited, start, (sentence) => told.push(sentence));
  handle?.dispose();
  return { ...document, output: [...told, ...document.output] };
}

/**
 * Tests the setting auto in this browser: its messages in two attempts, the device for a model of large tensors, and
 * the measured figures.
 */
async function auto(scripts: Scripts): Promise<{ told: string[]; device: Device; rows: Row[] }> {
  const kept = new Map<string, unknown>();
  const memory = {
    get: (key: string) => kept.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  };
  const client = clientOf(scripts, 'web');
  let rows: Row[] = [];
  const watched = {
    run: (...given: Parameters<RunClient['run']>) => {
      const handle = client.run(...given);
      // In the second attempt, the card is asked only for its name.
      void handle.done.then(({ output }) => rowsIn(output).length > 0 && (rows = rowsIn(output)));
      return handle;
    },
  };
  const model: Experience = { sizes: [2 ** 20], fits: true, count: 1, ms: { cpu: 5000, webgl: null } };
  const told: string[] = [];
  const made = () => new AutoBackend(memory as never, watched as RunClient, () => true);
  for (let i = 0; i < 2; i++) await made().measure(model, (sentence) => told.push(sentence));
  return { told, device: made().choose(model), rows };
}

Object.assign(globalThis, { run, auto });
