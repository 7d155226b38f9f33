/**
 * The description of an operation, from its entry in the engine: what it computes, in words and formulas, and its kind.
 */

/** One form of an operation. */
export interface OperationForm {
  /** The signature, with PyTorch's arguments and defaults. */
  signature: string;
  doc: string;
  /** `out = input · other` */
  formula: string;
  /** `input: g · other`; absent when there is no gradient. */
  gradient?: string;
}

export interface OperationDoc extends OperationForm {
  kind: OperationKind;
  /** Other forms that compute something else: `mean(input, dim)` besides `mean(input)`. */
  forms?: readonly OperationForm[];
}

/** The kind of an operation, with its facts. `src/engine/ops/kind.ts` explains each kind and each fact. */
export interface OperationKind {
  readonly is:
    | 'elementwise'
    | 'activation'
    | 'selection'
    | 'placement'
    | 'view'
    | 'copy'
    | 'indexing'
    | 'joining'
    | 'reduction'
    | 'scan'
    | 'order'
    | 'counting'
    | 'product'
    | 'decomposition'
    | 'convolution'
    | 'pooling'
    | 'resampling'
    | 'normalization'
    | 'loss'
    | 'distance'
    | 'random'
    | 'creation';
  readonly computes?:
    | 'sum'
    | 'difference'
    | 'product'
    | 'quotient'
    | 'power'
    | 'negation'
    | 'logarithm'
    | 'comparison'
    | 'mean'
    | 'deviation'
    | 'norm'
    | 'extreme'
    | 'truth'
    | 'count';
  /**
   * True: each element of the result is computed from the elements at the same place of the arguments, which are
   * broadcast to the result.
   */
  readonly each?: boolean;
  /** Arguments that broadcast to the result, if not all do. */
  readonly stretches?: readonly string[];
  /** The argument whose elements the result contains. */
  readonly holds?: string;
  readonly indices?: readonly string[];
  readonly target?: string;
  readonly targets?: 'classes' | 'values';
  readonly sameSizes?: boolean;
  readonly takes?: 'scores' | 'probabilities' | 'log-probabilities';
  readonly gives?: 'scores' | 'probabilities' | 'log-probabilities';
  readonly applies?: 'sigmoid' | 'log_softmax';
  readonly steepest?: number;
  readonly rectifies?: boolean;
  readonly cuts?: boolean;
  readonly untied?: boolean;
  readonly random?: boolean;
  readonly breaks?: readonly Breaking[];
}

/** Where finite numbers give NaN or infinity, or an infinite gradient. */
export interface Breaking {
  readonly how: 'logarithm' | 'root' | 'power' | 'division' | 'interval' | 'overflow' | 'deviation' | 'masked' | 'slope';
  readonly argument: string;
  readonly at?: number;
  readonly dividend?: string;
  readonly from?: number;
  readonly to?: number;
  readonly above?: number;
}
