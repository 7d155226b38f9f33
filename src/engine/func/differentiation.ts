/** Functions that differentiate functions. */
import { grad as gradients } from '../tensor/functional.js';
import { isGradEnabled, withGradMode } from '../autograd/gradMode.js';
import { goingForward } from '../autograd/dualLevels.js';
import { jacobian, jvp as product } from '../autograd/jacobians.js';
import { handedOut } from '../autograd/others.js';
import { forestOf, treeOf, type Tree } from '../autograd/trees.js';
import { RuntimeError, ValueError } from '../errors.js';
import { withinTransform } from '../autograd/captures.js';
import { nesting, structureOf } from './structure.js';
import { checkRandomness } from './vmap.js';
import { isPlainObject, pythonType } from '../ops/signature.js';
import { sameSizes, showSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- functions of anything, of which some arguments are tensors */
type AnyFunction = (...args: any[]) => any;

type Argnums = number | readonly number[];

interface GradOptions {
  /** The arguments to differentiate by: tensors, or lists and dictionaries of tensors. Default: 0 */
  argnums?: Argnums;
  /** Whether the function returns [number, something else]. Default: false */
  has_aux?: boolean;
}

interface JacobianOptions extends GradOptions {
  /** What random operations do in PyTorch's vmap; here the function runs once. Default: 'error' */
  randomness?: string;
  /** The number of rows that PyTorch computes at once; here it changes nothing. Default: null */
  chunk_size?: number | null;
}

/** What the derivatives of a function by one argument are like: that argument, where the function gives a tensor. */
type Slope<F extends AnyFunction, N> = N extends number ? (ReturnType<F> extends Tensor ? Parameters<F>[N] : any) : any;
/** The arguments of the function; what it is given besides, it does not see. */
type Given<F extends AnyFunction> = [...Parameters<F>, ...any[]];
/** The options that name nothing but one argument. */
type One<N extends number> = N | { argnums?: N; has_aux?: false };

/** @throws RuntimeError for an argument that does not exist */
const numbersOf = (argnums: Argnums, count: number): readonly number[] => {
  const all = typeof argnums === 'number' ? [argnums] : argnums;
  if (new Set(all).size < all.length) throw new RuntimeError(`argnums elements must be unique, got (${all.join(', ')})`);
  return all.map((n) => {
    if (n >= count || n < -count) throw new RuntimeError(`Got argnum=${n}, but only ${count} positional inputs`);
    return n < 0 ? n + count : n;
  });
};

/** Options that are given by position or by name. */
const optionsOf = <Options extends GradOptions>(given: Argnums | Options | null | undefined): Options =>
  typeof given === 'number' || Array.isArray(given) ? ({ argnums: given } as unknown as Options) : ((given ?? {}) as Options);

/** Splits the result of a function into its value and its auxiliary part. @throws RuntimeError when the function returns no such pair */
function parted(where: string, returned: unknown, has_aux: boolean): [value: unknown, aux: unknown] {
  if (!has_aux) return [returned, undefined];
  if (!Array.isArray(returned) || returned.length !== 2)
    throw new RuntimeError(`${where}: output of function f should be a tuple: (output, aux) if has_aux is True`);
  return returned as [unknown, unknown];
}

/** The auxiliary part of a result, without the history inside the function. */
function shownAux(aux: unknown, out: (t: Tensor) => Tensor): unknown {
  const tree = treeOf(aux);
  return tree ? tree.rebuild(tree.leaves.map(out)) : aux;
}
const like = (argnums: Argnums, each: unknown[]): unknown => (typeof argnums === 'number' ? each[0] : each);

/** Prepares arguments: those in `argnums` can be differentiated by, also a second time. */
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

/** Outputs as a tree. @throws RuntimeError for anything but tensors */
function outputsOf(name: string, value: unknown): Tree {
  const tree = treeOf(value);
  if (!tree)
    throw new RuntimeError(`${name}: expected f(*primals) to return only tensors, got unsupported type <class '${pythonType(value)}'>`);
  return tree;
}

const zerosOf = (t: Tensor): Tensor => t.detach().new_zeros(t.sizes);

/** Returns a function that computes [gradient, value] of `func`, which must return one number. */
export function grad_and_value<F extends AnyFunction, N extends number = 0>(
  func: F,
  options?: One<N>,
): (...args: Given<F>) => [gradient: Slope<F, N>, value: Tensor];
export function grad_and_value(func: AnyFunction, options?: Argnums | GradOptions | null): AnyFunction;
export function grad_and_value(func: AnyFunction, options?: Argnums | GradOptions | null): AnyFunction {
  const { argnums = 0, has_aux = false } = optionsOf<GradOptions>(options);
  return (...given) => {
    const records = isGradEnabled();
    return withGradMode(true, () => {
      const { args, inputs, rebuild } = traced(given, numbersOf(argnums, given.length));
      const out = handedOut(inputs, records);
      const [value, aux] = parted(
        'grad_and_value(f)(*args)',
        withinTransform(inputs, () => func(...args) as unknown),
        has_aux,
      );
      if (!(value instanceof Tensor))
        throw new RuntimeError(`grad_and_value(f)(*args): Expected f(*args) to return a Tensor, got <class '${pythonType(value)}'>`);
      if (value.sizes.length !== 0) {
        throw new RuntimeError(
          `grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with ${value.sizes.length} dims. Maybe you wanted to use the vjp or jacrev APIs instead?`,
        );
      }
      const found = value.requires_grad ? gradients(value, inputs, { create_graph: true, allow_unused: true }) : inputs.map(() => null);
      const grads = found.map((g, i) => out(g ?? zerosOf(inputs[i])));
      const result = like(argnums, rebuild(grads));
      return [result, has_aux ? [out(value), shownAux(aux, out)] : out(value)];
    });
  };
}

/** Returns a function that computes the gradient of `func`, which must return one number. */
export function grad<F extends AnyFunction, N extends number = 0>(func: F, options?: One<N>): (...args: Given<F>) => Slope<F, N>;
export function grad(func: AnyFunction, options?: Argnums | GradOptions | null): AnyFunction;
export function grad(func: AnyFunction, options?: Argnums | GradOptions | null): AnyFunction {
  const both = grad_and_value(func, options);
  return (...args) => {
    const [gradient, value] = both(...args) as [unknown, unknown];
    return optionsOf<GradOptions>(options).has_aux ? [gradient, (value as unknown[])[1]] : gradient;
  };
}

const isAuxOption = (value: unknown): value is { has_aux?: boolean } =>
  isPlainObject(value) && Object.keys(value).every((key) => key === 'has_aux') && typeof value.has_aux === 'boolean';

/**
 * Returns [outputs, a function that multiplies a vector with the Jacobian]; the vector is nested like the outputs. With
 * `has_aux`, the auxiliary part of the result follows.
 */
export function vjp(func: AnyFunction, ...given: any[]): [outputs: any, vjp_fn: (...cotangents: any[]) => any[], aux?: any] {
  const options: unknown = given.at(-1);
  const has_aux = isAuxOption(options) && options.has_aux === true;
  const primals: unknown[] = isAuxOption(options) ? given.slice(0, -1) : given;
  const records = isGradEnabled();
  return withGradMode(true, () => {
    const { args, inputs, rebuild } = traced(primals, [...primals.keys()]);
    const out = handedOut(inputs, records);
    const [returned, aux] = parted(
      'vjp(f, *primals)',
      withinTransform(inputs, () => func(...args) as unknown),
      has_aux,
    );
    const outputs = outputsOf('vjp(f, *primals)', returned);
    const multiply = (...cotangents: unknown[]): unknown[] => {
      const given = cotangents.length === 1 ? cotangents[0] : cotangents;
      if (structureOf(given) !== structureOf(returned))
        throw new RuntimeError(
          `Expected pytree structure of cotangents to be the same as pytree structure of outputs to the function. cotangents: ${nesting(given)}, primal output: ${nesting(returned)}`,
        );
      const weights = outputsOf('vjp_fn', given).leaves;
      const found = gradients(outputs.leaves, inputs, {
        grad_outputs: weights,
        retain_graph: true,
        create_graph: true,
        allow_unused: true,
      });
      return rebuild(found.map((g, i) => out(g ?? zerosOf(inputs[i]))));
    };
    const shown = outputs.rebuild(outputs.leaves.map(out));
    return has_aux ? [shown, multiply, shownAux(aux, out)] : [shown, multiply];
  });
}

/**
 * Returns [outputs, Jacobian · tangents]; tangents are nested like the primals. With `has_aux`, the auxiliary part of the
 * result follows.
 */
export function jvp(
  func: AnyFunction,
  primals: readonly unknown[],
  tangents: readonly unknown[],
  { has_aux = false }: { has_aux?: boolean } = {},
): [outputs: any, tangents: any, aux?: any] {
  const where = 'jvp(f, primals, tangents)';
  if (!Array.isArray(primals))
    throw new RuntimeError(`${where}: Expected primals to be a tuple. E.g. it should be valid to call f(*primals).`);
  if (!Array.isArray(tangents) || structureOf(primals) !== structureOf(tangents))
    throw new RuntimeError(
      `${where}: Expected primals and tangents to have the same python structure. For example, if primals is a tuple of 3 tensors, tangents also must be. Got primals with structure ${structureOf(primals)} and tangents with structure ${structureOf(tangents)}`,
    );
  const refuse = () => new RuntimeError(`${where}: Expected tensors, or lists or dictionaries of them`);
  const [inputs, directions] = [forestOf(primals, refuse), forestOf(tangents, refuse)];
  inputs.leaves.forEach(({ sizes }, i) => {
    const other = directions.leaves[i].sizes;
    if (!sameSizes(sizes, other))
      throw new RuntimeError(
        `Trying to set a forward gradient that has a different size than that of the original Tensor, this is not supported. Tensor is of size ${showSizes(sizes)} while the given forward gradient is of size ${showSizes(other)}.`,
      );
  });
  let tree: Tree | null = null;
  let beside: unknown;
  const flat = (...leaves: Tensor[]): Tensor[] => {
    const [returned, aux] = parted(
      where,
      withinTransform(leaves, () => func(...inputs.rebuild(leaves)) as unknown),
      has_aux,
    );
    beside = shownAux(aux, (t) => t.detach());
    tree = outputsOf(where, returned);
    return tree.leaves;
  };
  const both = goingForward(() => product(flat, inputs.leaves, directions.leaves, { create_graph: true, cutsOwn: true }));
  const [outputs, products] = both.map((leaves) => tree!.rebuild(leaves));
  return has_aux ? [outputs, products, beside] : [outputs, products];
}

/**
 * Returns [outputs, a function that multiplies the Jacobian at these primals with tangents]. PyTorch's function evaluates
 * `func` only once.
 */
export function linearize(func: AnyFunction, ...primals: any[]): [outputs: any, jvp_fn: (...tangents: any[]) => any] {
  const multiply = (...tangents: unknown[]): unknown => (jvp(func, primals, tangents) as [unknown, unknown])[1];
  return [func(...primals), multiply];
}

/** Returns a function that computes the Jacobian by one argument (or several): for each output, its derivatives by each input. */
export function jacrev<F extends AnyFunction, N extends number = 0>(func: F, options?: One<N>): (...args: Given<F>) => Slope<F, N>;
export function jacrev(func: AnyFunction, options?: Argnums | JacobianOptions): AnyFunction;
export function jacrev(func: AnyFunction, options: Argnums | JacobianOptions = 0): AnyFunction {
  const { argnums = 0, has_aux = false, chunk_size = null } = optionsOf<JacobianOptions>(options);
  if (chunk_size !== null && !(chunk_size > 0)) throw new ValueError('jacrev: `chunk_size` should be greater than 0.');
  return (...given) => {
    const numbers = numbersOf(argnums, given.length);
    const forest = forestOf(
      numbers.map((n) => given[n]),
      (i) => new RuntimeError(`argument ${numbers[i]} is to be differentiated by, but is no tensor, nor a list or dictionary of tensors`),
    );
    let tree: Tree | null = null;
    let beside: unknown;
    const flat = (...leaves: Tensor[]): Tensor[] => {
      const within = forest.rebuild(leaves);
      const args = given.map((a, i) => (numbers.includes(i) ? within[numbers.indexOf(i)] : a));
      const returned = withinTransform(leaves, () => func(...args) as unknown);
      const [value, aux] = parted('vjp(f, *primals)', returned, has_aux);
      beside = shownAux(aux, (t) => t.detach());
      tree = outputsOf('vjp(f, *primals)', value);
      return tree.leaves;
    };
    const rows = jacobian(flat, forest.leaves, { create_graph: isGradEnabled(), cutsOwn: true });
    const found = tree!.rebuild(rows.map((row) => like(argnums, forest.rebuild(row))));
    return has_aux ? [found, beside] : found;
  };
}

/** As `jacrev`: the same numbers. */
export function jacfwd<F extends AnyFunction, N extends number = 0>(func: F, options?: One<N>): (...args: Given<F>) => Slope<F, N>;
export function jacfwd(func: AnyFunction, options?: Argnums | JacobianOptions): AnyFunction;
export function jacfwd(func: AnyFunction, options: Argnums | JacobianOptions = 0): AnyFunction {
  const reverse = jacrev(func, options);
  return (...args) => {
    checkRandomness(optionsOf<JacobianOptions>(options).randomness ?? 'error');
    return goingForward(() => reverse(...args) as unknown);
  };
}

/** Returns a function that computes the Hessian by one argument (or several). */
export const hessian = (func: AnyFunction, options: Argnums | GradOptions = 0): AnyFunction => jacrev(jacrev(func, options), options);
