/** What the recorder notes during a pass: references only. They are read when the pass is kept. */
import type { GradFn } from '../../engine/tensor/gradFn.js';
import type { DType } from '../../engine/dtype.js';
import type { Kind } from '../../engine/ops/kind.js';
import type { Storage } from '../../engine/storage.js';
import type { Op } from '../../engine/ops/op.js';
import type { Tensor } from '../../engine/tensor/tensor.js';
import type { ModuleFrame } from './modules.js';
import { OUTERMOST } from './modules.js';
import type { FormulaRecords } from './formulas.js';
import type { Snapshot } from './snapshot.js';

export const NO_SITE = -1;

/**
 * The operation of a node that stands for a tensor with a part changed in place. Its inputs are the tensor before and
 * that part.
 */
export const CHANGED_PART = 'copy_slices';

const NOTHING: readonly never[] = [];
export const NO_ATTRIBUTES: Readonly<Record<string, unknown>> = Object.freeze({});

/** A tensor that autograd kept for a backward formula. */
export interface Kept {
  /** The name of the tensor in the formula. */
  readonly name: string;
  readonly bytes: number;
  /** The memory of the tensor. Several tensors may share one storage. */
  readonly storage: Storage;
  readonly node: NodeRecord | null;
}

/** A part of the gradient of a node, which came along one path. */
export class Flow {
  constructor(
    /** The node whose backward function passed this part on; null where none is known. */
    readonly from: NodeRecord | null,
    readonly grad: Snapshot,
    /** The part that arrived before this one. */
    readonly before: Flow | null,
  ) {}
}

/**
 * Where the tensor of a node comes from, seen from the pass that the node is in.
 *
 * - `made`: an operation of this pass made it, or the program did outside of all passes (a parameter).
 * - `further`: it is a second or further result of an operation of this pass, and nothing uses it yet. The pass is
 *   shown without it. When something uses it, it becomes `made`.
 * - `earlier`: the program made it as a leaf before this pass: data, or a parameter.
 * - `carried`: an operation of an earlier pass computed it. In this pass it is a leaf.
 * - `found`: no observed operation made it: for example a gradient, or what a library function drew at random.
 */
export type Origin = 'made' | 'further' | 'earlier' | 'carried' | 'found';

/** One tensor of a pass: the result of an operation, or a tensor that came from outside of all operations. */
export class NodeRecord {
  /** The nodes that it was computed from, in the order of the arguments. */
  inputs: readonly NodeRecord[] = NOTHING;
  /** What kind of operation made it; null where that is not known. */
  operation: Kind | null = null;
  /** The entry of that operation; null for an operation without one. */
  entry: Op | null = null;
  /** All results of that operation, in order, when there are several. */
  results: readonly NodeRecord[] | null = null;
  /** The names of these inputs in the signature of the operation. */
  argumentNames: readonly string[] = NOTHING;
  /** Null once the node is forgotten. */
  value: Snapshot | null;
  grad: Snapshot | null = null;
  /** The parts of the gradient, the latest first. */
  flows: Flow | null = null;
  /** The gradient is complete. Another backward walk may replace it. */
  isArrived = false;
  ms = 0;
  /** How long its backward formulas took, and which kept tensors they read; null until they ran. */
  backwardMs = 0;
  kept: readonly Kept[] | null = null;
  site = NO_SITE;
  module: ModuleFrame = OUTERMOST;
  attributes = NO_ATTRIBUTES;
  /** The backward function that receives its gradient, and which output of that function it is. */
  gradFn: GradFn | null = null;
  gradIndex = 0;
  label: string | null = null;
  /** The name of a parameter in its module. It is part of the key, since one call makes all parameters of a module. */
  field = '';
  /** The tensor itself, for a leaf. */
  tensor: Tensor | null = null;
  /**
   * For a leaf: the first operation of the run that uses it in this pass, and the index of the leaf among its tensors.
   */
  firstUse: { operation: number; input: number } | null = null;
  /** How many operations of the pass use it, and how many of these only change a leaf in place (a step of training). */
  uses = 0;
  updates = 0;
  /** Whether it holds the elements of its value. */
  holdsValue = true;
  private holdsGrads = true;
  readonly sizes: readonly number[];
  readonly dtype: DType;

  constructor(
    readonly pass: PassRecord,
    readonly kind: 'leaf' | 'op',
    readonly op: string,
    value: Snapshot,
    public origin: Origin = 'made',
  ) {
    this.value = value;
    this.sizes = value.sizes;
    this.dtype = value.dtype;
  }

