/** `torch.vmap`: turns a function of one sample into a function of many samples. */
import { RuntimeError, ValueError } from '../errors.js';
import { Mapping, mapping, mappedBy, type Randomness } from '../mapping.js';
import { stack } from '../generated/torch.js';
import { isPlainObject, pythonType } from '../ops/signature.js';
import { defaultGenerator } from '../random/generator.js';
import { gradFnOf } from '../tensor/state.js';
import { Tensor } from '../tensor/tensor.js';
import { structureOf } from './structure.js';

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- functions of anything, of which some arguments are tensors */
type AnyFunction = (...args: any[]) => any;

/** The dim along which samples lie; null for a value that all samples share. Dims are nested like the arguments (or results). */
export type Dims = number | null | readonly Dims[] | { readonly [name: string]: Dims };

export interface VmapOptions {
  /** The dim of each argument along which the samples lie. Default: 0 */
  in_dims?: Dims;
  /** The dim of each result along which the samples will lie. Default: 0 */
  out_dims?: Dims;
  /** What random operations do: throw an error, draw the same numbers for each sample, or draw different ones. Default: 'error' */
  randomness?: Randomness;
  /** The number of samples that PyTorch computes at once; here it changes nothing. Default: null */
  chunk_size?: number | null;
}

/**
 * Returns a function that runs `func` for each sample of its arguments and stacks the results, as `torch.vmap`. It runs one
 * sample after another, where PyTorch computes all at once. The results are the same, the time is that of a loop, and the graph
 * shows each sample.
 * @throws ValueError for dims that arguments or results do not have, RuntimeError when a program reads the number of a tensor
 * that differs from sample to sample
 */
export function vmap<F extends AnyFunction>(
  func: F,
  in_dims?: Dims | VmapOptions,
  out_dims?: Dims | VmapOptions,
  randomness?: Randomness | VmapOptions,
  options?: VmapOptions,
  /* eslint-disable-next-line @typescript-eslint/no-explicit-any -- the samples of what the function takes */
): (...args: any[]) => ReturnType<F> {
  const given: VmapOptions = { in_dims: 0, out_dims: 0, randomness: 'error', chunk_size: null };
  const positional = { in_dims, out_dims, randomness };
  for (const [name, value] of Object.entries(positional)) {
    if (isOptions(value)) Object.assign(given, value);
    else if (value !== undefined) Object.assign(given, { [name]: value });
  }
  Object.assign(given, options);
  if (given.chunk_size !== null && given.chunk_size !== undefined && !(given.chunk_size > 0))
    throw new ValueError(`vmap: chunk_size should be None or greater than 0. (got ${given.chunk_size})`);
  checkRandomness(given.randomness);
  return (...args) => each(func, args, given as Required<VmapOptions>) as ReturnType<F>;
}

/** @throws RuntimeError for a word that means nothing */
export function checkRandomness(given: unknown): void {
  if (!/^(error|same|different)$/.test(String(given)))
    throw new RuntimeError(`Only allowed values for randomness are 'error', 'different', or 'same'. Got ${String(given)}`);
}

/** Whether a value is options. Options by name may stand in the place of dims, which may be nested by name, too. */
const isOptions = (value: unknown): value is VmapOptions =>
  isPlainObject(value) && Object.keys(value).every((key) => /^(in_dims|out_dims|randomness|chunk_size)$/.test(key));

const shownDims = (dims: Dims): string =>
  Array.isArray(dims) ? `(${dims.map(shownDims).join(', ')})` : dims === null ? 'None' : String(dims);

/** The value of one argument for each sample. */
type Samples = (i: number) => unknown;

function each(func: AnyFunction, args: readonly unknown[], { in_dims, out_dims, randomness }: Required<VmapOptions>): unknown {
  const name = func.name || '<lambda>';
  const where = `vmap(${name}, in_dims=${shownDims(in_dims)}, ...)(<inputs>)`;
  if (typeof in_dims !== 'number' && !Array.isArray(in_dims))
    throw new ValueError(
      `${where}: expected \`in_dims\` to be int or a (potentially nested) tuple matching the structure of inputs, got: <class '${pythonType(in_dims)}'>.`,
    );
  if (args.length === 0)
    throw new ValueError(
      `vmap(${name})(<inputs>): got no inputs. Maybe you forgot to add inputs, or you are trying to vmap over a function with no inputs. The latter is unsupported.`,
    );
  const mapped: (readonly Tensor[])[] = [];
  const samples = samplesOf(args, in_dims, where, mapped);
  const counts = mapped.map(({ length }) => length);
  const [count] = counts;
  if (count === undefined) throw new ValueError('vmap: Expected at least one Tensor to vmap over');
  if (counts.some((one) => one !== count))
    throw new ValueError(
      `vmap: Expected all tensors to have the same size in the mapped dimension, got sizes [${counts.join(', ')}] for the mapped dimension`,
    );
  const state = randomness === 'same' ? defaultGenerator.get_state() : null;
  const outer = mapping();
  const results: unknown[] = [];
  const marks: Mapping[] = [];
  for (let i = 0; i < count; i++) {
    if (state) defaultGenerator.set_state(state);
    const own = new Mapping(outer, randomness, count);
    marks.push(own);
    for (const slices of mapped) own.add(slices[i]);
    results.push(mappedBy(own, () => func(...(samples(i) as unknown[])) as unknown));
  }
  return stacked(results, out_dims, marks, name);
}

