import { numbers, read } from '../backends/allocation.js';
import { getDefaultDevice } from '../backends/registry.js';
import { Complex } from '../complex.js';
import { bool, float32, float64, getDefaultComplexDType, getDefaultDType, int64, uint16, type DType } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { fusedDouble } from '../random/rounding.js';
import { Tensor } from '../tensor/tensor.js';
import { warn } from '../warnings.js';
import { finish, options } from './factory.js';
import * as kind from './kind.js';
import { withoutKernelFor } from './lacks.js';
import { op, type Op } from './op.js';
import type { Scalar } from './pointwise.js';

/** Numbers in a row, from one to another. */

/** A one-dimensional tensor of values that are computed in doubles. */
function sequence(count: number, at: (i: number) => number, dtype: DType): Tensor {
  const values = numbers(dtype, count);
  for (let i = 0; i < count; i++) values[i] = dtype.is_floating_point ? at(i) : Math.trunc(at(i));
  return Tensor.of(values, [count], dtype, getDefaultDevice());
}

/** A number as PyTorch's messages write it. */
const said = (v: number): string => (Number.isFinite(v) ? String(v) : Number.isNaN(v) ? 'nan' : v > 0 ? 'inf' : '-inf');

/**
 * The numbers `pace` apart, rounded as PyTorch's vectors round them: the first of each vector is rounded, and the others are
 * computed from it. Two vectors are filled at a time; what remains is computed one by one.
 */
function inLanes(first: number, pace: number, count: number, dtype: DType): (i: number) => number {
  const lanes = dtype === float32 ? 8 : dtype === float64 ? 4 : 1;
  if (lanes === 1) return (i) => first + i * pace;
  const round = dtype === float32 ? Math.fround : (v: number) => v;
  const inVectors = count - (count % (2 * lanes));
  return (i) => {
    const lane = i < inVectors ? i % lanes : 0;
    const base = round(fusedDouble(pace, i - lane, first));
    return lane === 0 ? base : fusedDouble(pace, lane, base);
  };
}

/** The numbers of a sequence. @throws RuntimeError for numbers that no sequence goes through */
function stepsOf(...given: [start: Scalar, end: Scalar, step: Scalar]): [start: number, end: number, step: number] {
  const [start, end, step] = given.map(Number) as [number, number, number];
  if (step === 0) throw new RuntimeError('step must be nonzero');
  if (!Number.isFinite(start) || !Number.isFinite(end)) throw new RuntimeError(`unsupported range: ${said(start)} -> ${said(end)}`);
  if ((step > 0 && end < start) || (step < 0 && end > start)) {
    throw new RuntimeError('upper bound and lower bound inconsistent with step sign');
  }
  return [start, end, step];
}

/** The first number and the distance to the next: whole ones for whole numbers. */
const paced = (start: number, step: number, dtype: DType): [first: number, pace: number] =>
  dtype.is_floating_point ? [start, step] : [Math.trunc(start), Math.trunc(step)];

function range(from: Scalar, to: Scalar, by: Scalar, given: DType | null, requiresGrad: boolean): Tensor {
  const [start, end, step] = stepsOf(from, to, by);
  if (given && (given === bool || given === uint16 || given.is_complex)) throw withoutKernelFor('arange_cpu', given);
  const dtype = given ?? ([start, end, step].every(Number.isInteger) ? int64 : getDefaultDType());
  // The count is computed from the given numbers; only the values of an integral dtype use truncated numbers.
  const [first, pace] = paced(start, step, dtype);
  const count = Math.ceil((end - start) / step);
  return finish(sequence(count, inLanes(first, pace, count, dtype), dtype), requiresGrad);
}

const arange: Op[] = [
  op({
    signature: `arange(Scalar end, ${options}, Tensor? out=None)`,
    filledBy: 'arange.start_out',
    kind: kind.creation(),
    doc: 'The integers from 0 below `end`.',
    formula: 'out[i] = i',
    forward: (end, dtype, requiresGrad) => range(0, end, 1, dtype, requiresGrad),
  }),
  op({
    signature: `arange.start(Scalar start, Scalar end, Scalar step=1, ${options}, Tensor? out=None)`,
    filledBy: 'arange.start_out',
    kind: kind.creation(),
    doc: 'Values from `start` below `end` in steps.',
    formula: 'out[i] = start + i · step',
    forward: (start, end, step, dtype, requiresGrad) => range(start, end, step, dtype, requiresGrad),
  }),
];

/** `torch.range`, which PyTorch warns of. */
const inclusive = op({
  signature: `range(Scalar start, Scalar end, Scalar step=1, ${options}, Tensor? out=None)`,
  filledBy: 'range.out',
  kind: kind.creation(),
  doc: 'Values from `start` to `end` in steps, with `end` among them. PyTorch will remove it: use `torch.arange`.',
  formula: 'out[i] = start + i · step',
  forward(from, to, by, given, requiresGrad) {
    warn(
      "torch.range is deprecated and will be removed in a future release because its behavior is inconsistent with Python's range builtin. Instead, use torch.arange, which produces values in [start, end).",
    );
    const [start, end, step] = stepsOf(from, to, by);
    const dtype = given ?? getDefaultDType();
    if (dtype === bool || dtype === uint16 || dtype.is_complex) throw withoutKernelFor('range_cpu', dtype);
    const [first, pace] = paced(start, step, dtype);
    return finish(
      sequence(Math.trunc((end - start) / step + 1), (i) => first + i * pace, dtype),
      requiresGrad,
    );
  },
});

