import { GradFn, metaOf } from '../tensor/gradFn.js';
import { isGradEnabled } from '../autograd/gradMode.js';
import { gradEdge, requiresGrad, setGradFn, stateOf } from '../tensor/state.js';
import { view } from '../ops/kind.js';
import { observer } from '../tensor/observe.js';
import { Tensor } from '../tensor/tensor.js';
import type { Module } from './module.js';
import type { Gradients } from './moduleState.js';

/** A backward function that calls `look` with the gradients and passes on what `look` returns. */
class Gate extends GradFn {
  constructor(
    tensors: readonly Tensor[],
    private readonly look: (grads: Gradients) => Gradients,
  ) {
    super('BackwardHookFunctionBackward');
    this.edges = tensors.map(gradEdge);
    this.outputs = tensors.map(metaOf);
  }

  override apply(grads: Gradients): Gradients {
    return this.look(grads);
  }
}

const gateKind = view<string>();

/** Aliases of the tensors whose gradients pass through a gate. */
function through(tensors: readonly Tensor[], look: (grads: Gradients) => Gradients): Tensor[] {
  const gate = new Gate(tensors, look);
  const behind = tensors.map((t, i) => {
    const alias = t.alias();
    if (requiresGrad(t)) {
      setGradFn(alias, gate, i);
      stateOf(alias).view = { base: t, version: t.version.current, multiple: false, unrecorded: false, custom: true };
    }
    return alias;
  });
  observer()?.operation?.({
    name: 'BackwardHookFunction',
    inputs: tensors,
    outputs: behind,
    attributes: {},
    inplace: false,
    kind: gateKind,
    ms: 0,
  });
  return behind;
}

/** Puts a gate before the tensors in `values` (also in lists). Returns null when none of them requires a gradient. */
function gated<T>(values: T, look: (grads: Gradients) => Gradients): { values: T } | null {
  const list: readonly unknown[] = Array.isArray(values) ? values : [values];
  const tensors = list.filter((v): v is Tensor => v instanceof Tensor);
  if (!isGradEnabled() || !tensors.some(requiresGrad)) return null;
  const behind = through(tensors, look);
  const replaced = list.map((v) => (v instanceof Tensor ? behind.shift() : v));
  return { values: (Array.isArray(values) ? replaced : replaced[0]) as T };
}

const listOf = (changed: Gradients | Tensor): Gradients => (changed instanceof Tensor ? [changed] : changed);

/** Puts gates around one call of `module`. They give its full backward hooks the gradients that pass. */
export function watchBackward(module: Module) {
  const { backwardHooks: hooks, backwardPreHooks: before } = module._state;
  let gradOutput: Gradients = [];
  let inputCount = 0;
  let inputsAreGated = false;
  const tell = (gradInput: Gradients): Gradients => {
    let result = gradInput;
    for (const hook of [...hooks]) {
      const changed = hook(module, result, gradOutput);
      if (changed) result = listOf(changed);
    }
    return result;
  };
  return {
    inputs(args: unknown[]): unknown[] {
      inputCount = args.filter((v) => v instanceof Tensor).length;
      const gate = gated(args, tell);
      inputsAreGated = gate !== null;
      return gate?.values ?? args;
    },
    outputs(output: unknown): unknown {
      const gate = gated(output, (grads) => {
        gradOutput = grads;
        for (const hook of [...before]) {
          const changed = hook(module, gradOutput);
          if (changed) gradOutput = listOf(changed);
        }
        if (!inputsAreGated) tell(new Array<null>(inputCount).fill(null));
        return gradOutput;
      });
      return gate?.values ?? output;
    },
  };
}
