import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { ops } from '../../src/engine/ops/index.js';
import type { Op } from '../../src/engine/ops/op.js';
import { determined } from './linalgSamples.js';
import { flatten, numericGradient, weigh, worst } from './numericGradient.js';
import { call, isFloating, mapTensors, samplesFor, tensorsIn } from './opCalls.js';
import type { Sample } from './samples.js';

type Tensor = torch.Tensor;

/**
 * Every operation that takes complex numbers has their gradient, by PyTorch's convention. The real samples are made
 * complex. For each operation that then runs, the gradient is compared with differences in the real and in the
 * imaginary parts.
 */
const turned = (t: Tensor): Tensor => (t.is_floating_point() ? torch.complex(t.detach(), t.detach().mul(0.7).add(0.31).sin()) : t);

const resultsOf = (op: Op, args: Sample): Tensor[] =>
  determined(op.name, tensorsIn(call(op, args)).slice(0, op.differentiableOutputs).filter(isFloating));

/** True for an error of the engine, whose message is a sentence. An error of JavaScript itself is a bug. */
const isSentence = (error: unknown): boolean =>
  error instanceof Error && !/^(TypeError|RangeError|ReferenceError|SyntaxError)$/.test(error.constructor.name);

/** The samples that an operation accepts as complex numbers, with results in double precision. */
const complexSamplesOf = (op: Op): Sample[] =>
  samplesFor(op).flatMap((args) => {
    if (!tensorsIn(args).some((t) => t.dtype === torch.float64)) return [];
    const complex = mapTensors(args, turned);
    try {
      const results = resultsOf(op, complex);
      return results.length > 0 && results.every((t) => t.dtype.to_real() === torch.float64) ? [complex] : [];
    } catch (error) {
      if (!isSentence(error)) throw error;
      return [];
    }
  });

/** LAPACK reads the real parts of the diagonal alone, as a Cholesky factor has no others; PyTorch's gradient takes it for complex. */
const readsHalf = new Set(['cholesky_inverse']);

/** Few indices, so that the test is quick: both parts of the first element, and one part of the last. */
const places = (count: number): number[] => [...new Set([0, 1, count - 1])].filter((i) => i >= 0 && i < count);

/**
 * The distance between the gradient of one tensor of a sample and numeric differences. Null where PyTorch has no
 * gradient either.
 */
function distance(op: Op, args: Sample, k: number): number | null {
  const x = tensorsIn(args)[k]!.detach().clone();
  const value = (t: Tensor): Tensor =>
    weigh(
      resultsOf(
        op,
        mapTensors(args, (other, i) => (i === k ? t : other)),
      ),
    );
  const leaf = x.clone().requires_grad_();
  let gradient: Tensor | null = null;
  try {
    const total = value(leaf);
    if (total.requires_grad) [gradient = null] = torch.autograd.grad(total, leaf, { allow_unused: true });
  } catch (error) {
    if (!isSentence(error)) throw error;
    return null;
  }
  const indices = places(flatten(x).length);
  const numeric = torch.no_grad(() => numericGradient((t) => value(t).item(), x, 1e-6, indices));
  const analytic = gradient ? flatten(gradient) : [];
  return worst(
    indices.map((i) => analytic[i] ?? 0),
    numeric,
  );
}

describe('complex numbers', () => {
  it('have the gradients that differences show, in every operation that takes them', () => {
    const takers: string[] = [];
    const wrong: string[] = [];
    for (const op of ops) {
      if (op.kind.cuts || op.kind.random || op.kind.is === 'creation' || readsHalf.has(op.name)) continue;
      const samples = complexSamplesOf(op);
      const distances = samples.flatMap((args) => tensorsIn(args).map((t, k) => (isFloating(t) ? distance(op, args, k) : null)));
      if (distances.some((d) => d !== null)) takers.push(op.name);
      distances.forEach((d) => {
        if (d !== null && d >= 5e-6) wrong.push(`${op.name}.${op.parsed.overload}: ${d}`);
      });
    }
    expect(wrong).toEqual([]);
    expect(takers.length).toBeGreaterThan(250);
  });
});
