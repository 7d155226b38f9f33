import { refuseCaptured } from '../autograd/captures.js';
import { isGradEnabled, isInferenceMode } from '../autograd/gradMode.js';
import { OpGradFn } from '../autograd/opGradFn.js';
import { keeping } from '../autograd/savedMode.js';
import { gradEdge, isLeaf, requiresGrad, setGradFn, showsOtherKind, stateOf } from '../tensor/state.js';
import { CopySlices } from '../tensor/viewGradFns.js';
import type { SavedBase } from '../autograd/saved.js';
import { giveBack } from '../backends/allocation.js';
import { kernels } from '../backends/dispatch.js';
import { canCast, type DType } from '../dtype.js';
import { NotImplementedError_, RuntimeError, TypeError_ } from '../errors.js';
import { hookedInPlace, inferenceInPlace, leafInPlace, otherKindInPlace, unrecordedInPlace, viewInPlace } from '../errors/autograd.js';
import { wrongDtype } from '../errors/dtypes.js';
import { inplaceShapeMismatch } from '../errors/shapes.js';
import { placeOf, pythonType } from './signature.js';
import { mapping } from '../mapping.js';
import { observer, willWrite } from '../tensor/observe.js';
import { hasChannelsLast } from '../layout.js';
import { broadcastSizes, sameSizes } from '../shape.js';
import { sparseHook } from '../sparse/hook.js';
import { storagesMade } from '../storage.js';
import { Tensor } from '../tensor/tensor.js';
import { autocasting, cast } from './autocast.js';
import { compute } from './compute.js';
import { roundedOnce } from './halves.js';
import { refuseLacking } from './lacks.js';
import type { Op } from './op.js';
import { checkOutDtype } from './outDtype.js';
import { checkOverlap, elementsOf, overlapsItself } from './overlap.js';
import { asChannelsOf, copyOf, emptyLike, isOperand, resultType } from './pointwise.js';
import { report } from './reporting.js';

/**
 * The walker: the work around every operation. It runs the operation's forward without recording, records its backward
 * function, tells the observer, and builds the `out=` and in-place variants from the forward.
 */

export const tensorsOf = (values: readonly unknown[]): Tensor[] => {
  const found: Tensor[] = [];
  for (const v of values) {
    if (v instanceof Tensor) found.push(v);
    else if (Array.isArray(v)) for (const e of v) if (e instanceof Tensor) found.push(e);
  }
  return found;
};

const anyRequiresGrad = (op: Op, values: readonly unknown[]): boolean => {
  for (const { index } of op.differentiable) {
    const v = values[index];
    if (v instanceof Tensor ? requiresGrad(v) : Array.isArray(v) && v.some((e) => e instanceof Tensor && requiresGrad(e))) return true;
  }
  return false;
};

/** @throws RuntimeError when an argument requires grad but PyTorch has no gradient for it */
function checkConstants(op: Op, values: readonly unknown[]): void {
  if (!isGradEnabled()) return;
  for (const { index, refusal } of op.constants) {
    const v = values[index];
    if (v instanceof Tensor && requiresGrad(v)) throw new RuntimeError(refusal);
  }
}

/** The results with channels last, if the input (or the first tensor of a list) or the weight has channels last. */
function withChannels([input, weight]: readonly unknown[], result: Tensor | Tensor[]): Tensor | Tensor[] {
  const given = [Array.isArray(input) ? input[0] : input, weight].filter((t) => t instanceof Tensor);
  const model = given.find((t) => hasChannelsLast(t.sizes, t.strides));
  if (!model) return result;
  return Array.isArray(result) ? result.map((t) => asChannelsOf(model, t)) : asChannelsOf(model, result);
}

const tupleText = function (this: Tensor[]): string {
  return `(${this.map(String).join(', ')}${this.length === 1 ? ',' : ''})`;
};

/** Several results; their text is that of a tuple of Python. */
function asTuple(results: Tensor[]): Tensor[] {
  if (!Object.hasOwn(results, 'toString')) Object.defineProperty(results, 'toString', { value: tupleText, enumerable: false });
  return results;
}

const isTensors = (value: unknown): value is Tensor[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => one instanceof Tensor);

