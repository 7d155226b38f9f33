/**
 * Listens to the engine and to the places in the source, and records each pass by reference. This code runs at every
 * operation of the model, so it does little: expensive work is done at the end of a pass, and only for passes that are
 * kept.
 *
 * Each operation gets one node, whose value is its (first) result. A further result gets a node when something uses it.
 * A tensor of an earlier pass is a leaf of a later one. In-place changes of leaves (steps of training) are not part of
 * the graph: the leaf is read again when the graph uses it next.
 */
import { AccumulateGrad } from '../../engine/tensor/accumulateGrad.js';
import type { GradFn } from '../../engine/tensor/gradFn.js';
import { OpGradFn } from '../../engine/autograd/opGradFn.js';
import type { FailedOperation } from '../../engine/errors.js';
import type { Module } from '../../engine/nn/module.js';
import type { Op } from '../../engine/ops/op.js';
import { Parameter } from '../../engine/nn/parameter.js';
import type { Observer, OperationEvent } from '../../engine/tensor/observe.js';
import type { Storage } from '../../engine/storage.js';
import { Tensor } from '../../engine/tensor/tensor.js';
import { Training } from '../checks/watched/training.js';
import { Formulas } from './formulas.js';
import { Health } from './health.js';
import { Modules } from './modules.js';
import { moveEntries, type Move } from './moves.js';
import { awaitGradient, nodeOf, receiver, sender } from './nodesOf.js';
import { CHANGED_PART, Flow, NO_ATTRIBUTES, NodeRecord, type Origin, OUTSIDE, PassRecord } from './records.js';
import { shortName } from './shortName.js';
import { factsOf, fillerOf, StorageFacts, take, willWrite, type Snapshot } from './snapshot.js';

/** The most nodes that are recorded of one pass. Operations after that are not recorded. */
const MAX_NODES = 50_000;

export interface RecorderEvents {
  /** An operation ran, in so many milliseconds. May throw to end the run. */
  mayGoOn(ms: number): void;
  /** A pass has ended and the next one has not begun. May throw to end the run. */
  passEnded(pass: PassRecord): void;
  /** `backward()` is about to begin. May throw to end the run. */
  backwardBegins(): void;
  /** The values of a pass take too much memory: some must be freed before the pass ends. Returns the bytes of the rest. */
  overflowing(pass: PassRecord): number;
}

export class Recorder implements Observer {
  pass = new PassRecord(0);
  /** The pass of the last backward walk, whether or not that walk was completed. */
  walked: PassRecord | null = null;
  operations = 0;
  readonly training = new Training();
  readonly health = new Health();
  readonly modules = new Modules();
  /** Index of the first node of the pass that has no place in the source yet. */
  private pendingFrom = 0;

  readonly formulas: Formulas | null;
  /** Called before each operation with its tensors, in a run with moved entries. */
  willUse?: (tensors: readonly Tensor[]) => void;

  /**
   * @param overflow bytes that the values of a pass may hold
   * @param isExact whether the operations of backward formulas are recorded too
   */
  constructor(
    private readonly events: RecorderEvents,
    private readonly overflow: number,
    readonly now: () => number,
    isExact = false,
  ) {
    this.formulas = isExact ? new Formulas(() => this.pass) : null;
  }

  /** A call at `site` returned: the operations that ran since the last call returned belong to it. */
  tag(site: number): void {
    this.training.returned(site);
    const { nodes } = this.pass;
    for (; this.pendingFrom < nodes.length; this.pendingFrom++) {
      const node = nodes[this.pendingFrom]!;
      if (!node.isFromOutside) node.site = site;
    }
  }

  /** A name was bound. */
  bound(site: number, name: string, tensor: Tensor): void {
    this.tag(site);
    const node = nodeOf(tensor);
    if (!node) return;
    if (node.label === null && node.pass !== this.pass) node.pass.isRenamed = true;
    node.label ??= name;
    node.markUsed();
  }

  /** A call at `site` returned a module or a parameter: its parameters were made there. */
  made(site: number, value: Module | Parameter): void {
    if (value instanceof Parameter) this.madeParameter(site, value, '');
    else for (const [name, parameter] of value.named_parameters()) this.madeParameter(site, parameter, shortName(name));
  }

