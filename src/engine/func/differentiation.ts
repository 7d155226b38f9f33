/** Functions that differentiate functions. */
import { grad as gradients } from '../tensor/functional.js';
import { isGradEnabled, withGradMode } from '../autograd/gradMode.js';
import { jacobian, jvp as product } from '../autograd/jacobians.js';
import { handedOut } from '../autograd/others.js';
import { forestOf, treeOf, type Tree } from '../autograd/trees.js';
import { RuntimeError } from '../errors.js';
import { pythonType } from '../ops/signature.js';
import { Tensor } from '../tensor/tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- functions of anything, of which some arguments are tensors */
type AnyFunction = (...args: any[]) => any;

type Argnums = number | readonly number[];

interface GradOptions {
  /** Which arguments to differentiate by: tensors, or lists and dictionaries of them. Default: 0 */
  argnums?: Argnums;
  /** Whether the function returns [number, something else]. Default: false */
  has_aux?: boolean;
}

const numbersOf = (argnums: Argnums): readonly number[] => (typeof argnums === 'number' ? [argnums] : argnums);
const like = (argnums: Argnums, each: unknown[]): unknown => (typeof argnums === 'number' ? each[0] : each);

/** Arguments of which those in `argnums` can be differentiated by, also a second time. */
function traced(given: readonly unknown[], argnums: readonly number[]) {
  const forest = forestOf(
    argnums.map((n) => given[n]),
    (i) => new RuntimeError(`argument ${argnums[i]} is to be differentiated by, but is no tensor, nor a list or dictionary of tensors`),
  );
  const inputs = forest.leaves.map((t) => (t.requires_grad ? t.view_as(t) : t.detach().requires_grad_()));
  const within = forest.rebuild(inputs);
  const args = given.map((a, i) => (argnums.includes(i) ? within[argnums.indexOf(i)] : a));
  return { args, inputs, rebuild: (leaves: readonly unknown[]) => forest.rebuild(leaves) };
}

/** Outputs as a tree. @throws RuntimeError for what is no tensor */
function outputsOf(name: string, value: unknown): Tree {
  const tree = treeOf(value);
  if (!tree)
    throw new RuntimeError(`${name}: Expected the function to return tensors, or lists or dictionaries of them, got ${pythonType(value)}`);
  return tree;
}

const zerosOf = (t: Tensor): Tensor => t.detach().new_zeros(t.sizes);

/** The function that returns [gradient, value] of a function that returns one number. */
export function grad_and_value(func: AnyFunction, options?: GradOptions | null): AnyFunction {
  const { argnums = 0, has_aux = false } = options ?? {};
  return (...given) => {
    const records = isGradEnabled();
    return withGradMode(true, () => {
      const { args, inputs, rebuild } = traced(given, numbersOf(argnums));
      const out = handedOut(inputs, records);
      const returned: unknown = func(...args);
      const [value, aux] = has_aux ? (returned as [Tensor, unknown]) : [returned as Tensor, undefined];
      if (!(value instanceof Tensor) || value.sizes.length !== 0) {
        throw new RuntimeError(
          `grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got ${value instanceof Tensor ? `tensor with ${value.sizes.length} dims` : pythonType(value)}. Maybe you wanted to use the vjp or jacrev APIs instead?`,
        );
      }
      const found = value.requires_grad ? gradients(value, inputs, { create_graph: true, allow_unused: true }) : inputs.map(() => null);
      const grads = found.map((g, i) => out(g ?? zerosOf(inputs[i])));
      const shown = (v: unknown): unknown => (v instanceof Tensor ? out(v) : v);
      const result = like(argnums, rebuild(grads));
      const auxTree = treeOf(aux);
      return [result, has_aux ? [shown(value), auxTree ? auxTree.rebuild(auxTree.leaves.map(shown)) : aux] : shown(value)];
    });
  };
}

/** The function that returns the gradient of a function that returns one number. */
export function grad(func: AnyFunction, options?: GradOptions | null): AnyFunction {
  const both = grad_and_value(func, options);
  return (...args) => {
    const [gradient, value] = both(...args) as [unknown, unknown];
    return options?.has_aux ? [gradient, (value as unknown[])[1]] : gradient;
  };
}

