/** What an operation is, as its entry in the engine says: what it computes, in words and formulas, and its kind. */

/** One way to call an operation. */
export interface OperationForm {
  /** With PyTorch's arguments and defaults. */
  signature: string;
  doc: string;
  /** `out = input · other` */
  formula: string;
  /** `input: g · other`; absent where there is none. */
  gradient?: string;
}

export interface OperationDoc extends OperationForm {
  kind: OperationKind;
  /** Other ways to call it that compute something else: `mean(input, dim)` beside `mean(input)`. */
  forms?: readonly OperationForm[];
}

/** What kind of operation it is, and what goes with it. `src/engine/ops/kind.ts` says what each kind and each fact means. */
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
  /** Each element of the result is computed from those at the same place of the arguments, all of which are stretched to it. */
  readonly each?: boolean;
  /** Arguments that are stretched to the result, where not all are. */
  readonly stretches?: readonly string[];
  /** The argument whose elements the result consists of. */
  readonly holds?: string;
  readonly indices?: readonly string[];
  readonly target?: string;
  readonly targets?: 'classes' | 'values';
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

/** Where finite numbers give NaN or infinity, or a gradient that is one. */
export interface Breaking {
  readonly how: 'logarithm' | 'root' | 'power' | 'division' | 'interval' | 'overflow' | 'deviation' | 'masked' | 'slope';
  readonly argument: string;
  readonly at?: number;
  readonly dividend?: string;
  readonly from?: number;
  readonly to?: number;
  readonly above?: number;
}
