/** The registry of formulas for the Kullback–Leibler divergence of two distributions. */
import { NotImplementedError_, TypeError_ } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import { Distribution } from '../distribution.js';

/** A class of distributions. */
export type DistributionClass<D extends Distribution = Distribution> = abstract new (...args: never) => D;
export type Divergence<P extends Distribution, Q extends Distribution> = (p: P, q: Q) => Tensor;

interface Entry {
  readonly p: object;
  readonly q: object;
  readonly formula: Divergence<Distribution, Distribution>;
}

const registry: Entry[] = [];

/** Programs may have a proxy of a class. The proxy and the class share the prototype. */
const isClass = (v: unknown): v is DistributionClass =>
  typeof v === 'function' && (v.prototype === Distribution.prototype || v.prototype instanceof Distribution);

/**
 * Registers the formula for two classes (and their subclasses): `register_kl(P, Q)((p, q) => …)`, as
 * `torch.distributions.register_kl`.
 */
export function register_kl<P extends Distribution, Q extends Distribution>(
  type_p: DistributionClass<P>,
  type_q: DistributionClass<Q>,
): (formula: Divergence<P, Q>) => Divergence<P, Q> {
  if (!isClass(type_p)) throw new TypeError_(`Expected type_p to be a Distribution subclass but got ${String(type_p)}`);
  if (!isClass(type_q)) throw new TypeError_(`Expected type_q to be a Distribution subclass but got ${String(type_q)}`);
  const [p, q] = [type_p.prototype as object, type_q.prototype as object];
  return (formula) => {
    const at = registry.findIndex((entry) => entry.p === p && entry.q === q);
    registry.splice(at < 0 ? registry.length : at, 1, { p, q, formula: formula as Entry['formula'] });
    return formula;
  };
}

/** The number of classes between an object and one of its classes: fewer means nearer. */
function distance(of: object, prototype: object): number {
  let steps = 0;
  for (let at: unknown = Object.getPrototypeOf(of); at !== prototype; at = Object.getPrototypeOf(at)) {
    if (at === null) return Infinity;
    steps++;
  }
  return steps;
}

/**
 * KL(p ‖ q), as `torch.distributions.kl_divergence`, with the size batch_shape. It uses the formula of the nearest classes; p
 * counts before q.
 * @throws NotImplementedError when there is no formula
 */
export function kl_divergence(p: Distribution, q: Distribution): Tensor {
  const [nearest] = registry
    .map(({ formula, ...types }) => ({ formula, toP: distance(p, types.p), toQ: distance(q, types.q) }))
    .filter(({ toP, toQ }) => toP < Infinity && toQ < Infinity)
    .sort((a, b) => a.toP - b.toP || a.toQ - b.toQ);
  if (!nearest) {
    const names = [p, q].map((d) => d.constructor.name);
    throw new NotImplementedError_(`No KL(p || q) is implemented for p type ${names[0]} and q type ${names[1]}`);
  }
  return nearest.formula(p, q);
}
