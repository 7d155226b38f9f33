import { requiresGrad } from '../tensor/state.js';
import { getDefaultDevice, setDefaultDevice } from '../backends/registry.js';
import { device, type Device } from '../device.js';
import { noteOperation, operationOf, sentenceFor, TorchError, TypeError_ } from '../errors.js';
import { execute, executeInplace, tensorsOf } from './execute.js';
import type { Op, Variant } from './op.js';
import { quietly } from '../quietly.js';
import { Tensor } from '../tensor/tensor.js';
import { backendNamed, isSparseLayout, type Layout } from '../sparse/layout.js';
import { noSparseKernel } from './lacks.js';
import { bind, bindQuickly, pythonType } from './signature.js';
import { noOverload, withNumbers } from './unfit.js';

/** All ops by name, with the overloads in the order in which they are tried. */
const byName = new Map<string, Op[]>();

export function register(ops: readonly Op[]): void {
  for (const op of ops) {
    const overloads = byName.get(op.name);
    if (overloads) overloads.push(op);
    else byName.set(op.name, [op]);
  }
}

export const overloadsOf = (name: string): readonly Op[] => byName.get(name) ?? [];

/** The overloads that exist in one of the three variants. */
export const callable = (name: string, variant: Variant): readonly Op[] => overloadsOf(name).filter((op) => op.variants.includes(variant));

export const names = (): readonly string[] => [...byName.keys()];

/** True when one of the operands must be a tensor, and none is. */
const lacksTensor = (op: Op, values: readonly unknown[]): boolean => op.needsTensor === true && !values.some((v) => v instanceof Tensor);

/** Finds the overload that fits a call, and runs it. */
function dispatch(overloads: readonly Op[], args: readonly unknown[], run: (op: Op, values: unknown[]) => unknown): unknown {
  let problems: string[] | null = null;
  for (let i = 0; i < overloads.length; i++) {
    const op = overloads[i];
    const quick = bindQuickly(op.parsed, args);
    if (quick && !lacksTensor(op, quick)) return attempt(op, quick, run);
    const bound = bind(op.parsed, args);
    if ('values' in bound) {
      if (lacksTensor(op, bound.values)) throw noOverload([op.parsed, op.parsed], args, problems ?? []);
      if (isSparseLayout(bound.layout)) throw notSparsely(op, bound.layout);
      return bound.device ? onDevice(bound.device as Device, () => attempt(op, bound.values, run)) : attempt(op, bound.values, run);
    }
    (problems ??= []).push(bound.problem);
  }
  for (const op of overloads) {
    const own = withNumbers(op.parsed, args);
    if (own !== args && 'values' in bind(op.parsed, own)) return dispatch([op], own, run);
  }
  throw noOverload(
    overloads.map((o) => o.parsed),
    args,
    problems ?? [],
  );
}

/** The error where a sparse layout is asked of what fills all elements. */
const notSparsely = (op: Op, layout: Layout): Error =>
  noSparseKernel(
    op.filledBy ?? `${op.shortName}.out`,
    backendNamed(layout),
    'PyTorch makes no sparse tensor here: make a dense one, and call to_sparse() on it.',
  );

/**
 * Makes a tensor with the argument `device`: it is the default device meanwhile. A result that took the device of an
 * input is moved, and becomes a leaf.
 */
function onDevice(wanted: string | Device, make: () => unknown): unknown {
  const before = getDefaultDevice();
  setDefaultDevice(device(wanted));
  const target = getDefaultDevice();
  try {
    const made = make();
    if (!(made instanceof Tensor) || made.device === target) return made;
    return quietly(() => made.detach().to(target)).requires_grad_(requiresGrad(made));
  } finally {
    setDefaultDevice(before);
  }
}

function attempt(op: Op, values: unknown[], run: (op: Op, values: unknown[]) => unknown): unknown {
  try {
    return run(op, values);
  } catch (thrown) {
    // A function of the program among the arguments may throw; its errors are passed on unchanged.
    const error = values.some((v) => typeof v === 'function') ? thrown : sentenceFor(thrown, op.shortName, () => values.map(pythonType));
    // For a tensor that was changed in place, the backward that needs it has described the error already.
    if (error instanceof TorchError && operationOf(error)?.name !== 'backward')
      noteOperation(error, { name: op.shown, inputs: tensorsOf(values) });
    throw error;
  }
}

type Call = (...args: unknown[]) => unknown;

/** The functions and methods that call operations. */
export const operations = new WeakSet<object>();

function known<F extends Call>(call: F): F {
  operations.add(call);
  return call;
}

/** The function `name`, looked up at its first call: families use each other through this function. */
export function fn(name: string): Call {
  let overloads: readonly Op[] | undefined;
  return known((...args) => {
    overloads ??= callable(name, 'function');
    if (overloads.length === 0) throw new TypeError_(`there is no operation named '${name}'`);
    return dispatch(overloads, args, execute);
  });
}

/** The in-place function `name_`. */
export function inplaceFn(name: string): Call {
  let overloads: readonly Op[] | undefined;
  return known((...args) => dispatch((overloads ??= callable(name, 'inplaceFunction')), args, executeInplace));
}

/** Makes the method `x.name(...)` from the overloads that have it. */
export const method = (overloads: readonly Op[]): Call =>
  known(function (this: unknown, ...args: unknown[]): unknown {
    return dispatch(overloads, [this, ...args], execute);
  });

/** Makes the method `x.name_(...)`. */
export const inplaceMethod = (overloads: readonly Op[]): Call =>
  known(function (this: unknown, ...args: unknown[]): unknown {
    return dispatch(overloads, [this, ...args], executeInplace);
  });