  /** A leaf that was there before this pass used it. */
  get isFromOutside(): boolean {
    return this.origin === 'earlier' || this.origin === 'carried' || this.origin === 'found';
  }

  /** Something uses the node, names it or brings it a gradient, so the graph must show it. */
  markUsed(): void {
    if (this.origin === 'further') this.origin = 'made';
  }

  /** The same node in a later pass, computed there from `inputs`. To be called while the node has its value. */
  copyTo(pass: PassRecord, inputs: readonly NodeRecord[]): NodeRecord {
    const copy = new NodeRecord(pass, this.kind, this.op, this.value!.hold(), this.origin === 'further' ? 'made' : this.origin);
    copy.inputs = inputs;
    copy.operation = this.operation;
    copy.entry = this.entry;
    copy.results = this.results;
    copy.argumentNames = this.argumentNames;
    copy.ms = this.ms;
    copy.backwardMs = this.backwardMs;
    copy.kept = this.kept;
    copy.site = this.site;
    copy.module = this.module;
    copy.field = this.field;
    copy.attributes = this.attributes;
    copy.label = this.label;
    copy.tensor = this.tensor;
    copy.gradFn = this.gradFn;
    copy.gradIndex = this.gradIndex;
    return copy;
  }

  get bytes(): number {
    let bytes = this.dtype.itemsize;
    for (const size of this.sizes) bytes *= size;
    return bytes;
  }

  /** A gradient arrives: the sum of all parts. */
  arrive(grad: Snapshot): void {
    this.grad?.release();
    this.grad = grad;
  }

  /** Drops the parts of an earlier backward walk. */
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

  /** Lets go of the value. Its summary stays when it was made. */
  forgetValue(): void {
    if (this.holdsValue) this.value?.release();
    this.holdsValue = false;
    // The tensor of a parameter is kept, because the end of the run asks whether it still requires a gradient.
    if (!this.tensor?.autograd?.requiresGrad) this.tensor = null;
  }

  forgetValues(): void {
    this.forgetValue();
    if (!this.holdsGrads) return;
    this.holdsGrads = false;
    this.grad?.release();
    for (let flow = this.flows; flow; flow = flow.before) flow.grad.release();
  }

  /** Lets go of everything, so that the nodes behind this one can be freed too. */
  forget(): void {
    this.forgetValues();
    this.value = this.grad = this.flows = this.tensor = this.gradFn = this.kept = null;
    this.inputs = NOTHING;
    this.results = null;
  }
}

/** The operation at which a run failed: it has no result. */
export interface FailedRecord {
  op: string;
  inputs: readonly NodeRecord[];
  module: ModuleFrame;
}

export class PassRecord {
  readonly nodes: NodeRecord[] = [];
  /** Nodes in the order in which the backward walk reached them. */
  readonly backwardOrder: NodeRecord[] = [];
  /** Bytes of the storages that the operations of the pass filled and that are held for it. */
  pinnedBytes = 0;
  root: NodeRecord | null = null;
  backward = false;
  loss: number | null = null;
  failed: FailedRecord | null = null;
  /** The node that each name held last, by the site of the name. */
  readonly held = new Map<number, NodeRecord>();
  /** What the backward formulas of the pass did; null in a run that does not need this. */
  formulas: FormulaRecords | null = null;
  /** Whether the document of the pass will be written. */
  isKept = false;
  /** Whether one of its nodes got a name after the pass had ended. */
  isRenamed = false;

  constructor(readonly index: number) {}

  /** The nodes to show: without further results that nothing uses, and without nodes that only led to a step of training. */
  shown(): NodeRecord[] {
    const uses = new Map(this.nodes.map((node) => [node, node.uses]));
    const hidden = new Set<NodeRecord>();
    for (const node of this.nodes.toReversed()) {
      if (node === this.root) continue;
      const isUnused = uses.get(node) === 0;
      const isFurther = node.origin === 'further';
      if (!isFurther && !(isUnused && (node.updates > 0 || node.isFromOutside))) continue;
      hidden.add(node);
      if (!isFurther) for (const input of node.inputs) uses.set(input, uses.get(input)! - 1);
    }
    return this.nodes.filter((node) => !hidden.has(node));
  }

  forget(): void {
    for (const node of this.nodes) node.forget();
    // A node may outlive its pass as the maker of a storage, and it refers to the pass. So the pass must not keep the
    // other nodes.
    this.nodes.length = this.backwardOrder.length = 0;
    this.held.clear();
    this.formulas = null;
  }
}

/** The pass of parameters that no pass has used yet. */
export const OUTSIDE = new PassRecord(-1);