  operation(event: OperationEvent): void {
    this.events.mayGoOn(event.ms);
    this.operations++;
    const { pass } = this;
    if (pass.nodes.length >= MAX_NODES) return;
    if (event.kind?.is === 'creation') for (const output of event.outputs) this.addLeaf(event.name, output, event);
    else if (event.inplace && this.isLeafToChange(event.outputs[0]!)) this.leafChanged(event);
    else this.addOperation(event);
    if (pass.pinnedBytes > this.overflow) pass.pinnedBytes = this.events.overflowing(pass);
  }

  /** From now on, these entries get the values that they were moved to. */
  move(moves: readonly Move[]): void {
    if (moves.length > 0) this.willUse = (tensors) => moveEntries(moves, this.operations, tensors);
  }

  willWrite(storage: Storage): void {
    this.training.written(storage);
    this.health.written(storage);
    willWrite(storage);
  }

  enterModule(module: object): void {
    this.modules.enter(module as Module);
    if (this.modules.outermost === module) this.training.ran(this.modules.outermost);
  }

  exitModule(): void {
    this.modules.exit();
  }

  /** The run ends at an operation that failed. Its inputs are shown in the graph. */
  failed({ name, inputs }: FailedOperation, modules: readonly object[]): void {
    const nodes = inputs.flatMap((input) => (input instanceof Tensor ? this.use(input) : []));
    for (const node of nodes) node.uses++;
    this.pass.failed = { op: name, inputs: nodes, module: this.modules.frameOf(modules as Module[]) };
  }

  backwardStart(roots: readonly Tensor[]): void {
    if (roots[0]) this.pass.root = this.adopt(roots[0]) ?? this.use(roots[0]);
    this.walked = this.pass;
    this.events.backwardBegins();
    this.training.backwardBegins();
  }

  optimizerStep(parameters: readonly Tensor[]): void {
    this.training.stepped(parameters);
  }

  gradientsCleared(parameters: readonly Tensor[]): void {
    this.training.gradientsCleared(parameters);
  }

  scheduled(parameters: readonly Tensor[]): void {
    this.training.scheduled(parameters);
  }

  gradMissed(tensor: Tensor): void {
    const node = nodeOf(tensor);
    if (node) this.training.gradMissed(node);
  }

  flow(fn: GradFn, edge: number, grad: Tensor): void {
    const { fn: to, index } = fn.edges[edge]!;
    const node = receiver(to, index);
    if (!node || node.pass !== this.pass) return;
    // The node has the gradient of an earlier backward walk: this walk brings a new one.
    if (node.isArrived) node.forgetFlows();
    node.isArrived = false;
    node.flows = new Flow(sender(fn), take(grad), node.flows);
  }

  applied(fn: GradFn, ms: number): void {
    const node = sender(fn);
    if (!node || node.pass !== this.pass || !(fn instanceof OpGradFn)) return;
    node.backwardMs = ms;
    node.kept = fn.kept().map(({ name, tensor }) => ({
      name,
      bytes: tensor.numel() * tensor.dtype.itemsize,
      storage: tensor.storage,
      node: nodeOf(tensor),
    }));
  }

  gradient(fn: GradFn, index: number, grad: Tensor): void {
    const node = receiver(fn, index);
    if (fn instanceof AccumulateGrad) {
      this.training.reaches(fn.variable, node?.label ?? null);
      this.health.reaches(fn.variable);
    }
    if (!node || node.pass !== this.pass) return;
    this.formulas?.arrived(node, grad);
    if (!node.grad) this.pass.backwardOrder.push(node);
    const { flows } = node;
    // When only one path leads to the node, its flow is the whole gradient.
    node.arrive(flows && !flows.before && flows.grad.isOf(grad) ? flows.grad.hold() : take(grad));
    node.isArrived = true;
    node.markUsed();
  }

  backwardEnd(): void {
    this.training.backwardEnded();
    this.health.backwardEnded(this.pass.index);
    this.pass.backward = true;
    this.endPass();
  }

