import * as torch from '../../src/engine/index.js';
import { execute } from '../../src/engine/ops/execute.js';
import type { Op } from '../../src/engine/ops/op.js';
import { bind, isPlainObject } from '../../src/engine/ops/signature.js';
import { complexSamples } from './complexSamples.js';
import { fftSamples } from './fftSamples.js';
import { functionalSamples, supposed as supposedOfFunctional } from './functionalSamples.js';
import { linalgSamples, supposed as supposedOfMatrices } from './linalgSamples.js';
import { specialSamples } from './specialSamples.js';
import { sparseSamples, supposed as supposedOfSparse } from './sparseSamples.js';
import { samplesOf, type Sample } from './samples.js';

/** Calls the operations of the list with their samples. Also finds the tensors in arguments and results. */

type Tensor = torch.Tensor;

export const isTensor = (v: unknown): v is Tensor => v instanceof torch.Tensor;
/** True when a tensor can have a gradient. */
export const isFloating = (t: Tensor): boolean => t.is_floating_point() || t.is_complex();

/** The tensors in an argument or a result, in their order. */
export function tensorsIn(v: unknown): Tensor[] {
  if (isTensor(v)) return [v];
  if (Array.isArray(v)) return v.flatMap(tensorsIn);
  return isPlainObject(v) ? Object.values(v).flatMap(tensorsIn) : [];
}

const samples = { ...complexSamples, ...fftSamples, ...functionalSamples, ...linalgSamples, ...sparseSamples, ...specialSamples };
const supposed = { ...supposedOfFunctional, ...supposedOfMatrices, ...supposedOfSparse };

/** A sparse result as a dense tensor. */
const dense = (v: unknown): unknown => (isTensor(v) && v.layout !== torch.strided ? v.to_dense() : v);

/** Calls one operation of the list with arguments, as a user would. */
export function call(op: Op, args: Sample): unknown {
  if (op.kind.random) torch.manual_seed(1);
  const suppose = supposed[op.name];
  const bound = bind(op.parsed, suppose ? args.map((v, k) => (isTensor(v) ? suppose(v, k) : v)) : args);
  if ('problem' in bound) throw new Error(bound.problem);
  return dense(execute(op, bound.values));
}

/** The samples that this overload takes, without those of other overloads. */
export const samplesFor = (op: Op): Sample[] => samplesOf(op, samples).filter((s) => 'values' in bind(op.parsed, s));

/** The same arguments, with every tensor replaced by the result of `by`. `k` counts the tensors. */
export function mapTensors(args: Sample, by: (t: Tensor, k: number) => Tensor): Sample {
  let seen = 0;
  const visit = (v: unknown): unknown => {
    if (isTensor(v)) return by(v, seen++);
    if (Array.isArray(v)) return v.map(visit);
    return isPlainObject(v) ? Object.fromEntries(Object.entries(v).map(([name, e]) => [name, visit(e)])) : v;
  };
  return args.map(visit);
}