/** Several results as PyTorch's named tuple: an array whose elements can be read by name. */
function named(op: Op, results: Tensor[], isOut = false): Tensor[] {
  const { resultNames } = op.parsed;
  if (!resultNames) return op.internal ? results : asTuple(results);
  if (Object.hasOwn(results, resultNames[0])) return results;
  resultNames.forEach((name, i) => Object.defineProperty(results, name, { value: results[i], enumerable: false }));
  const type = op.name.startsWith('linalg.') ? `linalg_${op.shortName}` : op.shortName;
  const text = () =>
    `torch.return_types.${type}${isOut ? '_out' : ''}(\n${resultNames.map((name, i) => `${name}=${String(results[i])}`).join(',\n')})`;
  if (!op.internal) Object.defineProperty(results, 'toString', { value: text, enumerable: false });
  return results;
}

/** Runs `op` on arguments in the order of its signature. */
export function execute(op: Op, values: unknown[]): unknown {
  return autocasting() ? cast(op, values, (given) => executeAsGiven(op, given)) : executeAsGiven(op, values);
}

function executeAsGiven(op: Op, values: unknown[]): unknown {
  const sparse = sparseHook();
  if (sparse?.concerns(op, values)) return sparse.perform(op, values, false);
  const mapped = mapping();
  return mapped === null ? perform(op, values) : mapped.around(op, tensorsOf(values), values, () => perform(op, values));
}

function perform(op: Op, values: unknown[]): unknown {
  const out = op.outIndex >= 0 ? (values[op.outIndex] as Tensor | Tensor[] | null) : null;
  if (out) return Array.isArray(out) ? named(op, intoOut(op, values, out), true) : intoOut(op, values, [out])[0];
  if (op.compose) {
    const composed = op.roundsOnce === 'all' ? roundedOnce(values, op.compose) : op.compose(...values);
    if (op.lacks) refuseLacking(op.lacks, values);
    return isTensors(composed) ? named(op, composed) : composed;
  }

  observer()?.willUse?.(tensorsOf(values));
  if (op.constants.length > 0) checkConstants(op, values);
  const records = isGradEnabled() && op.differentiable.length > 0 && anyRequiresGrad(op, values);
  const saved = records ? new op.saved(values) : null;
  const watching = observer();
  const began = watching?.now?.() ?? 0;
  const computed = compute(op, values);
  const laid = op.keepsChannels ? withChannels(values, computed) : computed;
  // A recorded result gets a history. An input that `forward` returned is copied, so that it keeps its own history.
  const result = saved && !op.isView && !Array.isArray(laid) && values.includes(laid) ? copyOf(laid) : laid;
  const results = Array.isArray(result) ? result : [result];
  if (op.isView) linkViews(values[0] as Tensor, results, Array.isArray(result));
  else for (let i = 0; i < results.length; i++) if (results[i].autograd?.view) unlink(results[i], values);
  if (saved) record(op, saved, values, results);
  if (watching?.operation) report(watching, op, values, results, false, began);
  return Array.isArray(result) ? named(op, results) : result;
}

function record(op: Op, saved: SavedBase, values: readonly unknown[], results: Tensor[]): OpGradFn {
  const fn = new OpGradFn(op, saved, values, gradEdge);
  for (let i = 0; i < results.length; i++) {
    const t = results[i];
    fn.outputs.push({ sizes: t.sizes, dtype: t.dtype });
    if (t.dtype.isContinuous && i < (op.differentiableOutputs ?? Infinity)) setGradFn(t, fn, i);
  }
  saved.keepResults(results, fn);
  keeping(fn);
  return fn;
}

/** Registers each result as a view of the base of `input`. */
function linkViews(input: Tensor, results: Tensor[], multiple: boolean): void {
  const inner = input.autograd?.view;
  for (const t of results) {
    if (t === input || t.storage !== input.storage) continue;
    stateOf(t).view = {
      base: inner?.base ?? input,
      version: t.version.current,
      multiple: multiple || (inner?.multiple ?? false),
      unrecorded: !isGradEnabled() || (inner?.unrecorded ?? false),
      custom: inner?.custom ?? false,
    };
  }
}

/** Removes the view relation when `forward` made its result a view of a tensor that no other code holds. */
function unlink(result: Tensor, values: readonly unknown[]): void {
  if (!tensorsOf(values).some((t) => t.storage === result.storage)) result.autograd!.view = null;
}

