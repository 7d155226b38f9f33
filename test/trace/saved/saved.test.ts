import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { traceOf } from '../traceOf.js';

interface Case {
  name: string;
  model: string;
  /** The bytes of each tensor that PyTorch keeps for the backward pass. */
  saved: number[];
}

/** makeSaved.py wrote this file. */
const cases = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'saved.json'), 'utf8')) as Case[];

/** Tensors that only PyTorch keeps. The formulas here compute them again, or take them from the call. */
const BESIDES: Record<string, number[]> = {
  // The sum of the weights.
  'a classifier': [4],
  // The weight, though the input requires no gradient.
  'a convolution with pooling': [216],
};

it.each(cases)('what autograd keeps for $name is what PyTorch keeps', async (one) => {
  const { model, saved } = one;
  const { passes } = await traceOf(`\n${model}\nloss.backward();`);
  const kept = passes[0]!.nodes.flatMap(({ saved: own = [], op }) => own.map(({ name, bytes }) => ({ bytes, what: `${op}.${name}` })));
  const all = [...kept.map(({ bytes }) => bytes), ...(BESIDES[one.name] ?? [])];
  expect(
    all.sort((a, b) => a - b),
    kept.map(({ what, bytes }) => `${what} ${bytes}`).join(', '),
  ).toEqual(saved);
});
