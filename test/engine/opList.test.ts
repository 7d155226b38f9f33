import { describe, expect, it, vi } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { ops } from '../../src/engine/ops/index.js';
import type { Op } from '../../src/engine/ops/op.js';
import { callable } from '../../src/engine/ops/registry.js';
import { determined } from './linalgSamples.js';
import { flatten, numericGradient, weigh, worst } from './numericGradient.js';
import { call, isFloating, mapTensors, samplesFor, tensorsIn } from './opCalls.js';
import type { Sample } from './samples.js';

type Tensor = torch.Tensor;

/** Operations with floating results for which PyTorch gives no gradient either: see derivatives.yaml. */
const withoutGradient = new Set(['histc']);
/** Operations that hand the gradient on as if they rounded nothing: differences show steps. */
const straightThrough = new Set(['fake_quantize_per_tensor_affine', 'fake_quantize_per_channel_affine']);
const isDifferentiable = (op: Op): boolean =>
  (op.kind.is !== 'creation' || op.differentiable.length > 0) &&
  !op.kind.cuts &&
  !withoutGradient.has(op.name) &&
  !straightThrough.has(op.name);

/** Operations whose gradient is 0 in derivatives.yaml, although numeric differences are not 0. */
const zeroGradient = new Set(['normal', 'normal.float_Tensor', 'normal.Tensor_Tensor']);

/** The results of a call that can have a gradient. */
const resultsOf = (op: Op, args: Sample): Tensor[] =>
  isDifferentiable(op) ? determined(op.name, tensorsIn(call(op, args)).slice(0, op.differentiableOutputs).filter(isFloating)) : [];

/** A function of one tensor of a sample. The other tensors are fixed. */
interface Slope {
  args: Sample;
  what: string;
  x: Tensor;
  value(x: Tensor): Tensor;
}

/** One function for every floating tensor in the samples of an operation with floating results. */
const slopesOf = (op: Op): Slope[] =>
  samplesFor(op).flatMap((args) => {
    if (resultsOf(op, args).length === 0) return [];
    return tensorsIn(args).flatMap((t, k) =>
      isFloating(t)
        ? {
            args,
            what: `tensor ${k} of ${op.parsed.text}`,
            x: t.detach().clone().requires_grad_(),
            value: (x: Tensor) =>
              weigh(
                resultsOf(
                  op,
                  mapTensors(args, (other, i) => (i === k ? x : other)),
                ),
              ),
          }
        : [],
    );
  });

/** Few elements, since second differences are slow: all of a small tensor, and some of a large one. */
const elementsOf = (x: Tensor, most: number): number[] => {
  const count = flatten(x).length;
  const n = Math.min(count, most);
  return Array.from({ length: n }, (_, i) => Math.floor((i * count) / n));
};

const grad = (of: Tensor, x: Tensor, create_graph = false): Tensor | null =>
  of.requires_grad ? torch.autograd.grad(of, x, { allow_unused: true, create_graph })[0]! : null;

/** The analytic gradient at some elements. It is 0 for a tensor that does not reach the result. */
const at = (gradient: Tensor | null, indices: readonly number[]): number[] => {
  const flat = gradient ? flatten(gradient) : null;
  return indices.map((i) => flat?.[i] ?? 0);
};

const layouts: Record<string, (t: Tensor) => Tensor> = {
  transposed: (t) => (t.ndim >= 2 ? t.transpose(0, -1).contiguous().transpose(0, -1) : t),
  stepped: (t) => (t.ndim >= 1 ? torch.stack([t, t.dtype === torch.bool ? t.logical_not() : t.mul(-3)], t.ndim).select(-1, 0) : t),
  offset: (t) =>
    torch
      .cat([torch.zeros([1], { dtype: t.dtype }), t.reshape([-1])])
      .index('1:')
      .view(t.shape),
  flipped: (t) => (t.ndim >= 1 ? t.flip([0]).flip([0]) : t),
};

/** Operations whose result depends on how their input lies in memory. */
const readsMemory = new Set(['set', 'as_strided', '_as_strided_scatter', '_reshape_alias', '_unsafe_view']);

/** PyTorch's message where it has no derivative. */
const refusal =
  /^(derivative for (?:aten::)?\w+ is not implemented|the derivative for '[\w: ]+' is not implemented\.|The function '\w+' is not differentiable with respect to argument '\w+'\. This input cannot have requires_grad True\.|one of the variables needed for gradient computation has been modified by an inplace operation: .*)$/;

/** Operations with a first gradient and, as in PyTorch, no second one. */
const onceOnly = new Set(['ctc_loss_each', 'nn.functional.ctc_loss']);

/**
 * Draws whose gradient describes how the distribution changes, and not one draw. The cases of distributions test these
 * gradients.
 */
const implicit = new Set(['_standard_gamma', '_sample_dirichlet']);

/** True when the gradient of a function is refused. */
function isRefused({ value, x }: Pick<Slope, 'x' | 'value'>): boolean {
  try {
    grad(value(x), x);
    return false;
  } catch (error) {
    if (error instanceof Error && refusal.test(error.message)) return true;
    throw error;
  }
}

