/** The negative log-likelihood by one kernel has the numbers of the operations that it stands for. */
import { afterEach, expect, it, vi } from 'vitest';
import { cpu } from '../../../src/engine/backends/cpu/index.js';
import * as torch from '../../../src/engine/index.js';

const F = torch.nn.functional;
type T = torch.Tensor;

afterEach(() => void vi.restoreAllMocks());

const steps = () =>
  (['pickClasses', 'placeClasses'] as const).map((name) => vi.spyOn(cpu.fused as unknown as Record<string, () => boolean>, name));

type Case = [name: string, sizes: number[], targets: number[]];
const cases: Case[] = [
  ['rows', [8, 5], [8]],
  ['many rows', [2000, 7], [2000]],
  ['one sample', [5], []],
  ['an image', [2, 4, 3, 5], [2, 3, 5]],
  ['a sequence', [2, 4, 6], [2, 6]],
];

it.each(cases)('%s', (_, sizes, targets) => {
  const classes = sizes.length === 1 ? sizes[0]! : sizes[1]!;
  for (const reduction of ['mean', 'sum', 'none'] as const)
    for (const weighted of [false, true])
      for (const dtype of [torch.float32, torch.float64]) {
        const run = (): T[] => {
          torch.manual_seed(2);
          const x = torch
            .randn(...sizes)
            .to(dtype)
            .requires_grad_();
          const y = torch.randint(0, classes, targets);
          if (targets.length > 0) y.view(-1).index_put_([1], torch.tensor(-100));
          const weight = weighted ? torch.rand(classes).to(dtype) : null;
          const loss = F.nll_loss(x, y, { weight, reduction });
          loss.backward(torch.full_like(loss.detach(), 0.7));
          return [loss, x.grad!];
        };
        const [pick, place] = steps();
        const found = run();
        expect([pick, place].map((spy) => spy!.mock.results[0]!.value as unknown)).toEqual([true, true]);
        vi.restoreAllMocks();
        for (const step of steps()) step.mockReturnValue(false);
        // Sums by the kernel are in PyTorch's order, sums by operations in another.
        const slack = dtype === torch.float32 ? 1e-6 : 1e-14;
        const close = { rtol: slack, atol: slack };
        run().forEach((want, i) => expect(torch.allclose(found[i]!, want, close), `${reduction} ${String(weighted)} ${i}`).toBe(true));
        vi.restoreAllMocks();
      }
});

it('refuses what is no class', () => {
  expect(() => F.nll_loss(torch.zeros(2, 3), torch.tensor([0, 3]))).toThrow('Target 3 is out of bounds.');
  expect(() => F.nll_loss(torch.zeros(2, 3), torch.tensor([0, -1]))).toThrow('Target -1 is out of bounds.');
});
