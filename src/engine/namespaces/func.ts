/** `torch.func`: functions that differentiate functions. */
import { grad as gradients } from '../autograd/functional.js';
import { withGradMode } from '../autograd/gradMode.js';
import { jacobian, jvp as product, type Tensors } from '../autograd/jacobians.js';
import { RuntimeError } from '../errors.js';
import type { Module } from '../nn/module.js';
import { Tensor } from '../tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- functions of anything, of which some arguments are tensors */
type AnyFunction = (...args: any[]) => any;

interface GradOptions {
  /** Which arguments to differentiate by. Default: 0 */
  argnums?: number | readonly number[];
  /** Whether the function returns [number, something else]. Default: false */
  has_aux?: boolean;
}

const numbersOf = (argnums: number | readonly number[]): readonly number[] => (typeof argnums === 'number' ? [argnums] : argnums);

/** Arguments of which those in `argnums` can be differentiated by, also a second time. */
function traced(args: readonly unknown[], argnums: readonly number[]): { args: unknown[]; inputs: Tensor[] } {
  const inputs = argnums.map((n) => {
    const t = args[n];
    if (!(t instanceof Tensor)) throw new RuntimeError(`argument ${n} is to be differentiated by, but is no tensor`);
    return t.requires_grad ? t.view_as(t) : t.detach().requires_grad_();
  });
  return { args: args.map((a, i) => (argnums.includes(i) ? inputs[argnums.indexOf(i)] : a)), inputs };
}

/** The function that returns [gradient, value] of a function that returns one number. */
export function grad_and_value(func: AnyFunction, { argnums = 0, has_aux = false }: GradOptions = {}): AnyFunction {
  return (...given) =>
    withGradMode(true, () => {
      const { args, inputs } = traced(given, numbersOf(argnums));
      const isNested = inputs.some((t) => t.grad_fn !== null);
      const returned: unknown = func(...args);
      const [value, aux] = has_aux ? (returned as [Tensor, unknown]) : [returned as Tensor, undefined];
      if (!(value instanceof Tensor) || value.sizes.length !== 0) {
        throw new RuntimeError(
          `Expected f(*args) to return a scalar tensor, got ${value instanceof Tensor ? `tensor with ${value.sizes.length} dims` : typeof value}`,
        );
      }
      const found = value.requires_grad ? gradients(value, inputs, { create_graph: true, allow_unused: true }) : inputs.map(() => null);
      const grads = found.map((g, i) => g ?? inputs[i].detach().new_zeros(inputs[i].sizes)).map((g) => (isNested ? g : g.detach()));
      const result = typeof argnums === 'number' ? grads[0] : grads;
      const shown = isNested ? value : value.detach();
      return [result, has_aux ? [shown, aux] : shown];
    });
}

/** The function that returns the gradient of a function that returns one number. */
export function grad(func: AnyFunction, options: GradOptions = {}): AnyFunction {
  const both = grad_and_value(func, options);
  return (...args) => {
    const [gradient, value] = both(...args) as [unknown, unknown];
    return options.has_aux ? [gradient, (value as unknown[])[1]] : gradient;
  };
}

/** [outputs, the function that multiplies a vector with the Jacobian]. */
export function vjp(func: AnyFunction, ...primals: Tensor[]): [outputs: any, vjp_fn: (...cotangents: Tensor[]) => Tensor[]] {
  return withGradMode(true, () => {
    const { args, inputs } = traced(primals, [...primals.keys()]);
    const outputs = func(...args) as Tensors;
    const outs = outputs instanceof Tensor ? [outputs] : outputs;
    const multiply = (...cotangents: Tensor[]): Tensor[] =>
      gradients(outs, inputs, { grad_outputs: cotangents, retain_graph: true, create_graph: true, allow_unused: true }).map(
        (g, i) => g?.detach() ?? inputs[i].detach().new_zeros(inputs[i].sizes),
      );
    return [outputs instanceof Tensor ? outputs.detach() : outputs.map((o) => o.detach()), multiply];
  });
}

/** [outputs, Jacobian · tangents]. */
export const jvp = (func: AnyFunction, primals: readonly Tensor[], tangents: readonly Tensor[]): [outputs: any, tangents: any] =>
  product(func, primals, tangents);

/** The function that returns the Jacobian by one argument (or several). */
export function jacrev(func: AnyFunction, argnums: number | readonly number[] = 0): AnyFunction {
  return (...args) => {
    const numbers = numbersOf(argnums);
    const inputs = numbers.map((n) => args[n] as Tensor);
    const ofThese = (...xs: Tensor[]): Tensors =>
      func(...args.map((a, i) => (numbers.includes(i) ? xs[numbers.indexOf(i)] : a))) as Tensors;
    const create_graph = inputs.some((t) => t.requires_grad);
    return jacobian(ofThese, typeof argnums === 'number' ? inputs[0] : inputs, { create_graph });
  };
}

/** As `jacrev`: the same numbers. */
export const jacfwd = jacrev;

/** The function that returns the Hessian by one argument. */
export const hessian = (func: AnyFunction, argnums = 0): AnyFunction => jacrev(jacrev(func, argnums), argnums);

/** Calls a module with other parameters and buffers than its own, by their qualified names. */
export function functional_call(module: Module, values: Readonly<Record<string, Tensor>>, args: unknown): any {
  const restore = Object.entries(values).map(([path, value]) => {
    const at = path.lastIndexOf('.');
    const owner = module.get_submodule(path.slice(0, Math.max(at, 0))) as unknown as Record<string, unknown>;
    const name = path.slice(at + 1);
    const before = owner[name];
    owner[name] = value;
    return () => (owner[name] = before);
  });
  try {
    return module(...(Array.isArray(args) ? (args as unknown[]) : [args]));
  } finally {
    for (const undo of restore) undo();
  }
}
