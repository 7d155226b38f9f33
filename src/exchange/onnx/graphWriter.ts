/** Builds an ONNX graph: nodes, constants, names. It knows ONNX's files and nothing of PyTorch's operations. */
import { create } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType as Kind,
  AttributeProtoSchema,
  NodeProtoSchema,
  type TensorProto_DataType as DataType,
  TensorProtoSchema,
  type AttributeProto,
  type NodeProto,
  type TensorProto,
} from 'onnx-buf';
import type { Scalar } from '../../protocol/trace.js';
import type { Batch } from './batch.js';
import { NoRule } from './noRule.js';
import { bytesOf, dataTypes } from './elements.js';

/** A tensor of the graph. */
export interface Ref {
  name: string;
  shape: readonly number[];
  dtype: string;
}

export type Like = Pick<Ref, 'shape' | 'dtype'>;

/** A whole number is written as an INT, a string as a STRING. An object says FLOAT. */
export type Attribute = number | string | readonly number[] | { float: number } | { floats: readonly number[] };

export type Attributes = Readonly<Record<string, Attribute | undefined>>;

export class GraphWriter {
  readonly nodes: NodeProto[] = [];
  readonly initializers = new Map<string, TensorProto>();
  private readonly constants = new Map<string, Ref>();
  private readonly taken = new Set<string>();

  /** @param batch follows the batch dim; null where the model keeps its recorded sizes */
  constructor(readonly batch: Batch | null = null) {}

  /** A name that is not used yet, as close to `wanted` as possible. */
  freshName(wanted: string): string {
    let name = wanted;
    for (let k = 1; this.taken.has(name); k++) name = `${wanted}_${k}`;
    this.taken.add(name);
    return name;
  }

  /** Adds a node with one result. A null input is an input that is left out. */
  op(type: string, inputs: readonly (Ref | null)[], out: Like, attributes: Attributes = {}): Ref {
    return this.multi(type, inputs, [out], attributes)[0]!;
  }

  /** Adds a node with several results. A null result is not wanted. */
  multi(type: string, inputs: readonly (Ref | null)[], outs: readonly (Like | null)[], attributes: Attributes = {}): Ref[] {
    const results = outs.map((out) => ({ ...(out ?? { shape: [], dtype: '' }), name: out ? this.freshName(type.toLowerCase()) : '' }));
    this.nodes.push(
      create(NodeProtoSchema, {
        opType: type,
        name: this.freshName(`${type}_node`),
        input: inputs.map((input) => input?.name ?? ''),
        output: results.map(({ name }) => name),
        attribute: Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [attribute(name, value)])),
      }),
    );
    this.batch?.follow(type, inputs, results, attributes);
    return results;
  }

  /** A list of numbers in the graph. Equal lists are stored once. */
  constant(data: readonly Scalar[], { shape, dtype }: Like): Ref {
    const key = `${dtype}|${shape.join(',')}|${data.join(',')}`;
    let ref = data.length <= 256 ? this.constants.get(key) : undefined;
    if (!ref) {
      ref = this.initializer(this.freshName('constant'), data, { shape, dtype });
      this.constants.set(key, ref);
    }
    return ref;
  }

  /** Numbers under their own name: a weight. */
  initializer(name: string, data: readonly Scalar[], { shape, dtype }: Like): Ref {
    this.initializers.set(
      name,
      create(TensorProtoSchema, { name, dims: shape.map(BigInt), dataType: dataType(dtype), rawData: bytesOf(data, dtype) }),
    );
    return { name, shape, dtype };
  }

  scalar(value: Scalar, dtype: string): Ref {
    return this.constant([value], { shape: [], dtype });
  }

  /** A list of whole numbers, the form in which axes and shapes are given. */
  ints(values: readonly number[]): Ref {
    return this.constant(values, { shape: [values.length], dtype: 'int64' });
  }

  /** Gives a result the name that the user knows. Only nodes from `since` on may know its old name. */
  rename(ref: Ref, name: string, since: number): Ref {
    const made = this.nodes.slice(since);
    if (!made.some(({ output }) => output.includes(ref.name))) {
      const same = this.op('Identity', [ref], ref);
      return this.rename(same, name, this.nodes.length - 1);
    }
    const changed = (list: string[]) => list.map((each) => (each === ref.name ? name : each));
    this.batch?.renamed(ref.name, name);
    for (const node of made) [node.input, node.output] = [changed(node.input), changed(node.output)];
    return { ...ref, name };
  }

  /** Notes the place in the source for the nodes from `since` on. */
  explain(since: number, place: string | null): void {
    if (place !== null) for (const node of this.nodes.slice(since)) node.docString = place;
  }

  /** Removes the nodes and initializers that no output needs. */
  prune(outputs: readonly Ref[]): void {
    const needed = new Set(outputs.map(({ name }) => name));
    const kept = this.nodes.toReversed().filter(({ input, output }) => {
      const isNeeded = output.some((name) => needed.has(name));
      if (isNeeded) for (const name of input) needed.add(name);
      return isNeeded;
    });
    this.nodes.splice(0, Infinity, ...kept.reverse());
    for (const name of this.initializers.keys()) if (!needed.has(name)) this.initializers.delete(name);
  }
}

/** @throws NoRule for a dtype that ONNX lacks */
export function dataType(dtype: string): DataType {
  const found = dataTypes[dtype];
  if (found === undefined) throw new NoRule(`ONNX has no form for torch.${dtype}.`);
  return found;
}

function attribute(name: string, value: Attribute): AttributeProto {
  if (typeof value === 'number') return create(AttributeProtoSchema, { name, type: Kind.INT, i: BigInt(value) });
  if (typeof value === 'string')
    return create(AttributeProtoSchema, { name, type: Kind.STRING, s: Uint8Array.from(value, (letter) => letter.charCodeAt(0)) });
  if ('float' in value) return create(AttributeProtoSchema, { name, type: Kind.FLOAT, f: value.float });
  if ('floats' in value) return create(AttributeProtoSchema, { name, type: Kind.FLOATS, floats: [...value.floats] });
  return create(AttributeProtoSchema, { name, type: Kind.INTS, ints: value.map(BigInt) });
}
