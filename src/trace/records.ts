/** What the recorder writes down while a pass goes on: references only, to be read when it is kept. */
import type { GradFn } from '../engine/autograd/gradFn.js';
import type { DType } from '../engine/dtype.js';
import type { Tensor } from '../engine/tensor.js';
import type { Summary } from '../protocol/trace.js';
import type { ModuleFrame } from './modules.js';
import { OUTERMOST } from './modules.js';
import type { Snapshot } from './snapshot.js';

export const NO_SITE = -1;

/** One tensor of a pass: the result of an operation, or what came in from outside of all operations. */
export class NodeRecord {
  /** What it was computed from, in the order of the arguments. */
  inputs: readonly NodeRecord[] = [];
  value: Snapshot | null;
  grad: Snapshot | null = null;
  /** Read early, when there is too much to keep it all until the end of the pass. */
  valueSummary: Summary | null = null;
  gradSummary: Summary | null = null;
  site = NO_SITE;
  module: ModuleFrame = OUTERMOST;
  attributes: Readonly<Record<string, unknown>> = {};
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
    return this.sizes.reduce((a, b) => a * b, this.dtype.itemsize);
  }

  /** Its values are needed no longer. */
  forgetValues(): void {
    this.value?.release();
    this.grad?.release();
    this.value = this.grad = null;
    // A parameter lives on, and whether it still is one is asked in the end.
    if (!this.tensor?.autograd?.requiresGrad) this.tensor = null;
  }

  /** Nothing of it is needed any longer, nor what it was computed from. */
  forget(): void {
    this.forgetValues();
    this.tensor = null;
    this.inputs = [];
    this.gradFn = null;
  }
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
  isTruncated = false;

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
    this.backwardOrder.length = 0;
  }
}

/** Where parameters belong that no pass has used yet. */
export const OUTSIDE = new PassRecord(-1);