/** Splits an argument into samples. @param mapped gets the slices of each tensor that is split */
function samplesOf(value: unknown, dims: Dims, where: string, mapped: (readonly Tensor[])[]): Samples {
  const parts = Array.isArray(value) ? (value as unknown[]) : isPlainObject(value) ? Object.values(value) : null;
  if (parts) {
    const each = dimsWithin(value, dims);
    if (!each)
      throw new ValueError(
        `${where}: in_dims is not compatible with the structure of \`inputs\`. in_dims has structure ${structureOf(dims)} but inputs has structure ${structureOf(value)}.`,
      );
    const inner = parts.map((part, i) => samplesOf(part, each[i], where, mapped));
    if (Array.isArray(value)) return (i) => inner.map((one) => one(i));
    const names = Object.keys(value as object);
    return (i) => Object.fromEntries(inner.map((one, k) => [names[k], one(i)]));
  }
  if (dims === null) return () => value;
  if (typeof dims !== 'number')
    throw new ValueError(`${where}: Got in_dim=${shownDims(dims)} for an input but in_dim must be either an integer dimension or None.`);
  if (!(value instanceof Tensor))
    throw new ValueError(
      `${where}: Got in_dim=${dims} for an input but the input is of type <class '${pythonType(value)}'>. We cannot vmap over non-Tensor arguments, please use None as the respective in_dim`,
    );
  const rank = value.sizes.length;
  if (dims < -rank || dims >= rank)
    throw new ValueError(
      `${where}: Got in_dim=${dims} for some input, but that input is a Tensor of dimensionality ${rank} so expected in_dim to satisfy -${rank} <= in_dim < ${rank}.`,
    );
  const slices = value.unbind(dims);
  mapped.push(slices);
  return (i) => slices[i];
}

/** The dims of the parts of a list or dictionary; null when they do not fit. */
function dimsWithin(value: unknown, dims: Dims): readonly Dims[] | null {
  const names = Object.keys(value as object);
  if (dims === null || typeof dims === 'number') return names.map(() => dims);
  if (Array.isArray(value)) return Array.isArray(dims) && dims.length === names.length ? (dims as readonly Dims[]) : null;
  if (Array.isArray(dims)) return null;
  const found = names.map((name) => (dims as Record<string, Dims>)[name]);
  return found.some((one) => one === undefined) ? null : found;
}

/** Stacks the results of all samples; the nesting stays. */
function stacked(results: readonly unknown[], dims: Dims, marks: readonly Mapping[], name: string): unknown {
  const [first] = results;
  const isList = Array.isArray(first);
  if (isList || isPlainObject(first)) {
    const each = dimsWithin(first, dims);
    if (!each)
      throw new ValueError(
        `vmap(${name}, ..., out_dims=${shownDims(dims)})(<inputs>): out_dims is not compatible with the structure of \`outputs\`. out_dims has structure ${structureOf(dims)} but outputs has structure ${structureOf(first)}.`,
      );
    const keys = Object.keys(first);
    const parts = keys.map((key, k) =>
      stacked(
        results.map((one) => (one as Record<string, unknown>)[key]),
        each[k],
        marks,
        name,
      ),
    );
    return isList ? parts : Object.fromEntries(parts.map((part, k) => [keys[k], part]));
  }
  if (Array.isArray(dims) && dims.length === 1) dims = dims[0] as Dims;
  if (dims === null) {
    if (first instanceof Tensor && marks[0].has(first))
      throw new ValueError(`vmap(${name}, ...): \`${name}\` can not return a BatchedTensor when out_dim is None`);
    return first;
  }
  if (!(first instanceof Tensor))
    throw new ValueError(
      `vmap(${name}, ...): \`${name}\` must only return Tensors, got type <class '${pythonType(first)}'>. Did you mean to set out_dims= to None for output?`,
    );
  return asOne(stack(results as Tensor[], dims as number), first, dims as number);
}

/** PyTorch computes all samples at once: the function of the result is the last one of a sample, or what moves its dim. */
function asOne(result: Tensor, sample: Tensor, dim: number): Tensor {
  const fn = gradFnOf(result);
  if (!fn) return result;
  const name = dim === 0 ? (gradFnOf(sample)?.name() ?? 'ExpandBackward0') : 'PermuteBackward0';
  fn.name = () => name;
  return result;
}
