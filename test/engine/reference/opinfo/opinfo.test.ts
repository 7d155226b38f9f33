import fs from 'node:fs';
import { expect, it } from 'vitest';
import { Inexpressible } from '../values.js';
import { sampleDifference, type Sample } from './sample.js';

/** The samples that PyTorch's own tests try (OpInfo), recorded by `generate.py`: every one that JavaScript can say must agree. */

/** Samples of an OpInfo where ours differs, and why. One that agrees again does not belong here. */
const known: Record<string, string> = {
  cov: 'float32, where weights nearly cancel: the last bit of a sum decides',
  ldexp: 'the gradient in float32, a long sum that nearly cancels',
  digamma: 'its gradient in float32, which PyTorch computes in single precision',
  'nn.functional.layer_norm': 'one number alone, whose gradient is 0 and a rounding in PyTorch',
  'nn.functional.grid_sample': 'bicubic gradients in float32 that nearly cancel',
  'linalg.multi_dot': 'gradients of a chain of products in float32, in another order',
  'linalg.norm.subgradients_at_zero': 'the gradient of singular values at a matrix of zeros is a choice',
  topk: 'which of equal elements are told is not specified',
  narrow: 'a bool tensor as start',
  narrow_copy: 'messages that name inner functions',
  gather: 'the dtype of `out` is converted to',
  aminmax: 'the dtype of `out`; more than 64 dims',
  amax: 'the dtype of `out`; more than 64 dims',
  amin: 'the dtype of `out`; more than 64 dims',
  multinomial: 'no `out`',
  remainder: 'two numbers, which PyTorch refuses',
};

const samples = fs
  .readFileSync(new URL('samples.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Sample);

/** The OpInfo that a sample is of: `sum` of `sum/3`. */
const ofWhat = ({ id }: Sample): string => id.slice(0, id.lastIndexOf('/'));

it(`agrees with PyTorch in the ${samples.length} samples of its own tests`, () => {
  const wrong: string[] = [];
  const differ = new Set<string>();
  let unsaid = 0;
  for (const sample of samples) {
    try {
      const difference = sampleDifference(sample);
      if (difference === null) continue;
      differ.add(ofWhat(sample));
      if (!(ofWhat(sample) in known)) wrong.push(`${sample.id}: ${difference}`);
    } catch (error) {
      if (error instanceof Inexpressible) unsaid++;
      else wrong.push(`${sample.id}: ${String(error)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(Object.keys(known).filter((name) => !differ.has(name))).toEqual([]);
  expect(unsaid).toBeLessThan(samples.length / 100);
});