  endPass(): void {
    const { pass } = this;
    this.pass = new PassRecord(pass.index + 1);
    this.pendingFrom = 0;
    pass.root ??= pass.shown().findLast((node) => node.kind === 'op') ?? null;
    const value = pass.root?.value;
    // A number that is computed after the last backward() is an accuracy or a prediction, not a loss.
    const hasLoss = value?.numel === 1 && !pass.failed && (pass.backward || pass.index === 0);
    pass.loss = hasLoss ? value.elements()[0]! : null;
    this.events.passEnded(pass);
  }

  private addOperation(event: OperationEvent): void {
    const { outputs } = event;
    const changed = event.inplace ? outputs[0]! : null;
    const inputs = new Array<NodeRecord>(event.inputs.length);
    for (let i = 0; i < inputs.length; i++) {
      const input = event.inputs[i]!;
      const node = input === changed ? this.useChanged(input) : this.use(input);
      node.uses++;
      if (node.kind === 'leaf') node.firstUse ??= { operation: this.operations - 1, input: i };
      inputs[i] = node;
    }
    const results: NodeRecord[] | null = outputs.length > 1 ? [] : null;
    for (let index = 0; index < outputs.length; index++) {
      const output = outputs[index]!;
      const before = nodeOf(output);
      const node = this.add('op', index === 0 ? event.name : `${event.name}.${index}`, output, event.attributes);
      node.inputs = inputs;
      node.operation = event.kind;
      node.entry = (event.entry as Op | undefined) ?? null;
      if (event.argumentNames) node.argumentNames = event.argumentNames;
      node.ms = event.ms;
      if (index > 0) node.origin = 'further';
      // The tensor that an in-place operation changed, or that was given as `out`, keeps its name.
      if (before) node.label = before.label;
      this.rememberResult(output, node);
      results?.push(node);
      node.results = results;
    }
    const base = changed?.autograd?.view?.base;
    if (changed && base && !this.isLeafToChange(base)) this.addChangedBase(base, nodeOf(changed)!);
  }

  /** An in-place change of a view changes its base too. As in PyTorch, the base gets a new backward function, so it gets a new node. */
  private addChangedBase(base: Tensor, part: NodeRecord): void {
    const before = this.useChanged(base);
    const node = this.add('op', CHANGED_PART, base, NO_ATTRIBUTES);
    node.inputs = [before, part];
    node.label = before.label;
    before.uses++;
    part.uses++;
    this.rememberResult(base, node);
  }

  private rememberResult(output: Tensor, node: NodeRecord): void {
    const state = output.autograd;
    if (!state?.gradFn) return;
    node.gradFn = state.gradFn;
    node.gradIndex = state.outputIndex;
    awaitGradient(node, state.gradFn);
  }

  /** Whether an in-place change of `tensor` is a step of training, or changes a tensor that is not in the graph. Such a change gets no node. */
  private isLeafToChange(tensor: Tensor): boolean {
    const state = tensor.autograd;
    if (state && (isParameter(tensor) || (state.view && isParameter(state.view.base)))) return true;
    const node = nodeOf(tensor);
    return !node || node.origin === 'found';
  }

  private leafChanged(event: OperationEvent): void {
    for (const input of event.inputs) {
      const node = nodeOf(input);
      if (node?.pass === this.pass) node.updates++;
    }
  }

  private madeParameter(site: number, parameter: Parameter, field: string): void {
    if (parameter.observed) return;
    const filled = fillerOf(parameter.storage);
    if (filled?.kind === 'leaf' && filled.pass === this.pass && filled.uses === 0) {
      // `new Parameter(torch.randn(2))`: the same leaf, now with another tensor object.
      filled.tensor = parameter;
      parameter.observed = filled;
      return;
    }
    const node = new NodeRecord(OUTSIDE, 'leaf', 'Parameter', take(parameter));
    node.site = filled?.site ?? site;
    node.field = field;
    node.label = field === '' ? null : field;
    parameter.observed = node;
  }

  /** The node of a tensor that something in this pass uses. */
  private use(tensor: Tensor): NodeRecord {
    const node = nodeOf(tensor);
    if (node?.pass !== this.pass) return this.enter(tensor, node, node?.value?.isOf(tensor) ? node.value : null);
    node.markUsed();
    // `requires_grad_()` made a leaf of a computed tensor.
    if (node.kind === 'op' && isParameter(tensor)) node.tensor = tensor;
    if (node.kind === 'leaf' && node.value && !node.value.isOf(tensor)) node.revalue(take(tensor));
    return node;
  }

