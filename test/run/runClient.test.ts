import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunClient, type RunOptions } from '../../src/run/client/runClient.js';
import type { WorkerHandle } from '../../src/run/client/worker.js';
import { serve, type Port } from '../../src/protocol/rpc.js';
import type { RunRequest, RunnerApi } from '../../src/protocol/runnerApi.js';
import type { Run } from '../../src/protocol/trace.js';

const request: RunRequest = {
  program: { entry: 'a.tl.ts', modules: [], sites: [{ kind: 'loop', range: ['a.tl.ts', 3, 1, 3, 15] }] },
  mode: 'backward',
  backend: 'cpu',
  maxValues: 16,
  maxPasses: 4,
  passes: 0,
  limits: { tensorBytes: 1e6, keptBytes: 1e6 },
};

const okRun = { tensorLens: 1, file: 'a.tl.ts', status: 'ok', error: null, passes: [{ index: 0 }], output: [] } as unknown as Run;

/** Two ends of a wire, delivering in the next microtask. */
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
  terminated = false;
  interrupted = false;
  site = -1;
  private fail: ((message: string) => void)[] = [];

  constructor(run: (request: RunRequest) => Promise<Run>) {
    const [here, there] = wire();
    this.port = here;
    const api: RunnerApi = {
      run,
      end: () => {},
      tensor: () => Promise.resolve({ shape: [], dtype: 'float32', data: [1], text: 'tensor(1.)' }),
    };
    serve(api, there);
  }
  interrupt() {
    this.interrupted = true;
  }
  place() {
    return this.site;
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
const never = () => new Promise<Run>(() => {});
const settle = () => vi.advanceTimersByTimeAsync(0);

function clientOf(...runs: ((request: RunRequest) => Promise<Run>)[]) {
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

  it('keeps what a worker had computed when it ends at our wish', async () => {
    let finish!: (run: Run) => void;
    const { client, workers } = clientOf(() => new Promise((resolve) => (finish = resolve)));
    const run = client.run(request, options());
    await settle();
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
