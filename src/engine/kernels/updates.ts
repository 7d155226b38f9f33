/** The steps of optimizers as sweeps. They do the same arithmetic in the same order as the operations that they replace. */
import { add, call, div, lt, mul, neg, select, sub, type NumberNode } from './expression.js';
import { kept, sweepInputs, sweepParams, type Sweep } from './sweeps.js';

type Named<Count extends readonly unknown[]> = { [I in keyof Count]: NumberNode };
const [param, grad, first, second] = sweepInputs as Named<[0, 1, 2, 3]>;
const [p0, p1, p2, p3, p4, p5, p6, p7] = sweepParams as Named<[0, 1, 2, 3, 4, 5, 6, 7]>;

export interface UpdateOptions {
  readonly maximize: boolean;
  /** Whether weight decay is added to the gradient, shrinks the parameter itself, or does not happen. */
  readonly decay: 'gradient' | 'parameter' | 'none';
}

/** The gradient; the step goes in the opposite direction. */
const direction = ({ maximize, decay }: UpdateOptions, weight: NumberNode): NumberNode => {
  const g = maximize ? neg(grad) : grad;
  return decay === 'gradient' ? kept(add(g, mul(weight, param))) : g;
};

/** A factor, rounded as a tensor without dims would store it. */
const factor = kept;

/** average · beta + (1 − beta) · g; `rest` is 1 − beta. */
const moved = (average: NumberNode, beta: NumberNode, rest: NumberNode, ...g: NumberNode[]): NumberNode =>
  kept(add(kept(mul(average, factor(beta))), mul(rest, ...g)));

/** `average.lerp(g, weight)` */
const towards = (average: NumberNode, g: NumberNode, weight: NumberNode): NumberNode => {
  const way = kept(sub(g, average));
  return kept(select(lt(weight, 0.5), add(average, mul(weight, way)), add(g, mul(sub(weight, 1), way))));
};

const root = (v: NumberNode): NumberNode => kept(call('sqrt', v));

const memo = <Options extends UpdateOptions & { readonly nesterov?: boolean }>(make: (options: Options) => Sweep) => {
  const made = new Map<string, Sweep>();
  return (options: Options): Sweep => {
    const key = `${options.decay} ${options.maximize} ${options.nesterov}`;
    let sweep = made.get(key);
    if (!sweep) made.set(key, (sweep = make(options)));
    return sweep;
  };
};

/** Arrays: parameter, gradient. Numbers: −lr, weight decay. */
export const sgd = memo<UpdateOptions>((options) => ({
  reads: 2,
  writes: [[0, kept(add(param, mul(p0, direction(options, p1))))]],
}));

/** Arrays: parameter, gradient, buffer. Numbers: −lr, weight decay, momentum, 1 − dampening. */
export const momentum = memo<UpdateOptions & { nesterov: boolean }>((options) => {
  const g = direction(options, p1);
  const buffer = moved(first, p2, p3, g);
  const step = options.nesterov ? kept(add(g, mul(p2, buffer))) : buffer;
  return {
    reads: 3,
    writes: [
      [0, kept(add(param, mul(p0, step)))],
      [2, buffer],
    ],
  };
});

/**
 * Arrays: parameter, gradient, the averages of the gradient and of its square. Numbers: −step, weight decay (or the share of
 * the parameter that it leaves), beta1, 1 − beta1, beta2, 1 − beta2, the divisor of the root, eps.
 */
export const adam = memo<UpdateOptions>((options) => {
  const g = direction(options, p1);
  const start = options.decay === 'parameter' ? kept(mul(param, factor(p1))) : param;
  const average = towards(first, g, p3);
  const square = moved(second, p4, p5, g, g);
  const size = kept(add(kept(div(root(square), factor(p6))), factor(p7)));
  return {
    reads: 4,
    writes: [
      [0, kept(add(start, div(mul(p0, average), size)))],
      [2, average],
      [3, square],
    ],
  };
});

/** Arrays: parameter, gradient, the average of the gradient's square. Numbers: −lr, weight decay, alpha, 1 − alpha, eps. */
export const rmsprop = memo<UpdateOptions>((options) => {
  const g = direction(options, p1);
  const square = moved(first, p2, p3, g, g);
  return {
    reads: 3,
    writes: [
      [0, kept(add(param, div(mul(p0, g), kept(add(root(square), factor(p4))))))],
      [2, square],
    ],
  };
});
