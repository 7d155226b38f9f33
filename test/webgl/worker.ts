/** The tasks that test/webgl/webgl.mjs gives to a worker in a browser, to test the device `webgl`. */
import * as torch from '../../src/engine/index.js';
import { askFor } from '../../src/engine/backends/allocation.js';
import type { KernelName } from '../../src/engine/backends/backend.js';
import { fallbacks, forgetFallbacks } from '../../src/engine/backends/fallback.js';
import { backendOf, setDefaultDevice } from '../../src/engine/backends/registry.js';
import { card } from '../../src/engine/backends/webgl/card.js';
import { cardMemory, compiledPrograms, startWebgl } from '../../src/engine/backends/webgl/index.js';
import { device } from '../../src/engine/device.js';
import { float32 } from '../../src/engine/dtype.js';
import { mapKernels } from '../../src/engine/kernels/elementwise.js';
import { foldKernels, scanKernels } from '../../src/engine/kernels/reductions.js';
import { runners, type Case } from '../engine/reference/cases.js';
import { Inexpressible } from '../engine/reference/values.js';

/** Kernels that are not formulas. */
const STRUCTURAL = 'argfold scanExtreme softmax matmul gather scatter take put sort im2col col2im maxPool avgPool avgPoolBackward'.split(
  ' ',
);

export interface Outcome {
  id: string;
  op: string;
  /** The difference from PyTorch. Null where the case agrees, or where JavaScript cannot express it. */
  wrong: string | null;
  isRefused: boolean;
  fallbacks: [string, number][];
}

/** A moment in a training step. */
type Moment = 'begun' | 'forward' | 'backward' | 'stepped';

