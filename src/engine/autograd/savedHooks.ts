import { RuntimeError, TypeError_ } from '../errors.js';
import { inferenceSaved } from '../errors/autograd.js';
import { pythonType } from '../ops/signature.js';
import { unobserved } from '../tensor/observe.js';
import type { GradEdge } from '../tensor/gradFn.js';
import { gradEdge, setGradFn } from '../tensor/state.js';
import { Tensor } from '../tensor/tensor.js';
import { isGradEnabled, withGradMode } from './gradMode.js';
import type { OpGradFn } from './opGradFn.js';
import type { SavedBase } from './saved.js';

/** What `saved_tensors_hooks` do to the tensors that operations keep. Loaded with the first hooks. */

/** What a program gives. */
interface Hooks {
  readonly pack: (tensor: Tensor) => unknown;
  readonly unpack: (packed: unknown) => unknown;
}

/** A tensor that went through the pack hook. */
class Packed {
  private readonly value: unknown;
  private readonly edge: GradEdge | null;

  constructor(
    tensor: Tensor,
    private readonly hooks: Hooks,
  ) {
    const { version } = tensor;
    const before = version.current;
    this.edge = gradEdge(tensor);
    this.value = withGradMode(false, () => hooks.pack(tensor));
    if (version.current !== before)
      throw new RuntimeError(
        'A saved tensor pack hook is modifying its input in place. Tensors provided as input to pack hook cannot be modified by in-place operations as this can lead to unexpected side-effects. Please open an issue if you need to perform in-place operations on the input to a pack hook.',
      );
  }

  unpack(): Tensor {
    const tensor = withGradMode(false, () => this.hooks.unpack(this.value));
    if (!(tensor instanceof Tensor))
      throw new TypeError_(`Output of saved tensor unpack_hook expected to be a Tensor but got result of type ${pythonType(tensor)}`);
    if (!this.edge || !isGradEnabled()) return tensor;
    // The gradients of gradients go where the tensor came from.
    const own = tensor.alias();
    setGradFn(own, this.edge.fn, this.edge.index);
    return own;
  }
}

/** Where a kept tensor is: an argument by its place (with its place in a list), or a result. */
type Place = { readonly slot: number; readonly at: number | null } | { readonly result: number };

/** The tensors that the formulas read, in PyTorch's order: arguments by their names, where the first one is `self`, then results. */
function placesRead(fn: OpGradFn): Place[] {
  const { saved, op } = fn;
  const names = op.parsed.parameters.map((p) => p.name);
  const found = new Map<string, Place>();
  const add = (place: Place) => void found.set(JSON.stringify(place), place);
  const addSlot = (slot: number) => {
    const value = saved.slotAt(slot);
    if (value instanceof Tensor) add({ slot, at: null });
    else if (Array.isArray(value)) value.forEach((one, at) => one instanceof Tensor && add({ slot, at }));
  };
  const watched = new Proxy(saved, {
    get(target, key) {
      const slot = names.indexOf(key as string);
      if (slot >= 0) addSlot(slot);
      else if (key === 'result') add({ result: 0 });
      else if (key === 'results') target.savedResults().forEach((_, result) => add({ result }));
      else if (key === 'resultAt') return (result: number) => (add({ result }), target.resultAt(result));
      return Reflect.get(target, key, target) as unknown;
    },
  });
  // The formulas run once on zeros, to see what they read.
  withGradMode(false, () =>
    unobserved(() => {
      const zeros = saved.savedResults().map((t) => t.detach().new_zeros(t.sizes));
      saved.grads = zeros;
      for (const { name, formula } of op.differentiable) {
        if (!saved.needs(name)) continue;
        try {
          formula(zeros[0], watched);
        } catch {
          // What it has read until then is kept; backward will say what is wrong.
        }
      }
    }),
  );
  saved.grads = [];
  const nameOf = (place: Place): string => ('result' in place ? '' : names[place.slot].replace(/^input$/, 'self'));
  const order = (a: Place, b: Place): number => {
    if ('result' in a || 'result' in b) return 'result' in a ? ('result' in b ? a.result - b.result : 1) : -1;
    return a.slot === b.slot ? a.at! - b.at! : nameOf(a) < nameOf(b) ? -1 : 1;
  };
  return [...found.values()].sort(order);
}

/** @throws RuntimeError when an operation keeps a tensor that was made in inference mode */
export function refuseInference(fn: OpGradFn): void {
  const { saved } = fn;
  const isIt = (value: unknown): boolean =>
    value instanceof Tensor ? value.storage.isInference : Array.isArray(value) && value.some((one) => one instanceof Tensor && isIt(one));
  if (!fn.op.parsed.parameters.some((_, slot) => isIt(saved.slotAt(slot)))) return;
  for (const place of placesRead(fn)) if (!('result' in place) && isIt(saved.slotAt(place.slot))) throw inferenceSaved();
}

/** Packs what an operation keeps, and lets its backward unpack it. */
export function packed(fn: OpGradFn, hooks: Hooks): void {
  const { saved } = fn;
  const places = placesRead(fn);
  if (places.length === 0) return;
  const results = [...saved.savedResults()] as (Tensor | Packed)[];
  for (const place of places) {
    if ('result' in place) results[place.result] = new Packed(results[place.result] as Tensor, hooks);
    else {
      const value = saved.slotAt(place.slot);
      if (place.at === null) saved.putAt(place.slot, new Packed(value as Tensor, hooks));
      else {
        const list = [...(value as unknown[])];
        list[place.at] = new Packed(list[place.at] as Tensor, hooks);
        saved.putAt(place.slot, list);
      }
    }
  }
  saved.putResults(results as Tensor[]);
  fn.unpacks = () => unpacked(saved, places);
}

/** The saved values with unpacked tensors: all of them, in the order in which they were packed. */
function unpacked(saved: SavedBase, places: readonly Place[]): SavedBase {
  const open = Object.create(saved) as SavedBase;
  const tensors = new Map<Packed, Tensor>();
  const opened = (value: unknown): unknown => {
    if (!(value instanceof Packed)) return value;
    let tensor = tensors.get(value);
    if (!tensor) tensors.set(value, (tensor = value.unpack()));
    return tensor;
  };
  open.get = (slot) => {
    const value = saved.get(slot);
    return Array.isArray(value) ? value.map(opened) : opened(value);
  };
  open.resultAt = (index) => {
    const value: unknown = saved.savedResults()[index];
    return value instanceof Packed ? (opened(value) as Tensor) : saved.resultAt(index);
  };
  for (const place of places) {
    if ('result' in place) open.resultAt(place.result);
    else if (place.at === null) open.get(place.slot);
    else opened((saved.get(place.slot) as unknown[])[place.at]);
  }
  return open;
}

/** The tensors of a function of the program, packed. @returns what gives them back */
export function hooked(tensors: readonly (Tensor | null)[], hooks: Hooks): () => (Tensor | null)[] {
  const all = tensors.map((t) => t && new Packed(t, hooks));
  return () => all.map((one) => one && one.unpack());
}