  /** The node of a tensor as it was before the in-place change that was just made. */
  private useChanged(tensor: Tensor): NodeRecord {
    const node = nodeOf(tensor);
    return node?.pass === this.pass ? node : this.enter(tensor, node, node?.value ?? null);
  }

  /** Makes the node of a tensor that comes from outside of this pass. `value` is given where an earlier pass holds it already. */
  private enter(tensor: Tensor, before: NodeRecord | null, value: Snapshot | null): NodeRecord {
    const maker = before ?? fillerOf(tensor.storage);
    const node = new NodeRecord(this.pass, 'leaf', maker?.op ?? 'tensor', value?.hold() ?? take(tensor), originOf(before));
    this.pass.nodes.push(node);
    tensor.observed = node;
    node.tensor = tensor;
    if (maker) {
      node.module = maker.module;
      node.field = maker.field;
      node.attributes = maker.attributes;
      node.site = maker.site;
    }
    node.label = before?.label ?? null;
    if (tensor.autograd?.requiresGrad) {
      const name = this.modules.parameterName(tensor);
      node.label = name ?? node.label;
      this.training.used(tensor, this.modules.outermost, name !== null);
    }
    return node;
  }

  /** `backward()` was called on a result of the previous pass: copies of the nodes that lead to it join this pass. */
  private adopt(tensor: Tensor): NodeRecord | null {
    const root = nodeOf(tensor);
    if (root?.kind !== 'op' || root.pass === this.pass || !root.value) return null;
    const wanted = new Set([root]);
    for (const node of root.pass.nodes.toReversed()) if (wanted.has(node)) for (const input of node.inputs) wanted.add(input);
    const copies = new Map<NodeRecord, NodeRecord>();
    for (const node of root.pass.nodes) {
      if (!wanted.has(node) || !node.value) continue;
      const inputs = node.inputs.flatMap((input) => copies.get(input) ?? []);
      const copy = node.copyTo(this.pass, inputs);
      for (const input of inputs) input.uses++;
      copies.set(node, copy);
      this.pass.nodes.push(copy);
      if (copy.tensor) copy.tensor.observed = copy;
      if (copy.gradFn) awaitGradient(copy, copy.gradFn);
    }
    for (const copy of copies.values()) copy.results &&= copy.results.map((result) => copies.get(result) ?? result);
    this.pendingFrom = this.pass.nodes.length;
    tensor.observed = copies.get(root);
    return copies.get(root)!;
  }

  private addLeaf(op: string, tensor: Tensor, { attributes, ms }: OperationEvent): void {
    const node = this.add('leaf', op, tensor, attributes);
    node.ms = ms;
    node.tensor = tensor;
    factsOf(tensor.storage).filled = node;
  }

  private add(kind: NodeRecord['kind'], op: string, tensor: Tensor, attributes: NodeRecord['attributes']): NodeRecord {
    this.pin(tensor);
    const node = new NodeRecord(this.pass, kind, op, take(tensor));
    node.module = this.modules.current;
    node.attributes = attributes;
    this.pass.nodes.push(node);
    tensor.observed = node;
    return node;
  }

  /** Counts the bytes of a storage that an operation filled, once in each pass. */
  private pin({ storage }: Tensor): void {
    const { observed } = storage;
    if (observed instanceof StorageFacts) {
      if (observed.pinnedBy === this.pass.index) return;
      observed.pinnedBy = this.pass.index;
    } else if (observed) return;
    this.pass.pinnedBytes += storage.bytes;
  }
}

/** Where a tensor from outside of a pass comes from, by the node that it had before. */
function originOf(before: NodeRecord | null): Origin {
  if (!before) return 'found';
  return before.kind === 'op' ? 'carried' : before.origin === 'made' ? 'earlier' : before.origin;
}

const isParameter = ({ autograd }: Tensor): boolean => autograd !== null && autograd.requiresGrad && !autograd.gradFn;
