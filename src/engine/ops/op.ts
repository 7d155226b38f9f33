import { savedClass, type Saved, type SavedBase } from '../autograd/saved.js';
import type { DType } from '../dtype.js';
import type { Tensor } from '../tensor.js';
import { parseSignature, type Signature } from './signature.js';

/** The gradient of one argument: from the gradient of the (first) output and what was saved. */
export type BackwardFormula = (grad: Tensor, saved: Saved) => Tensor | null | (Tensor | null)[];

/**
 * An operation, whole: everything that is known of it stands in its entry. What every operation
 * needs (reading the call, recording, reducing gradients to the size of a broadcast input,
 * `out=`, in-place variants, tracing) is done by `execute.ts`.
 */
export interface OpSpec {
  /** PyTorch's name, arguments and defaults; see signature.ts. */
  signature: string;
  /** One sentence (or two), the first line of its documentation. */
  doc: string;
  /** As a person writes it: `out = input · other`. */
  formula: string;
  /** The gradients as a person writes them: `input: g · other`. Absent: not differentiable, or composed. */
  gradient?: string;
  /** PyTorch's name of the backward function; by default `MulBackward0` for `mul`. */
  gradFn?: string;
  /** `function`: torch.f(x); `method`: x.f(); `inplace`: x.f_() and, for composed activations, F.f(x, { inplace: true }). */
  variants?: readonly Variant[];
  /** Computes the outputs with kernels. Arguments in the order of the signature, without `out`. */
  forward?(...args: never[]): Tensor | Tensor[];
  /** Instead of `forward`: made of other operations, which record themselves. */
  compose?(...args: never[]): unknown;
  /** A formula for each differentiable argument, itself made of differentiable operations. */
  backward?: Readonly<Record<string, BackwardFormula>>;
  /** How many of the outputs (the first ones) gradients can come from; by default all that are floating. */
  differentiableOutputs?: number;
  /** What PyTorch says when the result cannot be stored in place, where it has words of its own. */
  refusal?(from: DType, to: DType): string;
  /** The output is another look at the input's elements. */
  view?: boolean;
  /** Made from no tensor; a leaf of the graph. */
  creation?: boolean;
  /** What the graph calls it, where that is not its own name: what a person wrote, like `reshape`. */
  shown?: string;
  /** For other operations only: users are not shown it. By default what has PyTorch's inner names. */
  internal?: boolean;
  /** Draws random numbers: gradient checks must seed. */
  random?: boolean;
}

export type Variant = 'function' | 'method' | 'inplace';

export interface Op extends OpSpec {
  /** `mul`, `nn.functional.relu` */
  name: string;
  /** `mul`, `relu` */
  shortName: string;
  parsed: Signature;
  gradFnName: string;
  variants: readonly Variant[];
  internal: boolean;
  shown: string;
  /** Where `out` stands among the parameters, or -1. */
  outIndex: number;
  /** For each differentiable argument, its place among the parameters. */
  differentiable: readonly { name: string; index: number; formula: BackwardFormula }[];
  /** Names of the tensor arguments, by which of the parameters are tensors; see `report` in execute.ts. */
  layouts: Map<number, readonly string[]>;
  /** Keeps arguments and results for the backward formulas. */
  saved: new (values: readonly unknown[]) => SavedBase;
}

const camel = (name: string): string =>
  name
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/** Makes an entry. @throws Error when the entry contradicts itself */
export function op(spec: OpSpec): Op {
  const parsed = parseSignature(spec.signature);
  const names = parsed.parameters.map((p) => p.name);
  const shortName = parsed.name.slice(parsed.name.lastIndexOf('.') + 1);
  if (Boolean(spec.forward) === Boolean(spec.compose)) throw new Error(`${parsed.name}: an op has either forward or compose`);
  const differentiable = Object.entries(spec.backward ?? {}).map(([name, formula]) => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`${parsed.name}: backward of '${name}', which is no argument`);
    return { name, index, formula };
  });
  const method = names[0] === 'input' && parsed.parameters[0].types.includes('Tensor') && !parsed.name.includes('.');
  return {
    ...spec,
    name: parsed.name,
    shortName,
    parsed,
    gradFnName: spec.gradFn ?? `${camel(shortName)}Backward0`,
    shown: spec.shown ?? shortName.replace(/^_?(native_)?|_with_indices$/g, ''),
    internal: spec.internal ?? (spec.variants?.length === 0 || /^_|_backward$/.test(shortName)),
    variants: spec.variants ?? (method ? ['function', 'method'] : ['function']),
    outIndex: names.indexOf('out'),
    differentiable,
    layouts: new Map(),
    saved: savedClass(names),
  };
}