/** Computes the results and stores each in its tensor of `outs`. @returns these tensors */
function intoOut(op: Op, values: readonly unknown[], outs: readonly Tensor[]): Tensor[] {
  const inputs = values.map((v, i) => (i === op.outIndex ? null : v));
  const count = op.parsed.resultNames?.length ?? 1;
  if (outs.length !== count) throw new TypeError_(`expected tuple of ${count} elements but got ${outs.length}`);
  if (isGradEnabled() && tensorsOf([...inputs, ...outs]).some(requiresGrad)) {
    throw new RuntimeError(
      `${op.shortName}(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.`,
    );
  }
  for (const out of outs) {
    if (out.storage.isInference && !isInferenceMode()) throw inferenceInPlace();
    checkOverlap(out, inputs);
  }
  if (op.computesInOut) inputs[placeOf(op.parsed, 'dtype')] ??= outs[0].dtype;
  observer()?.willUse?.(tensorsOf(inputs));
  const watching = observer();
  const began = watching?.now?.() ?? 0;
  const computed = (op.compose ? op.compose(...inputs) : compute(op, inputs)) as Tensor | Tensor[];
  const results = Array.isArray(computed) ? computed : [computed];
  for (let i = 0; i < count; i++) {
    checkOutDtype(op, results[i].dtype, outs[i].dtype, i);
    if (!canCast(results[i].dtype, outs[i].dtype)) throw cannotStore(op, results[i].dtype, outs[i].dtype);
  }
  for (let i = 0; i < count; i++) {
    if (!sameSizes(results[i].sizes, outs[i].sizes)) resizeFor(outs[i], results[i]);
    write(outs[i], results[i]);
  }
  if (watching?.operation) report(watching, op, inputs, outs, false, began);
  return [...outs];
}

const cannotStore = (op: Op, from: DType, to: DType) =>
  new RuntimeError(op.refusal?.(from, to) ?? `result type ${from.scalarName} can't be cast to the desired output type ${to.scalarName}`, {
    kind: 'cast',
    from: from.name,
    to: to.name,
  });

/** Gives `out` the size of the result, over new memory. */
function resizeFor(out: Tensor, result: Tensor): void {
  out.adopt(Tensor.empty(result.sizes, out.dtype, out.device));
}

/** Overwrites the elements of `target`. */
export function write(target: Tensor, source: Tensor): void {
  willWrite(target.storage);
  kernels.copy(source, target);
  target.version.current++;
}

/** @throws RuntimeError when PyTorch forbids to change `self` in place while it records */
function checkInplace(self: Tensor): void {
  if (self.storage.isInference && !isInferenceMode()) throw inferenceInPlace();
  if (!isGradEnabled()) return;
  const view = self.autograd?.view;
  if (view?.unrecorded && requiresGrad(self)) throw unrecordedInPlace();
  if (view?.custom && requiresGrad(self)) throw hookedInPlace(self.autograd!.outputIndex, self.autograd!.gradFn!.forwardName);
  if (view && requiresGrad(view.base) && isLeaf(view.base)) {
    throw leafInPlace(true);
  }
  if (requiresGrad(self) && isLeaf(self)) throw leafInPlace(false);
  if (view?.multiple && requiresGrad(self)) {
    throw viewInPlace(self.autograd!.outputIndex, self.autograd!.gradFn!.forwardName);
  }
}

/** A copy of `self` from before an in-place change, with its history. */
function asItWas(self: Tensor): Tensor {
  const before = emptyLike(self);
  kernels.copy(self, before);
  const edge = gradEdge(self);
  if (edge) setGradFn(before, edge.fn, edge.index);
  return before;
}

/** @throws RuntimeError when a result of these sizes and this dtype cannot be stored in `self` */
function checkStorable(op: Op, sizes: readonly number[], dtype: DType, self: Tensor): void {
  if (!sameSizes(sizes, self.sizes)) throw inplaceShapeMismatch(self.sizes, sizes);
  const wrong = dtype === self.dtype ? null : (op.wrongOut?.(dtype, self.dtype, '') ?? null);
  if (wrong !== null) throw wrongDtype('same', wrong);
  if (!canCast(dtype, self.dtype)) throw cannotStore(op, dtype, self.dtype);
}

/** Computes the result of an in-place operation. A result that cannot be stored is refused before a missing kernel. */
function computeInplace(op: Op, values: unknown[]): Tensor {
  try {
    return compute(op, values) as Tensor;
  } catch (error) {
    if (op.kind.each && error instanceof NotImplementedError_) {
      const sizes = tensorsOf(values).reduce<readonly number[]>((all, t) => broadcastSizes(all, t.sizes), []);
      checkStorable(op, sizes, resultType(values.filter(isOperand)), values[0] as Tensor);
    }
    throw error;
  }
}

