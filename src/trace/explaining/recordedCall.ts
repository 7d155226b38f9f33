/**
 * The call that made a node, rebuilt from its record so that it can be differentiated again. It uses double precision,
 * so that explanations add no rounding of their own. Numbers of the program become tensors too, since they can be terms
 * of a sum.
 */
import type { Call } from '../../engine/autograd/slopes.js';
import { numbers, read } from '../../engine/backends/allocation.js';
import { host } from '../../engine/backends/registry.js';
import { type DType, float64 } from '../../engine/dtype.js';
import type { Op } from '../../engine/ops/op.js';
import type { Parameter } from '../../engine/ops/signature.js';
import { Tensor } from '../../engine/tensor/tensor.js';
import type { NodeRecord } from '../recording/records.js';
import type { Snapshot } from '../recording/snapshot.js';
import { numelOf, stretchedFrom } from './entries.js';

export interface RecordedCall extends Call {
  /** The nodes of the tensors among the arguments; a number of the program has none. */
  readonly nodes: ReadonlyMap<Tensor, NodeRecord | null>;
}

/** Makes the tensor of a call from a recorded value: in double precision, or unchanged where it holds places or conditions. */
type Look = (value: Snapshot, dtype: DType) => Tensor;

function of(values: ArrayLike<number>, sizes: readonly number[], dtype: DType): Tensor {
  const copy = numbers(dtype, values.length);
  copy.set(values);
  return Tensor.of(copy, sizes, dtype, host);
}

export const doubles = (values: ArrayLike<number>, sizes: readonly number[]): Tensor => of(values, sizes, float64);

/** The elements of a tensor in row-major order, as a copy. */
export const elementsOf = (tensor: Tensor): Float64Array => read(tensor);

/** Zeros with a 1 at one position. */
export function oneAt(position: number, sizes: readonly number[]): Tensor {
  const zeros = new Float64Array(numelOf(sizes));
  zeros[position] = 1;
  return Tensor.of(zeros, sizes, float64, host);
}

/** Null where a value that the call needs is no longer kept or is complex, or where the operation has no entry. */
export const wholeCall = (node: NodeRecord): RecordedCall | null =>
  rebuilt(node, (value, dtype) => (node.operation?.is === 'view' ? asItLies(value, dtype) : of(value.elements(), value.sizes, dtype)));

/** The same call for single numbers, for operations that compute each entry from one entry of each tensor. */
export const callAt = (node: NodeRecord, entry: readonly number[]): RecordedCall | null =>
  rebuilt(node, (value, dtype) => of([numberAt(value, stretchedFrom(entry, value.sizes))], [], dtype));

export function numberAt({ sizes, strides, offset, dtype, memory }: Snapshot, entry: readonly number[]): number {
  let at = offset;
  for (let d = 0; d < sizes.length; d++) at += entry[d]! * strides[d]!;
  return elementsOf(new Tensor(memory!, [], [], at, dtype))[0]!;
}

/** The argument of a view, with the same layout in memory as the original. */
function asItLies(value: Snapshot, dtype: DType): Tensor {
  const { sizes, strides, offset, memory } = value;
  if (memory!.dtype !== value.dtype) return of(value.elements(), sizes, dtype);
  const all = elementsOf(new Tensor(memory!, [memory!.length], [1], 0, value.dtype));
  return new Tensor(of(all, [all.length], dtype).storage, sizes, strides, offset, dtype);
}

function rebuilt(node: NodeRecord, look: Look): RecordedCall | null {
  const { entry: op } = node;
  const results = node.results ?? [node];
  const isTold = ({ value }: NodeRecord) => value?.isHeld && !value.dtype.is_complex;
  if (!op || ![...node.inputs, ...results].every(isTold)) return null;
  const nodes = new Map<Tensor, NodeRecord | null>();
  const values = op.parsed.parameters.map((parameter) => argumentOf(op, parameter, node, look, nodes));
  return { op, values, results: results.map(({ value }) => look(value!, isReal(value!) ? float64 : value!.dtype)), nodes };
}

/** The arguments of the call that made a node, in the order of the signature, with tensors in their own precision. */
export function valuesOf(node: NodeRecord, tensorOf: (value: Snapshot) => Tensor): unknown[] {
  const nodes = new Map<Tensor, NodeRecord | null>();
  return node.entry!.parsed.parameters.map((parameter) => argumentOf(node.entry!, parameter, node, tensorOf, nodes));
}

const isReal = ({ dtype }: Snapshot): boolean => dtype.is_floating_point;

/** `indices[2]` is element 2 of a list. `input` is not in a list, so the result is null. */
const placeIn = (name: string): { list: string; element: number } | null => {
  const match = /^(.*)\[(\d+)\]$/.exec(name);
  return match && { list: match[1]!, element: Number(match[2]) };
};

function argumentOf(
  op: Op,
  { name, types, defaultValue }: Parameter,
  node: NodeRecord,
  look: Look,
  nodes: Map<Tensor, NodeRecord | null>,
): unknown {
  const isDifferentiable = op.differentiable.some((argument) => argument.name === name);
  const tensorOf = (from: NodeRecord): Tensor => {
    const value = from.value!;
    const tensor = look(value, isDifferentiable || isReal(value) ? float64 : value.dtype);
    nodes.set(tensor, from);
    return tensor;
  };
  const given = name in node.attributes ? node.attributes[name] : defaultValue;
  let list: unknown[] | null = null;
  for (const [i, argument] of node.argumentNames.entries()) {
    if (argument === name) return tensorOf(node.inputs[i]!);
    const place = placeIn(argument);
    if (place?.list !== name) continue;
    list ??= Array.isArray(given) ? [...(given as unknown[])] : [];
    while (list.length < place.element) list.push(null);
    list[place.element] = tensorOf(node.inputs[i]!);
  }
  if (list) return list;
  if (isDifferentiable && types.includes('Tensor') && (typeof given === 'number' || typeof given === 'boolean')) {
    const tensor = doubles([Number(given)], []);
    nodes.set(tensor, null);
    return tensor;
  }
  return given ?? null;
}
