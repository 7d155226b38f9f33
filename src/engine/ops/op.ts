import { savedClass, type Saved, type SavedBase, type SavedResults } from '../autograd/saved.js';
import type { DType } from '../dtype.js';
import type { Tensor } from '../tensor/tensor.js';
import type { Kind } from './kind.js';
import type { Lacks } from './lacks.js';
import { parseSignature, type Signature } from './signature.js';
import type { ArgumentName, ArgumentsOf, TensorArgument } from './signatureTypes.js';

/** The gradient of one argument: from the gradient of the (first) output and what was saved. */
export type BackwardFormula<S extends string> = (grad: Tensor, saved: Saved<S>) => Tensor | null | (Tensor | null)[];

/** Of each differentiable argument. (A conditional type, for the compiler looks into one while it still infers `S`.) */
export type BackwardFormulas<S extends string> = [S] extends [string]
  ? { readonly [Argument in TensorArgument<S>]?: BackwardFormula<S> }
  : never;

/**
 * An operation, whole: everything that is known of it stands in its entry. What every operation
 * needs (reading the call, recording, reducing gradients to the size of a broadcast input,
 * `out=`, in-place variants, tracing) is done by `execute.ts`.
 */
export interface OpSpec<S extends string> extends OpBody<S> {
  /** PyTorch's name, arguments and defaults; see signature.ts. The types of all functions are read from its text. */
  signature: S;
}

/** All of an entry but its signature. */
export interface OpBody<S extends string> extends Said<ArgumentName<S>> {
  /** Computes the outputs with kernels. Arguments in the order of the signature, without `out`. */
  forward?: (...args: ArgumentsOf<S>) => Tensor | Tensor[];
  /** Instead of `forward`: made of other operations, which record themselves. */
  compose?: (...args: ArgumentsOf<S>) => unknown;
  /** A formula for each differentiable argument, itself made of differentiable operations. */
  backward?: BackwardFormulas<S>;
  /** What adds up to an entry of the (first) result; by default what its kind says: see terms.ts. */
  terms?: Terms<S>;
}

/** An entry whose signature the compiler does not know, because a family puts its text together. */
export interface FamilySpec extends Said<string> {
  signature: string;
  forward?: (...args: unknown[]) => Tensor | Tensor[];
  compose?: (...args: unknown[]) => unknown;
  backward?: Readonly<Record<string, Formula>>;
  terms?: LinearTerms<string> | PartTerms | PlaceTerms<string>;
}