/** Runs `op` and stores its result in the first argument. Returns the first argument. */
export function executeInplace(op: Op, values: unknown[]): Tensor {
  const sparse = sparseHook();
  if (sparse?.concerns(op, values)) return sparse.perform(op, values, true) as Tensor;
  const mapped = mapping();
  return mapped ? mapped.aroundInplace(op, tensorsOf(values), values, () => performInplace(op, values)) : performInplace(op, values);
}

function performInplace(op: Op, values: unknown[]): Tensor {
  const self = values[0] as Tensor;
  if (!((self as unknown) instanceof Tensor))
    throw new TypeError_(`${op.shortName}_() received an invalid combination of arguments - got (${values.map(pythonType).join(', ')})`);
  refuseCaptured(self.storage, op, values);
  if (!op.isForeign) checkInplace(self);
  if (op.isView && op.forward) return becomeView(op, values);
  if (!op.writesOverlaps) checkOverlap(self, values);
  if (op.compose) {
    const composed = op.compose(...values) as Tensor;
    checkStorable(op, composed.sizes, composed.dtype, self);
    return self.copy_(composed);
  }
  observer()?.willUse?.(tensorsOf(values));
  const records = isGradEnabled() && op.differentiable.length > 0 && anyRequiresGrad(op, values);
  const recorded = records ? [asItWas(self), ...values.slice(1)] : values;
  if (records && showsOtherKind(self)) throw otherKindInPlace();
  const saved = records ? new op.saved(recorded) : null;
  const watching = observer();
  const began = watching?.now?.() ?? 0;
  const before = storagesMade();
  const result = computeInplace(op, values);
  checkStorable(op, result.sizes, result.dtype, self);
  const edge = saved && gradEdge(self);
  if (overlapsItself(self)) writeOneByOne(op, values, self, result);
  else write(self, result);
  // Nobody has seen memory that the operation has made for its result.
  if (result.storage.born > before) giveBack(result.storage);
  if (saved) recordInplace(op, saved, recorded, self, edge);
  if (watching?.operation) report(watching, op, values, [self], true, began);
  return self;
}

/**
 * Changes a tensor in which several elements share a place in memory, as PyTorch's loops do. An elementwise operation
 * reads each element after the changes to the earlier ones; other operations write only the elements that differ.
 */
function writeOneByOne(op: Op, values: readonly unknown[], self: Tensor, result: Tensor): void {
  const { sizes } = self;
  const places = elementsOf(self, sizes);
  if (op.kind.each) {
    const operands = values.map((v) => (v instanceof Tensor ? elementsOf(v, sizes) : null));
    const at = (i: number) =>
      compute(
        op,
        values.map((v, k) => operands[k]?.[i] ?? v),
      ) as Tensor;
    places.forEach((place, i) => write(place, at(i)));
  } else {
    const before = elementsOf(emptyLike(self).copy_(self), sizes);
    elementsOf(result, sizes).forEach((after, i) => {
      if (!Object.is(after.item(), before[i].item())) write(places[i], after);
    });
  }
}

/** `x.t_()` and similar operations: the tensor becomes a view of its old self. */
function becomeView(op: Op, values: unknown[]): Tensor {
  const self = values[0] as Tensor;
  const records = isGradEnabled() && anyRequiresGrad(op, values);
  const before = [self.alias(), ...values.slice(1)];
  const saved = records ? new op.saved(before) : null;
  const edge = saved && gradEdge(self);
  const watching = observer();
  const began = watching?.now?.() ?? 0;
  self.adopt(compute(op, values) as Tensor);
  self.version.current++;
  if (saved) {
    const fn = new OpGradFn(op, saved, before, () => edge, op.gradFnInPlace);
    fn.outputs.push({ sizes: self.sizes, dtype: self.dtype });
    setGradFn(self, fn, 0);
  }
  if (watching?.operation) report(watching, op, values, [self], true, began);
  return self;
}

/** Makes the changed tensor the output of the operation. For a view, the base becomes the output, by CopySlices. */
function recordInplace(op: Op, saved: SavedBase, values: readonly unknown[], self: Tensor, selfEdge: ReturnType<typeof gradEdge>): void {
  const fn = new OpGradFn(op, saved, values, (t) => (t === values[0] ? selfEdge : gradEdge(t)), op.gradFnInPlace);
  fn.outputs.push({ sizes: self.sizes, dtype: self.dtype });
  saved.keepResults([self], fn);
  keeping(fn);
  const view = self.autograd?.view;
  if (!view) return setGradFn(self, fn, 0);
  const { base } = view;
  setGradFn(base, new CopySlices(base, self, gradEdge(base), fn), 0);
  view.version = -1; // the view takes its next grad_fn from the base
}