/** [outputs, the function that multiplies a vector (nested as the outputs are) with the Jacobian]. */
export function vjp(func: AnyFunction, ...primals: any[]): [outputs: any, vjp_fn: (...cotangents: any[]) => any[]] {
  const records = isGradEnabled();
  return withGradMode(true, () => {
    const { args, inputs, rebuild } = traced(primals, [...primals.keys()]);
    const out = handedOut(inputs, records);
    const outputs = outputsOf('vjp(f, *primals)', func(...args));
    const multiply = (...cotangents: unknown[]): unknown[] => {
      const weights = outputsOf('vjp_fn', cotangents.length === 1 ? cotangents[0] : cotangents).leaves;
      const found = gradients(outputs.leaves, inputs, {
        grad_outputs: weights,
        retain_graph: true,
        create_graph: true,
        allow_unused: true,
      });
      return rebuild(found.map((g, i) => out(g ?? zerosOf(inputs[i]))));
    };
    return [outputs.rebuild(outputs.leaves.map(out)), multiply];
  });
}

/** [outputs, Jacobian · tangents]; tangents are nested as the primals are. */
export function jvp(func: AnyFunction, primals: readonly unknown[], tangents: readonly unknown[]): [outputs: any, tangents: any] {
  const refuse = () => new RuntimeError('jvp(f, primals, tangents): Expected tensors, or lists or dictionaries of them');
  const [inputs, directions] = [forestOf(primals, refuse), forestOf(tangents, refuse)];
  let tree: Tree | null = null;
  const flat = (...leaves: Tensor[]): Tensor[] => {
    tree = outputsOf('jvp(f, primals, tangents)', func(...inputs.rebuild(leaves)));
    return tree.leaves;
  };
  const both = product(flat, inputs.leaves, directions.leaves, { create_graph: true, cutsOwn: true });
  return both.map((leaves) => tree!.rebuild(leaves)) as [unknown, unknown];
}

/** [outputs, the function that multiplies the Jacobian at these primals with tangents]; PyTorch's evaluates `func` only once. */
export function linearize(func: AnyFunction, ...primals: any[]): [outputs: any, jvp_fn: (...tangents: any[]) => any] {
  const multiply = (...tangents: unknown[]): unknown => (jvp(func, primals, tangents) as [unknown, unknown])[1];
  return [func(...primals), multiply];
}

/** The function that returns the Jacobian by one argument (or several): for each output, what each input changes in it. */
export function jacrev(func: AnyFunction, options: Argnums | { argnums?: Argnums } = 0): AnyFunction {
  const argnums =
    typeof options === 'number' || Array.isArray(options) ? (options as Argnums) : ((options as { argnums?: Argnums }).argnums ?? 0);
  return (...given) => {
    const numbers = numbersOf(argnums);
    const forest = forestOf(
      numbers.map((n) => given[n]),
      (i) => new RuntimeError(`argument ${numbers[i]} is to be differentiated by, but is no tensor, nor a list or dictionary of tensors`),
    );
    let tree: Tree | null = null;
    const flat = (...leaves: Tensor[]): Tensor[] => {
      const within = forest.rebuild(leaves);
      tree = outputsOf('jacrev(f)(*args)', func(...given.map((a, i) => (numbers.includes(i) ? within[numbers.indexOf(i)] : a))));
      return tree.leaves;
    };
    const rows = jacobian(flat, forest.leaves, { create_graph: forest.leaves.some((t) => t.requires_grad) });
    return tree!.rebuild(rows.map((row) => like(argnums, forest.rebuild(row))));
  };
}

/** As `jacrev`: the same numbers. */
export const jacfwd = jacrev;

/** The function that returns the Hessian by one argument (or several). */
export const hessian = (func: AnyFunction, options: Argnums | { argnums?: Argnums } = 0): AnyFunction =>
  jacrev(jacrev(func, options), options);