/** What an entry says besides its functions. */
interface Said<Argument extends string> {
  /** What kind of operation it is, and what goes with it: see kind.ts. */
  kind: Kind<Argument>;
  /** One sentence (or two), the first line of its documentation. */
  doc: string;
  /** As a person writes it: `out = input · other`. */
  formula: string;
  /** The gradients as a person writes them: `input: g · other`. Absent: not differentiable, or composed. */
  gradient?: string;
  /**
   * Its backward formulas are written for complex numbers by PyTorch's convention. Without it they are what they are for numbers,
   * g · f′, and what runs them makes of a complex g the conjugate of their result for the conjugate of g: g · conj(f′).
   */
  conjugates?: boolean;
  /** PyTorch's name of the backward function; by default `MulBackward0` for `mul`. */
  gradFn?: string;
  /** Its name for a call with these arguments, where PyTorch has one for numbers and one for tensors. */
  gradFnOf?(values: readonly unknown[]): string;
  /**
   * `function`: torch.f(x); `method`: x.f(); `inplace`: x.f_() and, for composed activations, F.f(x, { inplace: true });
   * `inplaceFunction`: torch.f_(x), which few have.
   */
  variants?: readonly Variant[];
  /** Arguments that may not require grad, and what PyTorch calls the function when it refuses them. */
  constants?: Readonly<Record<string, string>>;
  /** What PyTorch keeps for backward although the formulas here do not read it: changed in place since, it is refused. */
  keeps?: readonly (Argument | 'result')[];
  /** PyTorch makes a tensor of a number among its operands, and keeps it: the second walk through the graph finds it gone. */
  keepsNumbers?: boolean;
  /** Its in-place variant may write to a view whose elements overlap, as `fill_` and what fills by a mask or an index. */
  writesOverlaps?: boolean;
  /** PyTorch's name of the backward function of the in-place variant, where it is another. */
  gradFnInPlace?: string;
  /** How many of the outputs (the first ones) gradients can come from; by default all that are floating. */
  differentiableOutputs?: number;
  /** Autograd does not know it: its in-place variant may change a leaf that requires grad, and leaves its history as it is. */
  isForeign?: boolean;
  /** What PyTorch says when the result cannot be stored in place, where it has words of its own. */
  refusal?(from: DType, to: DType): string;
  /** What PyTorch says of an `out` (or a tensor changed in place) that has another dtype than the result; null where it converts. */
  wrongOut?(result: DType, out: DType): string | null;
  /** What the graph calls it, where that is not its own name: what a person wrote, like `reshape`. */
  shown?: string;
  /** It reads sparse tensors itself; what others do with them says ops/sparse/rules.ts. */
  readsSparse?: boolean;
  /** Its results of more than three dims have channels last in memory where the first argument has them last. */
  keepsChannels?: boolean;
  /** The dtypes that PyTorch has no kernel of it for (those of the first tensor), and what it calls the kernel: see lacks.ts. */
  lacks?: Lacks;
  /** PyTorch computes it of halves in float32 and rounds once in the end, or does so for its gradient only: see halves.ts. */
  roundsOnce?: 'all' | 'gradient';
  /**
   * What `torch.autocast` computes it in, by PyTorch's lists for the CPU: the 16 bits that it was asked for, float32 because fewer
   * would lose too much, or the widest dtype of its arguments (`promote`). Absent: in what it is given.
   */
  autocast?: 'half' | 'float32' | 'promote';
  /** Of two operands that may be numbers one has to be a tensor. */
  needsTensor?: boolean;
  /** For other operations only: users are not shown it. By default what has PyTorch's inner names. */
  internal?: boolean;
}

/** A backward formula as what runs all of them sees it. */
export type Formula = (grad: Tensor, saved: SavedResults<string>) => Tensor | null | (Tensor | null)[];

export type Variant = 'function' | 'method' | 'inplace' | 'inplaceFunction';
export const everywhere: readonly Variant[] = ['function', 'method', 'inplace', 'inplaceFunction'];

/**
 * An entry of the result is the sum of entries of these arguments, each times its slope. `by` names the argument that
 * slopes are entries of, as the weights of a product are.
 */
export interface LinearTerms<Argument extends string> {
  readonly sum: readonly Argument[];
  readonly by?: readonly Argument[];
  /** A number of the call may be added, or stand alone: what is filled in, the end of a range. */
  readonly number?: true;
}

/** An entry of the result is what is found for the entry of this argument at the same place; the other arguments are looked through. */
export interface PlaceTerms<Argument extends string> {
  readonly place: Argument;
}

/**
 * What each entry of these arguments adds to the entry of the result that `picked` marks with 1 (it is 0 elsewhere).
 * `back`: the gradient of an argument, way by way, where what goes these ways is rounded before they nearly cancel.
 */
export interface PartTerms {
  readonly parts: Readonly<Record<string, Formula>>;
  readonly back?: Readonly<Record<string, Readonly<Record<Way, Formula>>>>;
}

/** How an entry reaches a standardized one: by itself, as a part of the mean, or of the deviation. */
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

/** An entry as what runs all operations sees it: the types of its own arguments are known to its functions only. */
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
  /** Its outputs look into the memory of its first argument, and autograd keeps them in step. */
  isView: boolean;
  /** Where `out` stands among the parameters, or -1. */
  outIndex: number;
  /** For each differentiable argument, its place among the parameters. */
  differentiable: readonly { name: string; index: number; formula: Formula }[];
  /** For each argument that may not require grad, its place, and what is said of it. */
  constants: readonly { index: number; refusal: string }[];
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
export const op = <const S extends string>(spec: OpSpec<S>): Op => familyOp(spec as unknown as FamilySpec);

/** Makes an entry of a family. Write `op` where the signature stands there as text: it knows the types of the arguments. */
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
