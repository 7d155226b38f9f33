import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunClient, type RunOptions } from '../../src/run/client/runClient.js';
import type { WorkerHandle } from '../../src/run/client/worker.js';
import { connect, serve, type Port, type Remote } from '../../src/protocol/rpc.js';
import type { FinishedRun, PassHead, RunnerApi, RunnerEvents, RunRequest } from '../../src/protocol/runnerApi.js';
import { emptyRun, type Pass } from '../../src/protocol/trace.js';

const request: RunRequest = {
  program: { entry: 'a.tl.ts', modules: [], sites: [{ kind: 'loop', range: ['a.tl.ts', 3, 1, 3, 15] }] },
  mode: 'backward',
  backend: 'cpu',
  maxValues: 16,
  maxPasses: 4,
  passes: 0,
  limits: { tensorBytes: 1e6, keptBytes: 1e6 },
};

const pass: Pass = { index: 0, backward: false, root: null, loss: null, nodes: [], edges: [], backward_order: [] };
const head: PassHead = {
  index: 0,
  backward: false,
  root: null,
  loss: null,
  digest: { sources: [], dtypes: [], call: null, failed: false },
};
const {
  output: _output,
  passes: _passes,
  pass_count: _count,
  losses: _losses,
  ...empty
} = emptyRun({
  file: 'a.tl.ts',
  mode: 'backward',
  backend: 'cpu',
  status: 'ok',
  error: null,
});
const okRun: FinishedRun = { ...empty, kept: [0] };

/** Two ends of a wire. A message arrives in the next microtask. */
function wire(): [Port, Port] {
  const listeners: Set<(m: unknown) => void>[] = [new Set(), new Set()];
  const end = (mine: 0 | 1): Port => ({
    post: (message) => queueMicrotask(() => listeners[1 - mine]!.forEach((receive) => receive(message))),
    listen: (receive) => {
      listeners[mine]!.add(receive);
      return () => listeners[mine]!.delete(receive);
    },
  });
  return [end(0), end(1)];
}

class FakeWorker implements WorkerHandle {
  readonly port: Port;
  readonly host: Remote<RunnerEvents>;
  terminated = false;
  interrupted = false;
  site = -1;
  private fail: ((message: string) => void)[] = [];

  constructor(run: (request: RunRequest) => Promise<FinishedRun>) {
    const [here, there] = wire();
    this.port = here;
    const api: RunnerApi = {
      run,
      again: () => Promise.reject(new Error('It runs once.')),
      end: () => {},
      tensor: () => Promise.resolve({ shape: [], dtype: 'float32', data: [1], text: 'tensor(1.)' }),
      field: () => Promise.resolve(null),
      explain: () => Promise.resolve(null),
      open: () => Promise.resolve({ tensors: [], more: 0, beside: [] }),
      opened: () => Promise.resolve(null),
    };
    serve(api, there);
    this.host = connect<RunnerEvents>(there).remote;
  }
  interrupt() {
    this.interrupted = true;
  }
  place() {
    return this.site;
  }
  readShipped(name: string) {
    return Promise.resolve(new TextEncoder().encode(name));
  }
  terminate() {
    this.terminated = true;
    return Promise.resolve();
  }
  onFailure(listener: (message: string) => void) {
    this.fail.push(listener);
  }
  crash(message: string) {
    this.fail.forEach((f) => f(message));
  }
}

const options = (timeLimit = 0): RunOptions => ({
  timeLimit,
  events: { output: () => {}, progress: () => {}, readFile: () => Promise.resolve(new Uint8Array()), writeFile: () => Promise.resolve() },
});
const never = () => new Promise<FinishedRun>(() => {});
const settle = () => vi.advanceTimersByTimeAsync(0);

function clientOf(...runs: ((request: RunRequest) => Promise<FinishedRun>)[]) {
  const workers: FakeWorker[] = [];
  const client = new RunClient(() => {
    const worker = new FakeWorker(runs[workers.length] ?? never);
    workers.push(worker);
    return Promise.resolve(worker);
  });
  return { client, workers };
}

