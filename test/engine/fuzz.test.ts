import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { TorchError } from '../../src/engine/errors.js';
import { ops } from '../../src/engine/ops/index.js';
import type { Op } from '../../src/engine/ops/op.js';
import { fn, inplaceMethod } from '../../src/engine/ops/registry.js';
import { callable } from '../../src/engine/ops/registry.js';
import type { Parameter } from '../../src/engine/ops/signature.js';

/** Every random call gives a result or a refusal by a sentence of the engine, but no internal error. */

/** A small generator of random numbers. They are the same in every run. */
function randomSource(seed: number): () => number {
  let s = seed;
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

const pools: Record<string, unknown[]> = {
  int: [0, 1, -1, 2, 3, -4, 7],
  float: [0, 0.5, -1.5, 2, NaN, Infinity],
  bool: [true, false],
  str: ['mean', 'sum', 'none', 'floor', 'fro', 'ij', 'nonsense', ''],
  dtype: [torch.float32, torch.float64, torch.int64, torch.bool],
  odd: [null, undefined, 'text', {}, [], [1, 'a'], () => 1, 2 ** 60, -0, [[1]], { dim: 'x' }],
};

function anyTensor(pick: <T>(list: readonly T[]) => T): torch.Tensor {
  const size = pick([[], [1], [3], [0], [2, 3], [3, 3], [1, 3], [2, 0], [2, 3, 4], [1, 2, 3, 4], [2, 1, 4, 4], [1, 1, 3, 4, 4]]);
  const dtype = pick([torch.float32, torch.float64, torch.float64, torch.int64, torch.bool]);
  const t = torch.randn(size).mul(2).to(dtype);
  const laid = size.length >= 2 && pick([true, false]) ? t.transpose(0, 1) : t;
  return dtype.is_floating_point && pick([true, false, false]) ? laid.detach().requires_grad_() : laid;
}

function argumentFor(p: Parameter, pick: <T>(list: readonly T[]) => T): unknown {
  if (pick([...new Array<boolean>(14).fill(false), true])) return pick(pools['odd']!);
  const type = pick(p.types);
  if (type === 'Tensor') return p.variadic ? [anyTensor(pick), anyTensor(pick)] : anyTensor(pick);
  if (type === 'Tensor[]') return [anyTensor(pick), anyTensor(pick)].slice(0, pick([0, 1, 2, 2, 2]));
  if (type === 'int[]' || p.variadic) return pick([1, [2], [0, 1], [1, -1], [2, 3], [3, 3, 3], []]);
  if (type === 'float[]') return pick([1.5, [0.5, 2], []]);
  if (type === 'Scalar') return pick([...pools['int']!, ...pools['float']!, ...pools['bool']!]);
  return pick(pools[type] ?? pools['odd']!);
}

/** Tells what is wrong with a refusal: it is an internal error, or is not a sentence. Null when nothing is wrong. */
function complaint(error: unknown): string | null {
  if (!(error instanceof TorchError)) return error instanceof Error ? error.stack! : String(error);
  const unfit = error.message.trim() === '' || /undefined|\[object |function \(|=>/.test(error.message);
  return unfit ? `no sentence: ${error.message}` : null;
}

/**
 * Tells what is wrong with a result: a tensor whose number of elements does not match its size, or whose elements do
 * not match its dtype.
 */
function flaw(t: torch.Tensor): string | null {
  const values = t.detach().clone().reshape([-1]).tolist() as unknown[];
  const count = t.shape.reduce((n, size) => n * size, 1);
  if (values.length !== count || t.numel() !== count) return `${values.length} elements in the size [${t.shape.join(', ')}]`;
  const type = t.dtype === torch.bool ? 'boolean' : 'number';
  if (t.is_complex())
    return values.every((v) => v instanceof torch.Complex) ? null : `what is not complex in a tensor of ${String(t.dtype)}`;
  const odd = values.find((v) => typeof v !== type || (!t.dtype.is_floating_point && type === 'number' && !Number.isInteger(v)));
  return odd === undefined ? null : `${String(odd)} in a tensor of ${String(t.dtype)}`;
}

const tensorsIn = (v: unknown): torch.Tensor[] => (v instanceof torch.Tensor ? [v] : Array.isArray(v) ? v.flatMap(tensorsIn) : []);

/** Makes a random call of `op`, and a backward pass from its result. Returns what is wrong with them. */
function randomCall(op: Op, pick: <T>(list: readonly T[]) => T): string[] {
  const { parameters } = op.parsed;
  const given = parameters.filter((p) => p.required || pick([true, false]));
  const positional = given.filter((p) => !p.keywordOnly && (p.required || given.slice(0, given.indexOf(p)).every((q) => !q.keywordOnly)));
  const args = positional
    .slice(0, pick([positional.length, positional.length, positional.length, positional.length - 1]))
    .map((p) => argumentFor(p, pick));
  const keywords = Object.fromEntries(given.filter((p) => p.keywordOnly && p.name !== 'out').map((p) => [p.name, argumentFor(p, pick)]));
  const call = Object.keys(keywords).length > 0 ? [...args, keywords] : args;
  try {
    const result = op.variants.includes('function')
      ? fn(op.name)(...call)
      : inplaceMethod(callable(op.name, op.variants[0]!)).call(
          args[0] instanceof torch.Tensor ? args[0].detach().clone() : torch.ones(2, 3),
          ...call.slice(1),
        );
    const results = tensorsIn(result);
    const differentiable = results.find((t) => t.requires_grad && t.numel() > 0 && t.numel() < 5000);
    const flaws = results.filter((t) => t.numel() < 5000).map(flaw);
    differentiable?.sum().backward();
    return flaws.filter((text) => text !== null);
  } catch (error) {
    return [complaint(error)].filter((text) => text !== null);
  }
}

describe.each(ops.filter((op) => !op.internal).map((op) => [op.parsed.text, op] as const))('%s', (_, op) => {
  it('answers or says what is wrong', () => {
    torch.manual_seed(3);
    const next = randomSource(op.parsed.text.length * 7919 + 17);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
    expect(Array.from({ length: 40 }, () => randomCall(op, pick)).flat()).toEqual([]);
  });
});