/** The size in bytes of the least precise floating result. */
const itemsizeOf = (op: Op, args: Sample): number =>
  Math.min(
    ...resultsOf(op, args)
      .filter(isFloating)
      .map((t) => t.dtype.to_real().itemsize),
  );

function checkFirst(op: Op, { args, what, x, value }: Slope): void {
  // Single and half precision are too coarse for small steps. Operations with such results are linear here.
  const [step, precision] = ({ 2: [0.25, 0.05], 4: [0.25, 1e-5] } as const)[itemsizeOf(op, args)] ?? [1e-6, 2e-6];
  const all = elementsOf(x, Infinity);
  const numeric = torch.no_grad(() => numericGradient((t) => value(t).item(), x, step, all));
  expect(worst(at(grad(value(x), x), all), numeric), what).toBeLessThan(precision);
}

function checkSecond(op: Op, { what, x, value }: Slope): void {
  const some = elementsOf(x, 12);
  const first = (t: Tensor): Tensor => weigh([grad(value(t), t, true) ?? torch.zeros_like(t)]);
  const refused = isRefused({ x, value: first });
  expect(refused, `${what}, twice`).toBe(onceOnly.has(op.name));
  if (refused) return;
  const numeric = numericGradient((t) => first(t.requires_grad_()).item(), x, 1e-5, some);
  expect(worst(at(grad(first(x), x), some), numeric), `${what}, twice`).toBeLessThan(1e-4);
}

describe.each(ops.map((op) => [op.parsed.overload === '' ? op.name : `${op.name}.${op.parsed.overload}`, op] as const))('%s', (_, op) => {
  it('is documented', () => {
    expect(op.doc).toMatch(/\.$/);
    expect(op.formula.length).toBeGreaterThan(3);
    if (op.differentiable.length > 0) expect(op.gradient, 'the gradient as a person writes it').toBeTruthy();
    if (op.variants.length > 0) expect(callable(op.name, op.variants[0]!)).toContain(op);
    else expect(op.internal, 'what nothing can call is for other operations').toBe(true);
  });

  it('has samples and runs on them', () => {
    const samples = samplesFor(op);
    expect(samples.length, 'samples that this overload takes').toBeGreaterThan(0);
    for (const args of samples) expect(() => call(op, args)).not.toThrow();
  });

  const ifExplicit = implicit.has(op.name) || straightThrough.has(op.name) ? null : it;
  ifExplicit?.('has the first and the second gradient that differences show, or none', () => {
    const formulas = op.differentiable.map((argument) => vi.spyOn(argument, 'formula'));
    const slopes = slopesOf(op);
    const smooth = slopes.filter((slope) => !isRefused(slope));
    for (const slope of smooth) {
      if (zeroGradient.has(op.name)) {
        expect(flatten(grad(slope.value(slope.x), slope.x)!)).toEqual(flatten(torch.zeros_like(slope.x)));
        continue;
      }
      checkFirst(op, slope);
      checkSecond(op, slope);
    }
    formulas.forEach((formula, i) => {
      expect(formula, `no sample has the gradient of ${op.differentiable[i]!.name}`).toHaveBeenCalled();
      formula.mockRestore();
    });
    expect(smooth.length > 0, op.parsed.text).toBe(slopes.length > 0 && op.gradFnName !== 'NotImplemented');
    if (slopes.length > 0) return;
    const asked = (args: Sample) => mapTensors(args, (t) => (isFloating(t) ? t.detach().requires_grad_() : t));
    const results = samplesFor(op).flatMap((args) => tensorsIn(call(op, asked(args))));
    expect(results.filter((t) => t.requires_grad)).toEqual([]);
  });

  const takesTensors = op.parsed.parameters.some((p) => p.types.some((type) => type.startsWith('Tensor')));
  // Random numbers are drawn in the order of memory. layout/strides.test.ts tests this.
  const ifLaidOut = takesTensors && !readsMemory.has(op.name) && !op.kind.random ? it : null;
  ifLaidOut?.('does not mind how its inputs lie in memory', () => {
    let compared = 0;
    for (const args of samplesFor(op)) {
      const expected = call(op, args);
      for (const [name, layout] of Object.entries(layouts)) {
        let got: unknown;
        try {
          got = call(op, mapTensors(args, layout));
        } catch (error) {
          // PyTorch refuses a view that does not exist for these strides, with this message.
          if (
            op.name.startsWith('view') &&
            /not compatible|must be 1 to view|last dimension with stride 1|divisible by 2/.test(String(error))
          )
            continue;
          throw error;
        }
        const what = `${name}: ${op.parsed.text}`;
        const [a, b] = [tensorsIn(got), tensorsIn(expected)];
        expect(
          a.map((t) => [t.shape, t.dtype]),
          what,
        ).toEqual(b.map((t) => [t.shape, t.dtype]));
        a.forEach((t, i) => expect(worst(flatten(t), flatten(b[i]!)), what).toBeLessThan(1e-12));
        if (b.length === 0) expect(got, what).toEqual(expected);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(0);
  });
});
