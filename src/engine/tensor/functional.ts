import { RuntimeError, TypeError_, ValueError } from '../errors.js';
import { listOf as listOfLength } from '../memory.js';
import { mapping, unmapped } from '../mapping.js';
import { observer } from './observe.js';
import type { Tensor } from './tensor.js';
import { rootEdges, startingGradients, walk } from './backward.js';
import { requiresGrad } from './state.js';

export interface BackwardOptions {
  gradient?: Tensor | null;
  retain_graph?: boolean | null;
  create_graph?: boolean;
  /** Only these leaves get a gradient in `.grad`. */
  inputs?: Tensor | readonly Tensor[] | null;
}

const listOf = <T>(value: T | readonly T[] | null | undefined): T[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? [...(value as readonly T[])] : [value as T];

/** True when named arguments are given in the place of gradients. */
const isNamed = (given: unknown): boolean => given !== null && typeof given === 'object' && !Array.isArray(given) && !('storage' in given);

/**
 * Adds the gradients of `tensors` to the `.grad` of the leaves, as `torch.autograd.backward`.
 * @throws RuntimeError when a tensor has no history, or is no scalar and has no gradient given
 */
export function backward(
  tensors: Tensor | readonly Tensor[],
  gradients?: Tensor | readonly (Tensor | null)[] | null,
  options: Omit<BackwardOptions, 'gradient'> = {},
): void {
  // Arguments by name: `backward(loss, { retain_graph: true })`.
  const isOptions = isNamed(gradients);
  if (isOptions) options = gradients as typeof options;
  const roots = listOf<Tensor>(tensors);
  const createGraph = options.create_graph ?? false;
  const inputs = options.inputs ? listOf<Tensor>(options.inputs) : null;
  if (inputs?.length === 0) throw new RuntimeError("'inputs' argument to backward cannot be empty.");
  const watching = observer();
  watching?.backwardStart?.(roots);
  const given = startingGradients(roots, isOptions ? [] : listOf<Tensor | null>(gradients));
  const retainGraph = options.retain_graph ?? createGraph;
  unmapped(() => walk(rootEdges(roots), given, { createGraph, retainGraph, inputs, accumulate: true }));
  watching?.backwardEnd?.(roots);
}

export interface GradOptions {
  grad_outputs?: Tensor | readonly (Tensor | null)[] | null;
  retain_graph?: boolean | null;
  create_graph?: boolean;
  /** PyTorch accepts it and ignores it. */
  only_inputs?: boolean;
  allow_unused?: boolean;
  /** Gives zeros, not null, for an input that the outputs do not depend on. */
  materialize_grads?: boolean;
  /** Whether the first dim of each of `grad_outputs` counts several of them; that of each gradient then does too. Default: false */
  is_grads_batched?: boolean;
}

/** The type of the result: one gradient for each of `inputs`; for one tensor, a list of one. */
type Gradients<Inputs, Options> = Inputs extends readonly Tensor[]
  ? { -readonly [K in keyof Inputs]: Gradient<Options> }
  : [Gradient<Options>];
type Gradient<Options> = Options extends { allow_unused: true } ? Tensor | null : Tensor;

/**
 * The gradients of `outputs` with respect to `inputs`, as `torch.autograd.grad`; `.grad` stays as it is.
 * @returns a gradient for each input; with `allow_unused`, null for an input that no output depends on
 */
export function grad<const Inputs extends Tensor | readonly Tensor[], const Options extends GradOptions>(
  outputs: Tensor | readonly Tensor[],
  inputs: Inputs,
  grad_outputs: Tensor | readonly (Tensor | null)[] | null,
  options?: Options,
): Gradients<Inputs, Options>;
export function grad<const Inputs extends Tensor | readonly Tensor[], const Options extends GradOptions>(
  outputs: Tensor | readonly Tensor[],
  inputs: Inputs,
  options?: Options,
): Gradients<Inputs, Options>;
export function grad<const Inputs extends Tensor | readonly Tensor[], const Options extends GradOptions>(
  named: { outputs: Tensor | readonly Tensor[]; inputs: Inputs } & Options,
): Gradients<Inputs, Options>;
export function grad(
  outputs: Tensor | readonly Tensor[] | NamedGrad,
  inputs?: Tensor | readonly Tensor[] | GradOptions,
  gradOutputs?: Tensor | readonly (Tensor | null)[] | GradOptions | null,
  options: GradOptions = {},
): unknown {
  if (isNamed(outputs)) {
    const { outputs: of, inputs: by, ...others } = outputs as NamedGrad;
    return gradients(of, by, others);
  }
  if (isNamed(inputs)) {
    const { inputs: by, ...others } = inputs as Omit<NamedGrad, 'outputs'>;
    return gradients(outputs as Tensor, by, others);
  }
  return gradients(outputs as Tensor, inputs as Tensor, gradOutputs, options);
}

/** All arguments of a call by name, as `grad({ outputs: d, inputs: x, create_graph: true })`. */
interface NamedGrad extends GradOptions {
  outputs: Tensor | readonly Tensor[];
  inputs: Tensor | readonly Tensor[];
}

function gradients(
  outputs: Tensor | readonly Tensor[],
  inputs: Tensor | readonly Tensor[],
  gradOutputs?: Tensor | readonly (Tensor | null)[] | GradOptions | null,
  options: GradOptions = {},
): unknown {
  for (const [name, value] of Object.entries({ outputs, inputs }))
    if (value === undefined) throw new TypeError_(`grad() missing 1 required positional argument: '${name}'`);
  const isOptions = isNamed(gradOutputs);
  const settings = isOptions ? (gradOutputs as GradOptions) : options;
  const roots = listOf<Tensor>(outputs);
  const wanted = listOf<Tensor>(inputs);
  const createGraph = settings.create_graph ?? false;
  const given = listOf<Tensor | null>(isOptions ? settings.grad_outputs : ((gradOutputs as Tensor | null) ?? settings.grad_outputs));
  if (settings.is_grads_batched) return batched(roots, wanted, given, settings);
  const starting = startingGradients(roots, given);
  for (const t of wanted) {
    if (!requiresGrad(t)) throw new RuntimeError('One of the differentiated Tensors does not require grad');
  }
  const retainGraph = settings.retain_graph ?? createGraph;
  const results = unmapped(() => walk(rootEdges(roots), starting, { createGraph, retainGraph, inputs: wanted, accumulate: false }));
  const mapped = mapping();
  if (mapped) for (const t of results) if (t) mapped.add(t);
  const unused = results.indexOf(null);
  if (settings.materialize_grads) {
    if (settings.allow_unused === false)
      throw new ValueError('Expected allow_unused to be True or not passed when materialize_grads=True, but got: allow_unused=False.');
    return results.map((result, i) => result ?? wanted[i].new_zeros(wanted[i].sizes));
  }
  if (!settings.allow_unused && unused >= 0) {
    throw new RuntimeError(
      `The differentiated Tensor at index ${unused} appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.`,
    );
  }
  return results;
}

/** The gradients for each of several `grad_outputs`, one after the other. */
function batched(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  given: readonly (Tensor | null)[],
  settings: GradOptions,
): (Tensor | null)[] {
  const count = given.find((g) => g !== null)?.sizes[0] ?? 0;
  const rows = listOfLength(count, (i) => {
    const grad_outputs = given.map((g) => g && g.select(0, i));
    const retain_graph = i < count - 1 || settings.retain_graph;
    return gradients(outputs, inputs, { ...settings, is_grads_batched: false, grad_outputs, retain_graph }) as (Tensor | null)[];
  });
  return inputs.map((input, k) => {
    if (rows.some((row) => row[k] === null)) return null;
    const together = input.detach().new_empty([count, ...input.sizes]);
    rows.forEach((row, i) => together.select(0, i).copy_(row[k]!));
    return together;
  });
}
