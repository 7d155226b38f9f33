/** Records what backward formulas compute, for an export. Most runs do not need this. */
import type { Observer, OperationEvent } from '../../engine/tensor/observe.js';
import type { Storage } from '../../engine/storage.js';
import type { Tensor } from '../../engine/tensor/tensor.js';
import { nodeOf } from './nodesOf.js';
import type { NodeRecord, PassRecord } from './records.js';
import { take, type Snapshot } from './snapshot.js';

/** A tensor of a backward formula. Its elements are kept when no operation of a formula computed it. */
export class FormulaValue {
  readonly sizes: readonly number[];
  readonly dtype: string;
  readonly constant: Snapshot | null;

  constructor({ sizes, dtype }: Tensor, constant: Snapshot | null) {
    this.sizes = sizes;
    this.dtype = dtype.name;
    this.constant = constant;
  }
}

/** An input of an operation in a formula: a node of the pass, or what a formula computed before. */
export type FormulaInput = NodeRecord | FormulaValue;

export interface FormulaRecord {
  event: Pick<OperationEvent, 'name' | 'attributes' | 'argumentNames'>;
  inputs: FormulaInput[];
  outputs: FormulaValue[];
}

export class FormulaRecords {
  readonly list: FormulaRecord[] = [];
  /** The gradient of each node that got one. */
  readonly gradients = new Map<NodeRecord, FormulaInput>();
}

export class Formulas implements Observer {
  /** What formulas computed, by storage. Several tensors may show the same storage. */
  private readonly known = new WeakMap<Storage, { tensor: Tensor; value: FormulaValue }[]>();

  /** @param passOf returns the current pass */
  constructor(private readonly passOf: () => PassRecord) {}

  operation({ name, attributes, argumentNames, inputs, outputs, inplace, kind }: OperationEvent): void {
    const { list } = this.records;
    const given = inputs.map((tensor) => this.find(tensor));
    // A tensor that a formula creates (for example zeros of a shape) is the same in every run, so its elements are
    // kept.
    const isData = kind?.is === 'creation' || kind?.is === 'random';
    const computed = outputs.map((tensor) => this.remember(tensor, isData));
    list.push({ event: { name: isData ? 'data' : name, attributes, argumentNames }, inputs: isData ? [] : given, outputs: computed });
    if (inplace) this.changeBases(outputs[0]!, computed[0]!);
  }

  /** A view was changed in place, so the tensors that share its memory have changed too. */
  private changeBases(part: Tensor, value: FormulaValue): void {
    const others = this.known.get(part.storage)!.filter((each) => each.value !== value);
    for (const { tensor, value: before } of others) {
      if (tensor.numel() < part.numel()) continue;
      const attributes = { stride: part.strides, base_stride: tensor.strides, offset: part.offset - tensor.offset };
      const after = this.remember(tensor, false);
      this.records.list.push({ event: { name: 'copy_slices', attributes }, inputs: [before, value], outputs: [after] });
    }
  }

  /** The gradient of a node has arrived. */
  arrived(node: NodeRecord, grad: Tensor): void {
    this.records.gradients.set(node, this.find(grad));
  }

  private get records(): FormulaRecords {
    return (this.passOf().formulas ??= new FormulaRecords());
  }

  private find(tensor: Tensor): FormulaInput {
    const computed = this.known.get(tensor.storage)?.find((each) => looksAtTheSame(each.tensor, tensor));
    if (computed) return computed.value;
    const node = nodeOf(tensor);
    if (node?.pass === this.passOf()) return node;
    const value = this.remember(tensor, true);
    this.records.list.push({ event: { name: 'data', attributes: {} }, inputs: [], outputs: [value] });
    return value;
  }

  private remember(tensor: Tensor, isConstant: boolean): FormulaValue {
    const value = new FormulaValue(tensor, isConstant ? take(tensor) : null);
    const others = this.known.get(tensor.storage)?.filter((each) => !looksAtTheSame(each.tensor, tensor)) ?? [];
    this.known.set(tensor.storage, [...others, { tensor, value }]);
    return value;
  }
}

const looksAtTheSame = (a: Tensor, b: Tensor): boolean =>
  a.offset === b.offset && a.dtype === b.dtype && same(a.sizes, b.sizes) && same(a.strides, b.strides);

const same = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((size, i) => size === b[i]);
