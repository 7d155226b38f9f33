import { savedClass, type Saved, type SavedBase, type SavedResults } from '../autograd/saved.js';
import type { DType } from '../dtype.js';
import type { Tensor } from '../tensor/tensor.js';
import type { Kind } from './kind.js';
import type { Lacks } from './lacks.js';
import { parseSignature, type Signature } from './signature.js';
import type { ArgumentName, ArgumentsOf, TensorArgument } from './signatureTypes.js';

/** Computes the gradient of one argument from the gradient of the (first) output and the saved values. */
export type BackwardFormula<S extends string> = (grad: Tensor, saved: Saved<S>) => Tensor | null | (Tensor | null)[];

/**
 * A formula for each differentiable argument. (This is a conditional type because the compiler looks into one while it
 * still infers `S`.)
 */
export type BackwardFormulas<S extends string> = [S] extends [string]
  ? { readonly [Argument in TensorArgument<S>]?: BackwardFormula<S> }
  : never;

/**
 * A complete operation: everything known about it is in its entry. The work that every operation needs (reading the
 * call, recording, reducing gradients to the size of a broadcast input, `out=`, in-place variants, tracing) is in
 * `execute.ts`.
 */
export interface OpSpec<S extends string> extends OpBody<S> {
  /**
   * PyTorch's name, arguments and defaults; see signature.ts. The compiler reads the types of all functions from this
   * text.
   */
  signature: S;
}

/** An entry without its signature. */
export interface OpBody<S extends string> extends Said<ArgumentName<S>> {
  /** Computes the outputs with kernels. The arguments are in the order of the signature, without `out`. */
  forward?: (...args: ArgumentsOf<S>) => Tensor | Tensor[];
  /** In place of `forward`: calls other operations, which record themselves. */
  compose?: (...args: ArgumentsOf<S>) => unknown;
  /** A formula for each differentiable argument, built from differentiable operations. */
  backward?: BackwardFormulas<S>;
  /** The terms whose sum is an entry of the (first) result; by default the kind decides: see terms.ts. */
  terms?: Terms<S>;
}

/** An entry whose signature the compiler does not know, because a family builds the text. */
export interface FamilySpec extends Said<string> {
  signature: string;
  forward?: (...args: unknown[]) => Tensor | Tensor[];
  compose?: (...args: unknown[]) => unknown;
  backward?: Readonly<Record<string, Formula>>;
  terms?: LinearTerms<string> | PartTerms | PlaceTerms<string>;
}

/** The facts of an entry besides its functions. */
interface Said<Argument extends string> {
  /** The kind of the operation, with its facts: see kind.ts. */
  kind: Kind<Argument>;
  /** One sentence (or two): the first line of its documentation. */
  doc: string;
  /** The formula in mathematical notation: `out = input · other`. */
  formula: string;
  /** The gradients in mathematical notation: `input: g · other`. Absent: not differentiable, or composed. */
  gradient?: string;
  /**
   * True: the backward formulas follow PyTorch's convention for complex numbers. Absent: they are the formulas for real
   * numbers, g · f′; for a complex g, the engine conjugates g before and the result after, which gives g · conj(f′).
   */
  conjugates?: boolean;
  /** PyTorch's name of the backward function; by default `MulBackward0` for `mul`. */
  gradFn?: string;
  /**
   * The name of the backward function for a call with these arguments, where PyTorch has one for numbers and one for
   * tensors.
   */
  gradFnOf?(values: readonly unknown[]): string;
  /**
   * `function`: torch.f(x); `method`: x.f(); `inplace`: x.f_() and, for composed activations, F.f(x, { inplace: true
   * }); `inplaceFunction`: torch.f_(x), which few operations have.
   */
  variants?: readonly Variant[];
  /** Arguments that may not require grad, with PyTorch's name of the function in the error. */
  constants?: Readonly<Record<string, string>>;
  /**
   * Arguments that PyTorch saves for backward, although the formulas here do not read them: the backward refuses them
   * when they were changed in place.
   */
  keeps?: readonly (Argument | 'result')[];
  /**
   * True: PyTorch turns a number among the operands into a tensor and saves it, so a second walk through the graph
   * fails.
   */
  keepsNumbers?: boolean;
  /**
   * True: the in-place variant may write to a view whose elements overlap, as `fill_` and operations that fill by a
   * mask or an index.
   */
  writesOverlaps?: boolean;
  /** Whether it computes in the dtype of `out` where none is asked for. */
  computesInOut?: boolean;
  /** PyTorch's name of the backward function of the in-place variant, if it differs. */
  gradFnInPlace?: string;
  /** The number of outputs (the first ones) that have gradients; by default all floating ones. */
  differentiableOutputs?: number;
  /**
   * True: autograd does not know the operation. Its in-place variant may change a leaf that requires grad, and keeps
   * the history of the tensor.
   */
  isForeign?: boolean;
  /** PyTorch's message when the result cannot be stored in place, if it differs from the usual one. */
  refusal?(from: DType, to: DType): string;
  /**
   * PyTorch's message for an `out` (or a tensor changed in place) with another dtype than the result; null when PyTorch
   * converts. `name`: which of several results it is.
   */
  wrongOut?(result: DType, out: DType, name: string): string | null;
  /** The name in the graph, if it is not the operation's own name: the name that a program uses, such as `reshape`. */
  shown?: string;
  /** For what makes tensors: PyTorch's name of the kernel that fills them, which it lacks for sparse layouts. */
  filledBy?: string;
  /** True: the operation reads sparse tensors itself. For others, see ops/sparse/rules.ts. */
  readsSparse?: boolean;
  /** True: results with more than three dims have channels last in memory when the first argument has. */
  keepsChannels?: boolean;
  /** The dtypes (of the first tensor) for which PyTorch has no kernel, with the name of the kernel: see lacks.ts. */
  lacks?: Lacks;
  /**
   * For 16-bit numbers, PyTorch computes in float32 and rounds once at the end (`all`), or does so for the gradient
   * only: see halves.ts.
   */
  roundsOnce?: 'all' | 'gradient';
  /**
   * The dtype in which `torch.autocast` computes, by PyTorch's lists for the CPU: the requested 16 bits, float32
   * because fewer bits would lose too much, or the widest dtype of the arguments (`promote`). Absent: that of the
   * arguments.
   */
  autocast?: 'half' | 'float32' | 'promote';
  /** True: one of the two operands must be a tensor; the other may be a number. */
  needsTensor?: boolean;
  /** The size of the result depends on the numbers of the input: PyTorch's name of the operation, or its sentence, where `vmap` refuses. */
  sizedBy?: string;
  /** For a random operation: true for arguments with which it draws no numbers. */
  drawsNothing?(values: readonly unknown[]): boolean;
  /** True: only other operations call it, and users do not see it. Default: true for PyTorch's internal names. */
  internal?: boolean;
}

