/**
 * The kind of an operation, and the facts that belong to it: everything that checks, pictures and explanations need to
 * know about an operation. They read the kind and never the name. Argument names here are those of the signature.
 */

/** Each kind has a function below, which makes it and describes it. */
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

/** What the operation computes, for kinds where readers of a graph need it. */
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

/** The meaning of the numbers of a classifier. */
export type Meaning = 'scores' | 'probabilities' | 'log-probabilities';

/**
 * Where finite numbers give NaN or infinity, or an infinite gradient.
 *
 * - `logarithm`: −∞ at `at`, NaN below;
 * - `root`: NaN below 0;
 * - `power`: NaN of a negative `argument` with a fractional exponent;
 * - `division`: `argument` is the divisor, and 0 breaks it (`dividend`, if it is a tensor, is divided by it);
 * - `interval`: NaN below `from` and above `to`;
 * - `overflow`: infinite above `above`, as float32 ends there;
 * - `deviation`: one number has no deviation;
 * - `masked`: a row that is −∞ everywhere has no result;
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
  /**
   * True: each element of the result is computed from the elements at the same place of the arguments, which are
   * broadcast to the result.
   */
  readonly each?: boolean;
  /** Arguments that broadcast to the result, if not all do: for example the tensor to which a product is added. */
  readonly stretches?: readonly Argument[];
  /**
   * The argument whose elements the result contains: moved, repeated, left out or limited, but not changed by
   * arithmetic.
   */
  readonly holds?: Argument;
  /** Arguments that are integers and name places: positions, or the numbers of rows. */
  readonly indices?: readonly Argument[];
  /**
   * For a loss: the argument to which the input is compared, and whether it holds classes or a value for each element.
   */
  readonly target?: Argument;
  readonly targets?: 'classes' | 'values';
  /** For a loss: true where a target of another size is refused, so that nothing in it is broadcast. */
  readonly sameSizes?: boolean;
  /** The meaning that the first argument must have, and the meaning of the result, as numbers of a classifier. */
  readonly takes?: Meaning;
  readonly gives?: Meaning;
  /** The activation that a loss contains. */
  readonly applies?: 'sigmoid' | 'log_softmax';
  /** The largest slope of an activation, if it is less than 1. */
  readonly steepest?: number;
  /** True for an activation that turns all values below 0 into 0, where it has no slope. */
  readonly rectifies?: boolean;
  /** True: the operation lets no gradient pass, on purpose. */
  readonly cuts?: boolean;
  /** True: autograd does not treat the result as a view of the input, although they share memory. */
  readonly untied?: boolean;
  /** True: the operation draws random numbers, so gradient checks must seed. */
  readonly random?: boolean;
  /** Where the operation breaks numbers or gradients. */
  readonly breaks?: readonly Breaking<Argument>[];
}

/** The kind of another entry that has the same argument names: for an alias, or a function around a primitive. */
export const inherited = ({ kind }: { kind: Kind }): Kind<never> => kind as Kind<never>;

/** All facts of a kind except its name. */
export type Facts<Argument extends string> = Omit<Kind<Argument>, 'is'>;

const made = <A extends string>(is: KindName, facts: Facts<A>, usual: Facts<A> = {}): Kind<A> => Object.freeze({ is, ...usual, ...facts });

/** Each element is computed from the elements at the same place. */
export const elementwise = <const A extends string = never>(facts: Facts<A> = {}) => made('elementwise', facts, { each: true });

/** A nonlinear function between layers, element by element; softmax and its like, along a dim, say `each: false`. */
export const activation = <const A extends string = never>(facts: Facts<A> = {}) => made('activation', facts, { each: true });

/** Each element is one of the given elements, or a given number. */
export const selection = <const A extends string = never>(facts: Facts<A> = {}) => made('selection', facts, { each: true });

/** Puts given elements or numbers at places of a tensor. */
export const placement = <const A extends string = never>(facts: Facts<A> = {}) => made('placement', facts);

/** A view of the same elements, or of some of them. */
export const view = <const A extends string = 'input'>(facts: Facts<A> = {}) => made('view', facts, { holds: 'input' as A });

/** The same elements in other memory; dtype and order may change, and elements may repeat. */
export const copy = <const A extends string = 'input'>(facts: Facts<A> = {}) => made('copy', facts, { holds: 'input' as A });

/** Elements at requested places. */
export const indexing = <const A extends string = 'input'>(facts: Facts<A> = {}) => made('indexing', facts, { holds: 'input' as A });

/** Joins several tensors into one. */
export const joining = <const A extends string = 'tensors'>(facts: Facts<A> = {}) => made('joining', facts, { holds: 'tensors' as A });

/** Combines many elements into one, over all dims or some. */
export const reduction = <const A extends string = never>(computes?: Computation, facts: Facts<A> = {}) =>
  made('reduction', computes ? { computes, ...facts } : facts);

/** Each element is computed from those before it along a dim. */
export const scan = <const A extends string = never>(facts: Facts<A> = {}) => made('scan', facts);

/** Elements or positions, chosen by the order of values. */
export const order = <const A extends string = never>(facts: Facts<A> = {}) => made('order', facts);

/** Counts how often values occur, or finds where they belong. */
export const counting = <const A extends string = never>(facts: Facts<A> = {}) => made('counting', facts);

/** A matrix product, or another sum of products. */
export const product = <const A extends string = never>(facts: Facts<A> = {}) => made('product', facts);

/** A matrix as a product of other matrices. */
export const decomposition = <const A extends string = never>(facts: Facts<A> = {}) => made('decomposition', facts);

/** A convolution, or an operation that belongs to one. */
export const convolution = <const A extends string = never>(facts: Facts<A> = {}) => made('convolution', facts);

/** One number of each window. */
export const pooling = <const A extends string = never>(facts: Facts<A> = {}) => made('pooling', facts);

/** An image at other places: resized, warped, in windows. */
export const resampling = <const A extends string = never>(facts: Facts<A> = {}) => made('resampling', facts);

/** Brings numbers to a mean and a deviation, or to a length. */
export const normalization = <const A extends string = never>(facts: Facts<A> = {}) => made('normalization', facts);

/** How far a prediction is from its target. */
export const loss = <const A extends string = never>(facts: Facts<A> = {}) => made('loss', facts);

/** How far tensors are from each other. */
export const distance = <const A extends string = never>(facts: Facts<A> = {}) => made('distance', facts);

/** Draws random numbers; its arguments determine the distribution. */
export const random = <const A extends string = never>(facts: Facts<A> = {}) => made('random', facts, { random: true });

/** Makes a tensor from no other tensor; a leaf of the graph. */
export const creation = <const A extends string = never>(facts: Facts<A> = {}) => made('creation', facts);
