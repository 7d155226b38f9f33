/** `torch.autograd.graph`: what is kept for backward, and how. */
import { hooksRefusal, savedHooks, withHooks, withoutHooks } from '../autograd/savedMode.js';
import { RuntimeError } from '../errors.js';
import { lateCode } from '../ops/later.js';
import { GradFn } from '../tensor/gradFn.js';
import type { Tensor } from '../tensor/tensor.js';

/** The class of every `grad_fn`. */
export const Node = GradFn;

/**
 * Runs `body`; each tensor that an operation keeps for backward goes through `pack_hook`, and what that returns goes through
 * `unpack_hook` when backward needs the tensor, as `torch.autograd.graph.saved_tensors_hooks`.
 */
export function saved_tensors_hooks<P, T>(pack_hook: (tensor: Tensor) => P, unpack_hook: (packed: P) => Tensor, body: () => T): T {
  const refusal = hooksRefusal();
  if (refusal !== null) throw new RuntimeError(refusal);
  const hooks = { pack: pack_hook, unpack: unpack_hook as (packed: unknown) => unknown };
  return withHooks({ packKept: (fn) => lateCode().packed(fn, hooks), packed: (tensors) => lateCode().hooked(tensors, hooks) }, body);
}

/** Runs `body`, and keeps what backward needs in the memory of the CPU, where it is anyway: `torch.autograd.graph.save_on_cpu`. */
export function save_on_cpu<T>(pin_memory: boolean | { pin_memory?: boolean } | (() => T), body?: () => T): T {
  const run = typeof pin_memory === 'function' ? pin_memory : body!;
  return saved_tensors_hooks(
    (tensor) => [tensor.device, tensor.detach().clone().cpu()] as const,
    ([device, kept]) => kept.to(device),
    run,
  );
}

/** Runs `body`; hooks for what is kept are refused with `error_message`: `torch.autograd.graph.disable_saved_tensors_hooks`. */
export function disable_saved_tensors_hooks<T>(error_message: string, body: () => T): T {
  if (savedHooks()) throw new RuntimeError(error_message);
  return withoutHooks(error_message, body);
}

/** Tells autograd that a tensor was changed in place by other means: `torch.autograd.graph.increment_version`. */
export function increment_version(tensor: Tensor | readonly Tensor[]): void {
  for (const t of Array.isArray(tensor) ? (tensor as readonly Tensor[]) : [tensor as Tensor]) t.version.current++;
}
