import { expect, it } from 'vitest';
import { ops } from '../../../src/engine/ops/index.js';
import type { Op } from '../../../src/engine/ops/op.js';
import { determined } from '../../engine/linalgSamples.js';
import { weigh } from '../../engine/numericGradient.js';
import { call, isFloating, mapTensors, samplesFor, tensorsIn } from '../../engine/opCalls.js';
import type { Sample } from '../../engine/samples.js';
import { distanceOf, explainAll, isProductOff, type Explained } from './explainAll.js';

const computing = ops.filter(({ forward, kind }) => forward && kind.is !== 'creation');

/** Explains one call of the operation, and its backward pass, if it has one. */
const explained = (op: Op, args: Sample): Explained[] =>
  explainAll(() => {
    const leaves = mapTensors(args, (t) =>
      isFloating(t) && op.differentiable.length > 0 ? t.detach().clone().requires_grad_() : t.clone(),
    );
    const results = determined(op.name, tensorsIn(callOrPlain(op, leaves, args)).slice(0, op.differentiableOutputs));
    const roots = results.filter((t) => isFloating(t) && t.requires_grad);
    if (roots.length > 0) refusing(() => weigh(roots).backward());
  }, 2);

/** Calls the operation. In-place operations refuse leaves that require gradients, so they get plain tensors. */
function callOrPlain(op: Op, leaves: Sample, args: Sample): unknown {
  try {
    return call(op, leaves);
  } catch {
    return call(op, args);
  }
}

/** Runs `body`, and allows a refusal where PyTorch has no derivative. */
function refusing(body: () => void): void {
  try {
    body();
  } catch (error) {
    if (!/derivative/.test(String(error))) throw error;
  }
}

it.each(computing.map((op) => [op.parsed.text, op] as const))('%s: terms add up to each entry', (_, op) => {
  let told = 0;
  let entries = 0;
  expect(samplesFor(op).length).toBeGreaterThan(0);
  const isReal = (args: Sample) => tensorsIn(args).every((t) => !t.dtype.is_complex);
  for (const args of samplesFor(op).filter(isReal).slice(0, 2)) {
    for (const each of explained(op, args)) {
      const what = `${each.which} of ${each.node.op} at [${each.entry.join(', ')}]`;
      expect(distanceOf(each.found), what).toBeLessThan(1e-7);
      expect(isProductOff(each), what).toBe(false);
      if (each.node.op !== op.shown || each.which !== 'value') continue;
      entries++;
      if (each.found.terms.length > 0) told++;
    }
  }
  if (entries > 0 && !op.kind.random) expect(told, 'entries that are told').toBeGreaterThan(0);
});