/** Evenly spaced numbers, computed from both ends to the middle, so that they are symmetric, as in PyTorch. */
function spaced(from: number, to: number, steps: number, dtype: DType, map: (v: number) => number = (v) => v): Tensor {
  if (dtype.is_complex) return spaced(from, to, steps, dtype.to_real(), map).to(dtype);
  if (steps < 0) throw new RuntimeError('number of steps must be non-negative');
  const f = dtype.name === 'float32' ? Math.fround : dtype.is_floating_point ? (v: number) => v : Math.trunc;
  const [start, end] = [f(from), f(to)];
  const round = dtype.name === 'float64' || !dtype.is_floating_point ? (v: number) => v : Math.fround;
  const step = steps > 1 ? round(round(end - start) / (steps - 1)) : 0;
  const halfway = steps === 1 ? 1 : Math.floor(steps / 2);
  return sequence(steps, (i) => map(i < halfway ? fusedDouble(step, i, start) : fusedDouble(-step, steps - i - 1, end)), dtype);
}

/** The bounds of `linspace` as numbers. @throws RuntimeError when a tensor has dims */
function bounds(name: string, start: Scalar | Tensor, end: Scalar | Tensor): [number, number] {
  const dims = (v: Scalar | Tensor) => (v instanceof Tensor ? v.sizes.length : 0);
  if (dims(start) > 0 || dims(end) > 0) {
    const said = Object.entries({ start, end }).flatMap(([n, v]) => (v instanceof Tensor ? [`${n} with ${dims(v)} dimension(s)`] : []));
    throw wrongShape(`${name} only supports 0-dimensional start and end tensors, but got ${said.join(' and ')}.`);
  }
  const valueOf = (v: Scalar | Tensor) => (v instanceof Tensor ? v.item() : Number(v));
  return [valueOf(start), valueOf(end)];
}

/** The dtype for spaced numbers. @throws NotImplementedError for a dtype that PyTorch has no kernel for */
function spacedType(given: DType | null): DType {
  if (given && (given === bool || given === uint16)) throw withoutKernelFor('linspace_cpu', given);
  return given ?? getDefaultDType();
}

const isComplex = (v: Scalar | Tensor): boolean => v instanceof Tensor && v.dtype.is_complex;

/** Evenly spaced numbers on the line between two complex numbers. */
function complexSpaced(start: Scalar | Tensor, end: Scalar | Tensor, steps: number, dtype: DType | null): Tensor {
  const type = dtype ?? getDefaultComplexDType();
  if (!type.is_complex)
    throw new RuntimeError(
      `linspace(): inferred dtype ${String(getDefaultComplexDType())} can't be safely cast to passed dtype ${String(type)}`,
    );
  const [from, to] = [start, end].map((v) => {
    const value: unknown = v instanceof Tensor ? v.item() : Number(v);
    return value instanceof Complex ? value : new Complex(value as number);
  });
  const parts = [spaced(from.re, to.re, steps, type.to_real()), spaced(from.im, to.im, steps, type.to_real())].map(read);
  const values = numbers(type, steps);
  for (let i = 0; i < steps; i++) [values[2 * i], values[2 * i + 1]] = [parts[0][i], parts[1][i]];
  return Tensor.of(values, [steps], type, getDefaultDevice());
}

const spaces: Op[] = [
  op({
    signature: `linspace(Scalar|Tensor start, Scalar|Tensor end, int steps, ${options}, Tensor? out=None)`,
    filledBy: 'linspace.out',
    kind: kind.creation(),
    doc: '`steps` evenly spaced values from `start` to `end`, both included.',
    formula: 'out[i] = start + i · (end − start) / (steps − 1)',
    forward: (start, end, steps, dtype, requiresGrad) =>
      finish(
        isComplex(start) || isComplex(end) || dtype?.is_complex
          ? complexSpaced(start, end, steps, dtype)
          : spaced(...bounds('linspace', start, end), steps, spacedType(dtype)),
        requiresGrad,
      ),
  }),
  op({
    signature: `logspace(Scalar|Tensor start, Scalar|Tensor end, int steps, float base=10.0, ${options}, Tensor? out=None)`,
    filledBy: 'logspace.out',
    kind: kind.creation(),
    doc: '`steps` values from base^start to base^end, evenly spaced in their logarithms.',
    formula: 'out[i] = base ^ (start + i · (end − start) / (steps − 1))',
    forward: (start, end, steps, base, dtype, requiresGrad) =>
      finish(
        spaced(...bounds('logspace', start, end), steps, dtype ?? getDefaultDType(), (v) => base ** v),
        requiresGrad,
      ),
  }),
];

export const sequences: Op[] = [...arange, inclusive, ...spaces];
