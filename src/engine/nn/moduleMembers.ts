/** The types of the members of modules in `furtherModule.ts`. */
import type { Handle, LoadPostHook, LoadPreHook, StatePostHook, StatePreHook } from './moduleState.js';

export interface FurtherModule {
  /** Converts to float16. @returns itself */
  half(): this;
  /** Converts to bfloat16. @returns itself */
  bfloat16(): this;
  /**
   * Puts a module at a qualified name, in the place of another or as a new one. @throws AttributeError when nothing is there to hold
   * it, or (with `strict`) to be replaced
   */
  set_submodule(target: string, module: object, strict?: boolean | { strict?: boolean }): void;
  /** Calls `hook(module, prefix, keep_vars)` before the module's state is collected. */
  register_state_dict_pre_hook(hook: StatePreHook): Handle;
  /** Calls `hook(module, state_dict, prefix, local_metadata)` with the collected state, which it may change in place. */
  register_state_dict_post_hook(hook: StatePostHook): Handle;
  /**
   * Calls `hook(module, state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys, error_msgs)` before a state is
   * loaded into the module; it may change the state (a copy) and the lists in place.
   */
  register_load_state_dict_pre_hook(hook: LoadPreHook): Handle;
  /** Calls `hook(module, incompatible_keys)` when a state was loaded into the module; it may change the two lists in place. */
  register_load_state_dict_post_hook(hook: LoadPostHook): Handle;
  /** Shares the memory with other processes: there are none here. @returns itself */
  share_memory(): this;
}
