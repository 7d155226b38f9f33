import { describe, expect, it } from 'vitest';
import { callees, soak } from './calls.js';

/** `npm run soak` makes many more calls than `npm test`. */
const PART = 2_000;
const parts = Number(process.env['TENSOR_LENS_SOAK'] ?? 1);
/** A call that takes longer counts as endless. The limit allows for a busy machine. */
const WITHIN_MS = 20_000;

describe('random calls of all that a program reaches', () => {
  it('knows more than the operations', () => {
    const paths = callees.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['torch.add', 'torch.no_grad', 'torch.nn.init.eye_', 'torch.optim.lr_scheduler.StepLR']));
    expect(paths.length).toBeGreaterThan(700);
  });

  it.each(Array.from({ length: parts }, (_, part) => part + 1))('part %i: each gives sound tensors or a sentence', (part) => {
    expect(soak(part, PART, WITHIN_MS).map(({ call, what, stack }) => `${call}\n${what}\n${stack}`)).toEqual([]);
  });
});
