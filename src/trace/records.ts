/** What the recorder writes down while a pass goes on: references only, to be read when it is kept. */
import type { GradFn } from '../engine/autograd/gradFn.js';
import type { DType } from '../engine/dtype.js';
import type { Kind } from '../engine/ops/kind.js';
import type { Tensor } from '../engine/tensor.js';
import type { ModuleFrame } from './modules.js';
import { OUTERMOST } from './modules.js';
import type { Snapshot } from './snapshot.js';

export const NO_SITE = -1;

const NOTHING: readonly never[] = [];
export const NO_ATTRIBUTES: Readonly<Record<string, unknown>> = Object.freeze({});

/** A gradient on its way to a node, which a path from another one brought. */
export class Flow {
  constructor(
    /** The node whose backward function passed it on; null where none is known. */
    readonly from: NodeRecord | null,
    readonly grad: Snapshot,
    /** The one that came before. */
    readonly before: Flow | null,
  ) {}
}

/** One tensor of a pass: the result of an operation, or what came in from outside of all operations. */
export class NodeRecord {
  /** What it was computed from, in the order of the arguments. */
  inputs: readonly NodeRecord[] = NOTHING;
  /** What kind of operation made it; null where that is not known. */
  operation: Kind | null = null;
  /** What the operation calls them. */
  argumentNames: readonly string[] = NOTHING;
  /** Null once the node is forgotten. */
  value: Snapshot | null;
  grad: Snapshot | null = null;
  /** What brought the gradient, the latest first. */
  flows: Flow | null = null;
  /** The gradient is complete, until another walk comes. */
  isArrived = false;
  ms = 0;
  site = NO_SITE;
  module: ModuleFrame = OUTERMOST;
  attributes = NO_ATTRIBUTES;
  /** The function that its gradient goes to, and as which of its outputs. */
  gradFn: GradFn | null = null;
  gradIndex = 0;
  label: string | null = null;
  /** Of a module's parameter: what the module calls it. Part of the key, as one call makes them all. */
  field = '';
  /** A leaf's own tensor. */
  tensor: Tensor | null = null;
  /** A leaf that was there before this pass used it. */
  isEntered = false;
  /** An operation made it, in an earlier pass. */
  isCarried = false;
  /** No operation that was seen made it: a gradient, say, or what a library function drew. */
  isFound = false;
  /** A second or further result of an operation, in the pass only if something uses it. */
  isFurther = false;
  /** How many operations of the pass use it, and how many of these only change a leaf in place (a step of training). */
  uses = 0;
  updates = 0;
  private holdsValue = true;
  private holdsGrads = true;
  readonly sizes: readonly number[];
  readonly dtype: DType;

  constructor(
    readonly pass: PassRecord,
    readonly kind: 'leaf' | 'op',
    readonly op: string,
    value: Snapshot,
  ) {
    this.value = value;
    this.sizes = value.sizes;
    this.dtype = value.dtype;
  }

  get bytes(): number {
    let bytes = this.dtype.itemsize;
    for (const size of this.sizes) bytes *= size;
    return bytes;
  }

  /** A gradient arrives, the sum of all that has flowed. */
  arrive(grad: Snapshot): void {
    this.grad?.release();
    this.grad = grad;
  }

  /** Of another walk than the one that is going on. */
  forgetFlows(): void {
    for (let flow = this.flows; flow; flow = flow.before) flow.grad.release();
    this.flows = null;
  }

  /** A leaf was changed before an operation of the pass used it. */
  revalue(value: Snapshot): void {
    this.forgetValue();
    this.value = value;
    this.holdsValue = true;
  }

  /** The value is needed no longer, but for the summary of it. */
  forgetValue(): void {
    if (this.holdsValue) this.value?.release();
    this.holdsValue = false;
    // A parameter lives on, and whether it still is one is asked in the end.
    if (!this.tensor?.autograd?.requiresGrad) this.tensor = null;
  }

  forgetValues(): void {
    this.forgetValue();
    if (!this.holdsGrads) return;
    this.holdsGrads = false;
    this.grad?.release();
    for (let flow = this.flows; flow; flow = flow.before) flow.grad.release();
  }

  /** Nothing of it is needed any longer, nor what it was computed from. */
  forget(): void {
    this.forgetValues();
    this.value = this.grad = this.flows = this.tensor = this.gradFn = null;
    this.inputs = NOTHING;
  }
}

/** The operation that a run ended at: it has no result. */
export interface FailedRecord {
  op: string;
  inputs: readonly NodeRecord[];
  module: ModuleFrame;
}

export class PassRecord {
  readonly nodes: NodeRecord[] = [];
  /** Nodes in the order in which the backward walk reached them. */
  readonly backwardOrder: NodeRecord[] = [];
  /** Bytes of the storages that its operations filled. */
  pinnedBytes = 0;
  root: NodeRecord | null = null;
  backward = false;
  loss: number | null = null;
  failed: FailedRecord | null = null;
  /** Its document will be written. */
  isKept = false;

  constructor(readonly index: number) {}

  /** Without further results that nothing used, and without what only led to a step of training. */
  shown(): NodeRecord[] {
    const uses = new Map(this.nodes.map((node) => [node, node.uses]));
    const hidden = new Set<NodeRecord>();
    for (const node of this.nodes.toReversed()) {
      if (node === this.root) continue;
      const isUnused = uses.get(node) === 0;
      if (!node.isFurther && !(isUnused && (node.updates > 0 || node.isEntered))) continue;
      hidden.add(node);
      if (!node.isFurther) for (const input of node.inputs) uses.set(input, uses.get(input)! - 1);
    }
    return this.nodes.filter((node) => !hidden.has(node));
  }

  forget(): void {
    for (const node of this.nodes) node.forget();
    // One of them may live on, as what filled a storage, and knows its pass.
    this.nodes.length = this.backwardOrder.length = 0;
  }
}

/** Where parameters belong that no pass has used yet. */
export const OUTSIDE = new PassRecord(-1);