const tasks = {
  async start() {
    const { renderer, isSoftware } = await startWebgl();
    return { renderer, isSoftware };
  },

  /** Runs the cases of an area on WebGL. */
  area({ name, cases }: { name: string; cases: Case[] }): Outcome[] {
    setDefaultDevice(device('webgl'));
    try {
      return cases.map((c) => {
        forgetFallbacks();
        let wrong: string | null = null;
        try {
          wrong = runners[name]!(c);
        } catch (error) {
          // The error of a statement is inside another error.
          if (!(error instanceof Inexpressible)) wrong = String((error as { error?: unknown }).error ?? error);
        }
        const isRefused = /doesn't support (float64|float16|bfloat16|complex\d+)/.test(wrong ?? '');
        return { id: c.id, op: c.op ?? '', wrong, isRefused, fallbacks: [...fallbacks()] };
      });
    } finally {
      setDefaultDevice(device('cpu'));
    }
  },

  /** The float32 kernels that WebGL lacks, so that the CPU runs them. */
  lacking: (): string[] =>
    [
      ...Object.keys(mapKernels),
      ...Object.keys(foldKernels).map((k) => `fold.${k}`),
      ...Object.keys(scanKernels).map((k) => `scan.${k}`),
      ...STRUCTURAL,
    ]
      .filter((kernel) => !backendOf(device('webgl')).has(kernel as KernelName, float32))
      .sort(),

  /** Runs a few kernels on twenty shapes. Returns how many programs were compiled for them. */
  shapes() {
    const before = compiledPrograms();
    for (let i = 1; i <= 20; i++) {
      const x = torch.ones(i, 7 * i, { device: 'webgl' });
      const y = x.mul(2).add(x.t().contiguous().t()).sum(1).softmax(0);
      if (Math.abs(y.sum().item() - 1) > 1e-5) throw new Error(`shape ${i} gives ${y.sum().item()}`);
      torch.matmul(x, x.t()).max().item();
    }
    return compiledPrograms() - before;
  },

  /** Makes more scalars than the card keeps, two for each program. Returns the number of wrong results. */
  numbers() {
    let wrong = 0;
    for (let i = 1; i <= 200; i++) {
      const [a, b] = [torch.tensor(i, { device: 'webgl', dtype: torch.float32 }), torch.tensor(-i / 2, { device: 'webgl' })];
      if (a.mul(b).item() !== (-i * i) / 2) wrong++;
      // The card then makes room equally often before the first scalar of a pair and before the second.
      if (
        i % 3 === 0 &&
        torch
          .tensor(1000 + i, { device: 'webgl', dtype: torch.float32 })
          .neg()
          .item() !==
          -1000 - i
      )
        wrong++;
    }
    return wrong;
  },

  /**
   * Asks for many tensors at once, of which one is written to and one is freed before it comes, and for more than may be on
   * the way. Returns the number of wrong elements, the most bytes on their way, and those that still are at the end.
   */
  together() {
    const made = Array.from({ length: 40 }, (_, i) => torch.full([300 + i], i, { device: 'webgl', dtype: torch.float32 }).add(0.5));
    const large = torch.ones(2 ** 24 + 1, { device: 'webgl' });
    askFor([...made, large].map(({ storage }) => storage));
    const most = cardMemory().coming;
    made[1]!.add_(1);
    backendOf(device('webgl')).free!(made.pop()!.storage.buffer);
    const wanted = (i: number) => (i === 1 ? 2.5 : i + 0.5);
    const wrong = made.flatMap((x, i) => (x.tolist() as number[]).filter((one) => one !== wanted(i))).length;
    return { wrong, most, coming: cardMemory().coming, one: large.tolist().length };
  },

  /** Trains in one turn. Returns the losses, and the memory of the card after the tenth step and after the last. */
  train({ where, steps, lose }: { where: string; steps: number; lose?: (step: number, moment: Moment) => void }) {
    torch.manual_seed(0);
    torch.set_default_device(where);
    try {
      const net = new torch.nn.Sequential(
        new torch.nn.Conv2d(1, 4, 3),
        new torch.nn.ReLU(),
        new torch.nn.MaxPool2d(2),
        new torch.nn.Flatten(),
        new torch.nn.Linear(4 * 3 * 3, 3),
      );
      const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.05 });
      const [x, y] = [torch.randn(4, 1, 8, 8), torch.tensor([0, 1, 2, 0])];
      const losses: number[] = [];
      let tenth = cardMemory();
      for (let step = 1; step <= steps; step++) {
        optimizer.zero_grad();
        lose?.(step, 'begun');
        const loss = torch.nn.functional.cross_entropy(net(x), y);
        lose?.(step, 'forward');
        loss.backward();
        lose?.(step, 'backward');
        optimizer.step();
        lose?.(step, 'stepped');
        losses.push(loss.item());
        if (step === 10) tenth = cardMemory();
      }
      return { losses, tenth, last: cardMemory() };
    } finally {
      torch.set_default_device('cpu');
    }
  },

  /** Trains until the card is lost at a given moment. Returns the error, and the milliseconds until the error. */
  lose({ step: at, moment: when }: { step: number; moment: Moment }) {
    let lostAt = 0;
    const lose = (step: number, moment: Moment) => {
      if (step !== at || moment !== when) return;
      card().gl.getExtension('WEBGL_lose_context')!.loseContext();
      lostAt = performance.now();
    };
    try {
      tasks.train({ where: 'webgl', steps: 100, lose });
      return { told: 'it went on', ms: 0 };
    } catch (error) {
      return { told: String(error), ms: performance.now() - lostAt };
    }
  },

  /** Tests where tensors are, which tensors the device refuses, and how they are printed. */
  devices() {
    const x = torch.tensor([1, 2.5], { device: 'webgl', requires_grad: true });
    const said = (make: () => unknown) => {
      try {
        return String(make());
      } catch (error) {
        return String(error);
      }
    };
    x.mul(3).cpu().sum().backward();
    const layer = new torch.nn.Linear(2, 1).to('webgl');
    return [
      String(x),
      String(x.grad),
      String(x.to('cpu', torch.float64).dtype),
      String(torch.zeros_like(torch.ones(2), { device: 'webgl' }).device),
      String(layer.weight.device),
      said(() => x.to(torch.float64)),
      said(() => x.add(torch.ones(2))),
      said(() => torch.ones(1, { device: 'webgl:1' })),
      said(() => torch.tensor([2 ** 40], { device: 'webgl' }).add(1)),
    ];
  },

  memory: () => ({ ...cardMemory(), programs: compiledPrograms() }),
};

type Tasks = typeof tasks;

addEventListener('message', ({ data }: MessageEvent<{ id: number; task: keyof Tasks; given: never }>) => {
  const answer = async () => {
    try {
      return { id: data.id, result: await tasks[data.task](data.given) };
    } catch (error) {
      return { id: data.id, error: String((error as Error).stack ?? error) };
    }
  };
  // A result that cannot be sent is also answered.
  void answer()
    .then((message) => postMessage(message))
    .catch((error: unknown) => postMessage({ id: data.id, error: String(error) }));
});
