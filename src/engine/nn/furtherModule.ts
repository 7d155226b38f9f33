/** Members of modules that only pass on to `to`, or have nothing to do here. They are installed on the prototype. */
import { bfloat16, float16 } from '../dtype.js';
import { AttributeError, ValueError } from '../errors.js';
import { pythonType } from '../ops/signature.js';
import { byName } from './arguments.js';
import { Module } from './module.js';
import type { FurtherModule } from './moduleMembers.js';
import { addHook } from './moduleState.js';

const members: FurtherModule & ThisType<Module> = {
  half() {
    return this.to(float16) as never;
  },
  bfloat16() {
    return this.to(bfloat16) as never;
  },
  set_submodule(target, module, given = false) {
    if (target === '') throw new ValueError('Cannot set the submodule without a target name!');
    if (!(module instanceof Module)) throw new ValueError(`\`module\` is not an nn.Module, found <class '${pythonType(module)}'>`);
    const at = target.lastIndexOf('.');
    const [parent, name] = [this.get_submodule(target.slice(0, Math.max(at, 0))), target.slice(at + 1)];
    const isThere = name in parent;
    if (byName('strict', given) === true && !isThere) throw new AttributeError(`${parent._get_name()} has no attribute \`${name}\``);
    if (isThere) parent.get_submodule(name);
    parent.put(name, module);
  },
  register_state_dict_pre_hook(hook) {
    return addHook(this._state.statePreHooks, hook);
  },
  register_state_dict_post_hook(hook) {
    return addHook(this._state.statePostHooks, hook);
  },
  register_load_state_dict_pre_hook(hook) {
    return addHook(this._state.loadPreHooks, hook);
  },
  register_load_state_dict_post_hook(hook) {
    return addHook(this._state.loadPostHooks, hook);
  },
  share_memory() {
    return this as never;
  },
};

Object.defineProperties(
  Module.prototype,
  Object.fromEntries(
    Object.entries(Object.getOwnPropertyDescriptors(members)).map(([name, descriptor]) => [name, { ...descriptor, enumerable: false }]),
  ),
);