describe('RunClient', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('brings the document of the worker and keeps the worker for tensors', async () => {
    const { client, workers } = clientOf(() => Promise.resolve(okRun));
    const run = client.run(request, options());
    expect((await run.done).status).toBe('ok');
    expect(workers[0]!.terminated).toBe(false);
    expect((await run.tensor({ pass: 0, node: 'n0', which: 'value' }))?.text).toBe('tensor(1.)');
    run.dispose();
    expect(workers[0]!.terminated).toBe(true);
    expect(await run.tensor({ pass: 0, node: 'n0', which: 'value' })).toBeNull();
  });

  it('reads for a worker what is shipped, by a name and never by a path', async () => {
    const { client, workers } = clientOf(never);
    const run = client.run(request, options());
    await settle();
    const { host } = workers[0]!;
    expect(new TextDecoder().decode(await host.readShipped('iris.safetensors'))).toBe('iris.safetensors');
    for (const name of ['../process/main.cjs', 'a/b.txt', '.env', 'main.cjs/..', 3 as never])
      await expect(host.readShipped(name)).rejects.toThrow('ENOENT');
    run.dispose();
  });

  it('uses a warm worker and starts no second one for it', async () => {
    const { client, workers } = clientOf(() => Promise.resolve(okRun));
    client.warm();
    client.warm();
    await client.run(request, options()).done;
    expect(workers).toHaveLength(1);
  });

  it('forgets a warm worker that died', async () => {
    const { client, workers } = clientOf(never, () => Promise.resolve(okRun));
    client.warm();
    await settle();
    workers[0]!.crash('gone');
    expect((await client.run(request, options()).done).status).toBe('ok');
    expect(workers).toHaveLength(2);
  });

  it('terminates a busy worker at the time limit and says where it was', async () => {
    const { client, workers } = clientOf(never);
    const run = client.run(request, options(2000));
    await settle();
    workers[0]!.site = 0;
    await vi.advanceTimersByTimeAsync(3000);
    const document = await run.done;
    expect(document.status).toBe('timeout');
    expect(document.error?.message).toBe('The run was ended after 2 s, its time limit.');
    expect(document.error?.source?.line).toBe(3);
    expect(workers[0]!.terminated).toBe(true);
  });

  it('keeps the passes, the losses and the lines of a worker that never answers', async () => {
    const { client, workers } = clientOf(never);
    const run = client.run(request, options());
    await settle();
    const { host } = workers[0]!;
    for (let index = 0; index < 3; index++) {
      void host.output([`step ${index}`]);
      void host.passEnded(index === 2 ? 'nan' : index, [
        ['train', index, index === 2 ? 'nan' : index],
        ['val', index, 1],
      ]);
      void host.pass({ ...head, index, loss: index === 2 ? 'nan' : index }, JSON.stringify({ ...pass, index }));
    }
    await settle();
    run.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await run.done).toMatchObject({
      status: 'cancelled',
      partial: true,
      output: ['step 0', 'step 1', 'step 2'],
      pass_count: 3,
      losses: [0, 1, NaN],
      loss_lines: [
        { name: 'train', passes: [0, 1, 2], losses: [0, 1, NaN] },
        { name: 'val', passes: [0, 1, 2], losses: [1, 1, 1] },
      ],
      passes: [{ index: 0 }, { index: 1 }, { index: 2, loss: NaN }],
    });
    expect(workers[0]!.terminated).toBe(true);
  });

  it.each<[string, (host: Remote<RunnerEvents>) => Promise<unknown>]>([
    ['a pass that is none', (host) => host.pass(null as never, '')],
    ['a pass without a text', (host) => host.pass(head, null as never)],
    ['a text that begins nowhere', (host) => host.pass(head, -1)],
    ['a loss of a pass that is none', (host) => host.pass({ ...head, loss: 'much' as never }, '')],
    ['places without an end', (host) => host.pass({ ...head, digest: { ...head.digest, sources: new Array(300_001).fill(null) } }, '')],
    ['a loss that is no number', (host) => host.passEnded('much' as never, [])],
    ['a loss by a name that is none', (host) => host.passEnded(1, [[1 as never, 0, 1]])],
    ['lines that are no texts', (host) => host.output([{ toString: 1 } as never])],
    ['a line of 2^20 characters', (host) => host.output(['x'.repeat(2 ** 20)])],
    ['a binding of nothing', (host) => host.bindings([null as never])],
    ['progress of nothing', (host) => host.progress(null as never)],
  ])('ends a run that sends %s with one sentence', async (_, send) => {
    const { client, workers } = clientOf(never);
    const run = client.run(request, options());
    await settle();
    void send(workers[0]!.host);
    await settle();
    expect((await run.done).error?.message).toBe('The run was ended: what it sent cannot be read.');
    expect(workers[0]!.terminated).toBe(true);
  });

  it.each<[string, number | string]>([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a pass without an end', JSON.stringify({ ...pass, nodes: new Array(300_001).fill(null) })],
    ['a node without a value', JSON.stringify({ ...pass, nodes: [{ id: 'n0' }] })],
    ['nowhere to be found', 12],
  ])('shows a pass without nodes whose text is %s, and says so when somebody looks', async (_, body) => {
    const lines: string[] = [];
    let finish!: (run: FinishedRun) => void;
    const { client, workers } = clientOf(() => new Promise((resolve) => (finish = resolve)));
    const { events } = options();
    const run = client.run(request, { ...options(), events: { ...events, output: (more) => void lines.push(...more) } });
    await settle();
    void workers[0]!.host.pass(head, body);
    await settle();
    finish(okRun);
    const { passes } = await run.done;
    expect([passes.length, lines]).toEqual([1, []]);
    expect([passes[0]!.nodes, passes[0]!.edges, passes[0]!.backward_order]).toEqual([[], [], []]);
    expect(lines).toEqual(['A pass is shown empty: what the run sent of it cannot be read.']);
  });

  it.each([null, 1, {}, { ...okRun, kept: null }, { ...okRun, passes: [null], kept: ['x'] }, { ...okRun, status: 'fine' }])(
    'ends a run whose document is %j with one sentence',
    async (document) => {
      const { client } = clientOf(() => Promise.resolve(document as FinishedRun));
      const { error, status } = await client.run(request, options()).done;
      expect([status, error?.message]).toEqual(['error', 'The run was ended: what it sent cannot be read.']);
    },
  );

  it('keeps what a worker had computed when it ends at our wish', async () => {
    let finish!: (run: FinishedRun) => void;
    const { client, workers } = clientOf(() => new Promise((resolve) => (finish = resolve)));
    const run = client.run(request, options());
    await settle();
    void workers[0]!.host.pass(head, JSON.stringify(pass));
    run.stop();
    expect(workers[0]!.interrupted).toBe(true);
    finish(okRun);
    const document = await run.done;
    expect([document.status, document.passes.length, document.error]).toEqual(['cancelled', 1, null]);
  });

  it('ends with a sentence when the worker crashes or cannot start', async () => {
    const { client, workers } = clientOf(never);
    const run = client.run(request, options());
    await settle();
    workers[0]!.crash('The run ran out of memory.');
    expect((await run.done).error?.message).toBe('The run ran out of memory.');

    const broken = new RunClient(() => Promise.reject(new Error('no such file')));
    expect((await broken.run(request, options()).done).error?.message).toBe('The model could not be run: no such file');
  });

  it('ends a run that is disposed, also before its worker has started', async () => {
    const { client, workers } = clientOf(never);
    const run = client.run(request, options());
    run.dispose();
    expect((await run.done).status).toBe('cancelled');
    await settle();
    expect(workers[0]!.terminated).toBe(true);
  });
});
