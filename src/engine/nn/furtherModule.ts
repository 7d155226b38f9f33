/** Members of modules that only pass on to `to`, or have nothing to do here. They are installed on the prototype. */
import { bfloat16, float16 } from '../dtype.js';
import { Module } from './module.js';
import type { FurtherModule } from './moduleMembers.js';

const members: FurtherModule & ThisType<Module> = {
  half() {
    return this.to(float16) as never;
  },
  bfloat16() {
    return this.to(bfloat16) as never;
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
