/**
 * What kind of operation an entry is, and what goes with it: all that checks, pictures and explanations
 * need to know of an operation. They ask for the kind and never for the name. Names of arguments are
 * those of the signature.
 */

/** Each kind has a function below that makes it and says what it is. */
export type KindName =
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

/** What is computed, where a reader of a graph goes by it. */
export type Computation =
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

/** What numbers of a classifier mean. */
export type Meaning = 'scores' | 'probabilities' | 'log-probabilities';

/**
 * Where finite numbers give NaN or infinity, or a gradient that is one.
 *
 * - `logarithm`: −∞ at `at`, NaN below;
 * - `root`: NaN below 0;
 * - `power`: NaN of a negative `argument` with a fractional exponent;
 * - `division`: `argument` is divided by (`dividend`, if it is a tensor, is what is divided), and 0 breaks it;
 * - `interval`: NaN below `from` and above `to`;
 * - `overflow`: infinite above `above`, as float32 ends there;
 * - `deviation`: of one number there is none;
 * - `masked`: of a row that is −∞ altogether nothing is left;
 * - `slope`: the value is finite `at` this number, its slope is infinite.
 */
export interface Breaking<Argument extends string = string> {
  readonly how: 'logarithm' | 'root' | 'power' | 'division' | 'interval' | 'overflow' | 'deviation' | 'masked' | 'slope';
  readonly argument: Argument;
  readonly at?: number;
  readonly dividend?: Argument;
  readonly from?: number;
  readonly to?: number;
  readonly above?: number;
}

export interface Kind<Argument extends string = string> {
  readonly is: KindName;
  readonly computes?: Computation;
  /** Each element of the result is computed from those at the same place of the arguments, all of which are stretched to it. */
  readonly each?: boolean;
  /** Arguments that are stretched to the result, where not all are: what a product is added to. */
  readonly stretches?: readonly Argument[];
  /** The argument whose elements the result consists of: moved, repeated, left out or limited, but not computed with. */
  readonly holds?: Argument;
  /** Arguments that are whole numbers which name places: positions, or the numbers of rows. */
  readonly indices?: readonly Argument[];
  /** Of a loss: what the input is compared with, and whether that is numbers of classes or a value for each element. */
  readonly target?: Argument;
  readonly targets?: 'classes' | 'values';
  /** What the first argument is to be, and what the result is, as numbers of a classifier. */
  readonly takes?: Meaning;
  readonly gives?: Meaning;
  /** The activation that a loss contains. */
  readonly applies?: 'sigmoid' | 'log_softmax';
  /** The largest slope that an activation has anywhere, where that is less than 1. */
  readonly steepest?: number;
  /** Of an activation: all that is below 0 becomes 0, and has no slope. */
  readonly rectifies?: boolean;
  /** No gradient passes, on purpose. */
  readonly cuts?: boolean;
  /** Autograd does not tie the result to the input, though it looks into the same memory. */
  readonly untied?: boolean;
  /** Draws random numbers: gradient checks must seed. */
  readonly random?: boolean;
  /** Where it breaks numbers or gradients. */
  readonly breaks?: readonly Breaking<Argument>[];
}

/** That of another entry, which calls its arguments by the same names: an alias, a function around a primitive. */
export const inherited = ({ kind }: { kind: Kind }): Kind<never> => kind as Kind<never>;

/** All of a kind but its name. */
export type Facts<Argument extends string> = Omit<Kind<Argument>, 'is'>;

const made = <A extends string>(is: KindName, facts: Facts<A>, usual: Facts<A> = {}): Kind<A> => Object.freeze({ is, ...usual, ...facts });

/** Each element is computed from the elements at the same place. */
export const elementwise = <const A extends string = never>(facts: Facts<A> = {}) => made('elementwise', facts, { each: true });

/** A nonlinear function between layers, element by element; softmax and its like, along a dim, say `each: false`. */
export const activation = <const A extends string = never>(facts: Facts<A> = {}) => made('activation', facts, { each: true });

/** Each element is one of those given, or a number that is given. */
export const selection = <const A extends string = never>(facts: Facts<A> = {}) => made('selection', facts, { each: true });

/** Elements or numbers that are given are put at places of a tensor. */
export const placement = <const A extends string = never>(facts: Facts<A> = {}) => made('placement', facts);

/** Another look at the same elements, or at some of them. */
export const view = <const A extends string = 'input'>(facts: Facts<A> = {}) => made('view', facts, { holds: 'input' as A });

/** The same elements in other memory, perhaps of another dtype, in another order or several times. */
export const copy = <const A extends string = 'input'>(facts: Facts<A> = {}) => made('copy', facts, { holds: 'input' as A });

/** Elements at places that are asked for. */
export const indexing = <const A extends string = 'input'>(facts: Facts<A> = {}) => made('indexing', facts, { holds: 'input' as A });

/** Several tensors become one. */
export const joining = <const A extends string = 'tensors'>(facts: Facts<A> = {}) => made('joining', facts, { holds: 'tensors' as A });

/** Many elements become one, over all dims or some. */
export const reduction = <const A extends string = never>(computes?: Computation, facts: Facts<A> = {}) =>
  made('reduction', computes ? { computes, ...facts } : facts);

/** Each element is computed from those before it along a dim. */
export const scan = <const A extends string = never>(facts: Facts<A> = {}) => made('scan', facts);

/** Elements or positions by the order of values. */
export const order = <const A extends string = never>(facts: Facts<A> = {}) => made('order', facts);

/** How often values occur, or where they belong. */
export const counting = <const A extends string = never>(facts: Facts<A> = {}) => made('counting', facts);

/** A matrix product, or another sum of products. */
export const product = <const A extends string = never>(facts: Facts<A> = {}) => made('product', facts);

/** A matrix as a product of others. */
export const decomposition = <const A extends string = never>(facts: Facts<A> = {}) => made('decomposition', facts);

/** A convolution, or what belongs to one. */
export const convolution = <const A extends string = never>(facts: Facts<A> = {}) => made('convolution', facts);

/** One number of each window. */
export const pooling = <const A extends string = never>(facts: Facts<A> = {}) => made('pooling', facts);

/** A picture at other places: resized, warped, in windows. */
export const resampling = <const A extends string = never>(facts: Facts<A> = {}) => made('resampling', facts);

/** Brought to a mean and a deviation, or to a length. */
export const normalization = <const A extends string = never>(facts: Facts<A> = {}) => made('normalization', facts);

/** How far a prediction is from what is wanted. */
export const loss = <const A extends string = never>(facts: Facts<A> = {}) => made('loss', facts);

/** How far tensors are from each other. */
export const distance = <const A extends string = never>(facts: Facts<A> = {}) => made('distance', facts);

/** Draws random numbers by what it is given. */
export const random = <const A extends string = never>(facts: Facts<A> = {}) => made('random', facts, { random: true });

/** Made from no tensor; a leaf of the graph. */
export const creation = <const A extends string = never>(facts: Facts<A> = {}) => made('creation', facts);
