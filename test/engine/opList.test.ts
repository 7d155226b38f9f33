import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { ops } from '../../src/engine/ops/index.js';
import type { Op } from '../../src/engine/ops/op.js';
import { callable } from '../../src/engine/ops/registry.js';
import { bind, isPlainObject } from '../../src/engine/ops/signature.js';
import { execute } from '../../src/engine/ops/execute.js';
import { functionalSamples } from './functionalSamples.js';
import { flatten, numericGradient, weigh, worst } from './numericGradient.js';
import { samplesOf, type Sample } from './samples.js';

type Tensor = torch.Tensor;

const isTensor = (v: unknown): v is Tensor => v instanceof torch.Tensor;
const tensorsIn = (v: unknown): Tensor[] => (isTensor(v) ? [v] : Array.isArray(v) ? v.flatMap(tensorsIn) : []);

/** Runs one entry of the list on arguments as a user gives them. */
function call(op: Op, args: Sample): unknown {
  if (op.random) torch.manual_seed(1);
  const bound = bind(op.parsed, args);
  if ('problem' in bound) throw new Error(bound.problem);
  return execute(op, bound.values);
}

/** The samples that this overload (and not another one of its name) takes. */
const fitting = (op: Op): Sample[] => samplesOf(op, functionalSamples).filter((s) => 'values' in bind(op.parsed, s));

/** Replaces the k-th differentiable tensor of a sample. */
function replace(args: Sample, k: number, by: Tensor): Sample {
  let seen = -1;
  const visit = (v: unknown): unknown => {
    if (isTensor(v)) {
      if (!v.dtype.is_floating_point) return v;
      seen++;
      return seen === k ? by : v;
    }
    if (Array.isArray(v)) return v.map(visit);
    return isPlainObject(v) ? Object.fromEntries(Object.entries(v).map(([n, e]) => [n, visit(e)])) : v;
  };
  return args.map(visit);
}

const floating = (args: Sample): Tensor[] =>
  args.flatMap((a) => (isPlainObject(a) ? Object.values(a).flatMap(tensorsIn) : tensorsIn(a))).filter((t) => t.dtype.is_floating_point);

const differentiable = (op: Op): boolean => op.differentiable.length > 0 || op.compose !== undefined;

describe.each(ops.map((op) => [op.parsed.overload === '' ? op.name : `${op.name}.${op.parsed.overload}`, op] as const))('%s', (_, op) => {
  it('is documented', () => {
    expect(op.doc).toMatch(/\.$/);
    expect(op.formula.length).toBeGreaterThan(3);
    if (op.differentiable.length > 0) expect(op.gradient, 'the gradient as a person writes it').toBeTruthy();
    if (op.variants.length > 0) expect(callable(op.name, op.variants[0]!)).toContain(op);
    else expect(op.internal, 'what nothing can call is for other operations').toBe(true);
  });

  it('has samples and runs on them', () => {
    const samples = fitting(op);
    expect(samples.length, 'samples that this overload takes').toBeGreaterThan(0);
    for (const args of samples) expect(() => call(op, args)).not.toThrow();
  });

  const ifDifferentiable = differentiable(op) ? it : null;
  ifDifferentiable?.('has the gradient that differences show', () => {
    for (const args of fitting(op)) {
      const inputs = floating(args);
      inputs.forEach((input, k) => {
        const x = input.detach().clone().requires_grad_();
        const value = (t: Tensor) => weigh(tensorsIn(call(op, replace(args, k, t))));
        const out = value(x);
        // float32 in between: too coarse for differences.
        if (!out.requires_grad || tensorsIn(call(op, args)).some((t) => t.dtype === torch.float32)) return;
        const analytic = torch.autograd.grad(out, x, { allow_unused: true })[0];
        const numeric = torch.no_grad(() => numericGradient((t) => value(t).item(), x));
        expect(worst(analytic ? flatten(analytic) : numeric.map(() => 0), numeric), `argument ${k} of ${op.parsed.text}`).toBeLessThan(
          2e-6,
        );
      });
    }
  });

  ifDifferentiable?.('has the second gradient that differences show', () => {
    for (const args of fitting(op)) {
      floating(args).forEach((input, k) => {
        if (input.numel() === 0 || input.numel() > 12) return;
        const gradient = (t: Tensor): Tensor | null => {
          const out = weigh(tensorsIn(call(op, replace(args, k, t))));
          return out.requires_grad ? torch.autograd.grad(out, t, { create_graph: true, allow_unused: true })[0]! : null;
        };
        const x = input.detach().clone().requires_grad_();
        const first = gradient(x);
        const value = (t: Tensor) => weigh([gradient(t.detach().requires_grad_())!.detach()]).item();
        if (!first) return;
        const total = weigh([first]);
        const second = total.requires_grad ? torch.autograd.grad(total, x, { allow_unused: true })[0] : null;
        const numeric = numericGradient(value, x, 1e-5);
        expect(worst(second ? flatten(second) : numeric.map(() => 0), numeric), `argument ${k} of ${op.parsed.text}`).toBeLessThan(1e-4);
      });
    }
  });

  it('does not mind how its inputs lie in memory', () => {
    const layouts: Record<string, (t: Tensor) => Tensor> = {
      transposed: (t) => (t.ndim >= 2 ? t.transpose(0, -1).clone().transpose(0, -1) : t),
      stepped: (t) => (t.ndim >= 1 ? torch.stack([t, t.mul(-3)], t.ndim).select(-1, 0) : t),
      offset: (t) =>
        torch
          .cat([torch.zeros([1], { dtype: t.dtype }), t.reshape([-1])])
          .index('1:')
          .view(t.shape),
      flipped: (t) => (t.ndim >= 1 ? t.flip([0]).flip([0]) : t),
    };
    for (const args of fitting(op)) {
      // Internal views are only called where they fit.
      if (op.creation || op.name.includes('as_strided') || op.name.startsWith('_')) continue;
      const expected = tensorsIn(call(op, args)).map(flatten);
      for (const [name, layout] of Object.entries(layouts)) {
        const moved = floating(args).reduce<Sample>((a, t, k) => replace(a, k, layout(t)), args);
        let got: number[][];
        try {
          got = tensorsIn(call(op, moved)).map(flatten);
        } catch (error) {
          // A view of these strides may not exist, and PyTorch says so.
          if (op.name.startsWith('view') && /not compatible/.test(String(error))) continue;
          throw error;
        }
        expect(
          got.map((g, i) => worst(g, expected[i]!)).every((d) => d < 1e-12 || Number.isNaN(d)),
          `${name}: ${op.parsed.text}`,
        ).toBe(true);
      }
    }
  });
});