/** The type of a backward formula for the code that runs all formulas. */
export type Formula = (grad: Tensor, saved: SavedResults<string>) => Tensor | null | (Tensor | null)[];

export type Variant = 'function' | 'method' | 'inplace' | 'inplaceFunction';
export const everywhere: readonly Variant[] = ['function', 'method', 'inplace', 'inplaceFunction'];

/**
 * An entry of the result is a sum of entries of these arguments, each multiplied by its slope. `by` names the argument
 * that holds the slopes, such as the weights of a product.
 */
export interface LinearTerms<Argument extends string> {
  readonly sum: readonly Argument[];
  readonly by?: readonly Argument[];
  /** True: a number of the call may be added, or stand alone: a fill value, or the end of a range. */
  readonly number?: true;
}

/**
 * An entry of the result belongs to the entry of this argument at the same place; the other arguments are only
 * searched.
 */
export interface PlaceTerms<Argument extends string> {
  readonly place: Argument;
}

/**
 * For each entry of these arguments, the part that it adds to the entry of the result that `picked` marks with 1 (all
 * others are 0). `back`: the gradient of an argument, separately for each way. It exists where the gradients of the
 * ways are rounded before they nearly cancel.
 */
export interface PartTerms {
  readonly parts: Readonly<Record<string, Formula>>;
  readonly back?: Readonly<Record<string, Readonly<Record<Way, Formula>>>>;
}

/** The way of an entry into a standardized one: directly, through the mean, or through the deviation. */
export type Way = 'itself' | 'mean' | 'deviation';

type TermFormula<S extends string> = (picked: Tensor, saved: Saved<S>) => Tensor;

export type Terms<S extends string> = [S] extends [string]
  ? | LinearTerms<ArgumentName<S>>
    | PlaceTerms<ArgumentName<S>>
    | {
        readonly parts: { readonly [Argument in TensorArgument<S>]?: TermFormula<S> };
        readonly back?: { readonly [Argument in TensorArgument<S>]?: Readonly<Record<Way, TermFormula<S>>> };
      }
  : never;

/**
 * The type of an entry for the code that runs all operations: only the entry's own functions know the types of its
 * arguments.
 */
export interface Op extends Omit<FamilySpec, 'backward' | 'constants'> {
  /** `mul`, `nn.functional.relu` */
  name: string;
  /** `mul`, `relu` */
  shortName: string;
  parsed: Signature;
  gradFnName: string;
  variants: readonly Variant[];
  internal: boolean;
  shown: string;
  /** True: its outputs are views of its first argument, and autograd tracks in-place changes through them. */
  isView: boolean;
  /** The index of `out` among the parameters, or -1. */
  outIndex: number;
  /** For each differentiable argument, its index among the parameters. */
  differentiable: readonly { name: string; index: number; formula: Formula }[];
  /** For each argument that may not require grad, its index, and the error message. */
  constants: readonly { index: number; refusal: string }[];
  /** The names of the tensor arguments, by the bits of the parameters that got tensors; see `report` in execute.ts. */
  layouts: Map<number, readonly string[]>;
  /** The class that saves arguments and results for the backward formulas. */
  saved: new (values: readonly unknown[]) => SavedBase;
}

const camel = (name: string): string =>
  name
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/** Makes an entry. @throws Error when the entry contradicts itself */
export const op = <const S extends string>(spec: OpSpec<S>): Op => familyOp(spec as unknown as FamilySpec);

/** Makes an entry of a family. Use `op` where the signature is a literal: `op` knows the types of the arguments. */
export function familyOp({ backward = {}, ...spec }: FamilySpec): Op {
  const parsed = parseSignature(spec.signature);
  const names = parsed.parameters.map((p) => p.name);
  const shortName = parsed.name.slice(parsed.name.lastIndexOf('.') + 1);
  if (Boolean(spec.forward) === Boolean(spec.compose)) throw new Error(`${parsed.name}: an op has either forward or compose`);
  const differentiable = Object.entries(backward).map(([name, formula]) => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`${parsed.name}: backward of '${name}', which is no argument`);
    return { name, index, formula };
  });
  const constants = Object.entries(spec.constants ?? {}).map(([name, aten]) => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`${parsed.name}: '${name}' may not require grad, and is no argument`);
    const refusal = `The function '${aten}' is not differentiable with respect to argument '${name}'. This input cannot have requires_grad True.`;
    return { index, refusal };
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
    isView: spec.kind.is === 'view' && !spec.kind.untied,
    outIndex: names.indexOf('out'),
    differentiable,
    constants,
    layouts: new Map(),
    saved: savedClass(names),
  };
}
