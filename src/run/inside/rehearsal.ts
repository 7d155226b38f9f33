import * as torch from '../../engine/atOnce.js';
import { install } from '../../engine/tensor/observe.js';
import { digestOf } from '../../graph/digest.js';
import type { Site } from '../../protocol/runnerApi.js';
import type { Run } from '../../protocol/trace.js';
import { Tracer } from '../../trace/tracer.js';

const ROUNDS = 6;
const STEPS = 5;
const HELD_BYTES = 2 ** 20;
const { stringify } = JSON;

const site = (kind: Site['kind'], name?: string): Site => ({ kind, ...(name && { name }), range: ['', 1, 1, 1, 2] });
const SITES = { x: 0, net: 1, prediction: 2, loss: 3, call: 4, loop: 5 };
const sites = ['x', 'net', 'prediction', 'loss'].map((name) => site('binding', name)).concat(site('call'), site('loop'));

/**
 * Small recorded runs, for a process that waits for its program: V8 compiles what has run often, so the first run of a
 * program is not also the first one of engine and trace. Each step of the generator is one whole run that nobody sees.
 * It leaves nothing behind: the program may come after any of them.
 */
export function* rehearsal(now: () => number): Generator<void> {
  for (let round = 0; round < ROUNDS; round++) {
    recordedRun(now);
    torch.manual_seed(0);
    yield;
  }
}

function recordedRun(now: () => number): void {
  const tracer = new Tracer(
    {
      program: { sites },
      mode: 'backward',
      maxValues: 16,
      maxPasses: 50,
      passes: 0,
      limits: { tensorBytes: HELD_BYTES, keptBytes: HELD_BYTES },
    },
    {
      now,
      progress: () => {},
      telling: () => {
        throw new Error('A rehearsal does not fail.');
      },
      written: (pass) => void [stringify(pass), digestOf(pass)],
    },
  );
  install(tracer.recorder);
  try {
    train(tracer);
  } finally {
    install(null);
  }
  const told = tracer.finish();
  const run: Run = {
    ...told,
    tensorLens: 1,
    file: '',
    mode: 'backward',
    status: 'ok',
    error: null,
    output: [],
    diagnostics: [],
    elapsed_ms: 0,
    peak_bytes: 0,
    backend: 'cpu',
  };
  tracer.diagnose(run);
}

function train(tl: Tracer): void {
  const called = <T>(value: T): T => tl.c(SITES.call, value);
  const { Linear, Sequential, Tanh } = torch.nn;
  const net = tl.b(SITES.net, called(new Sequential(called(new Linear(4, 8)), called(new Tanh()), called(new Linear(8, 1)))));
  const optimizer = called(new torch.optim.SGD(net.parameters(), { lr: 0.01 }));
  const x = tl.b(SITES.x, called(torch.randn(8, 4)));
  const y = called(torch.randn(8, 1));
  for (let step = 0; step < STEPS; step++) {
    tl.l(SITES.loop);
    called(optimizer.zero_grad());
    const prediction = tl.b(SITES.prediction, called(net(x)));
    const loss = tl.b(SITES.loss, called(called(called(prediction.sub(y)).pow(2)).mean()));
    called(loss.backward());
    called(optimizer.step());
    called(loss.item());
  }
}
