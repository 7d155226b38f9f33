/** Puts an ONNX graph together: nodes, constants, names. Knows ONNX's files, and nothing of PyTorch's operations. */
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

/** A whole number is an INT, a text a STRING; a FLOAT says so. */
export type Attribute = number | string | readonly number[] | { float: number } | { floats: readonly number[] };

export type Attributes = Readonly<Record<string, Attribute | undefined>>;

export class GraphWriter {
  readonly nodes: NodeProto[] = [];
  readonly initializers = new Map<string, TensorProto>();
  private readonly constants = new Map<string, Ref>();
  private readonly taken = new Set<string>();

  /** @param batch what follows the number of samples; null where it is not left open */
  constructor(readonly batch: Batch | null = null) {}

  /** A name that nothing else has, as near to `wanted` as there is. */
  freshName(wanted: string): string {
    let name = wanted;
    for (let k = 1; this.taken.has(name); k++) name = `${wanted}_${k}`;
    this.taken.add(name);
    return name;
  }

  /** Adds a node of one result. An input that is left out is null. */
  op(type: string, inputs: readonly (Ref | null)[], out: Like, attributes: Attributes = {}): Ref {
    return this.multi(type, inputs, [out], attributes)[0]!;
  }

  /** Adds a node of several results; one that is not wanted is null. */
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

  /** Numbers that stand in the graph, each list once. */
  constant(data: readonly Scalar[], { shape, dtype }: Like): Ref {
    const key = `${dtype}|${shape.join(',')}|${data.join(',')}`;
    let ref = data.length <= 256 ? this.constants.get(key) : undefined;
    if (!ref) {
      ref = this.initializer(this.freshName('constant'), data, { shape, dtype });
      this.constants.set(key, ref);
    }
    return ref;
  }

  /** Numbers under a name of their own: a weight. */
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

  /** A list of whole numbers, as axes and shapes are given. */
  ints(values: readonly number[]): Ref {
    return this.constant(values, { shape: [values.length], dtype: 'int64' });
  }

  /** Gives a result the name that a person knows it by. Only nodes from `since` on know it by its old one. */
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

  /** Says of the nodes from `since` on where in the source they come from. */
  explain(since: number, place: string | null): void {
    if (place !== null) for (const node of this.nodes.slice(since)) node.docString = place;
  }

  /** Leaves out what no output needs. */
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
