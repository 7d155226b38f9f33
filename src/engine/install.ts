import { repr } from './repr/repr.js';
import { Tensor } from './tensor/tensor.js';
import { byName, type OrByName } from './nn/arguments.js';
import { installFurtherMembers } from './furtherMembers.js';
import { ops } from './ops/index.js';
import { assign, subscript } from './ops/indexing/subscript.js';
import { installLayoutMembers } from './sparse/install.js';
import { installSubscripts } from './operators/subscripts.js';
import type { IndexSpec } from './tensor/indexSpec.js';
import { fn, inplaceMethod, method, callable, names, register } from './ops/registry.js';

/** Makes all ops callable: as functions by name, and as methods and in-place methods of Tensor. */
register(ops);
for (const name of names()) {
  const methods = callable(name, 'method');
  if (methods.length > 0) define(name, method(methods));
  const inplace = callable(name, 'inplace');
  if (inplace.length > 0) define(`${name}_`, inplaceMethod(inplace));
}

define('toString', function (this: Tensor) {
  return repr(this);
});
define('index', function (this: Tensor, ...specs: IndexSpec[]) {
  return subscript(this, specs);
});
define(
  'index_put_',
  function (this: Tensor, specs: readonly IndexSpec[], value: unknown, accumulate: OrByName<'accumulate', boolean> = false) {
    return assign(this, specs, value, byName('accumulate', accumulate) ?? false);
  },
);

for (const name of ['real', 'imag'] as const) {
  const part = fn(name);
  Object.defineProperty(Tensor.prototype, name, {
    configurable: true,
    get(this: Tensor) {
      return part(this);
    },
    set(this: Tensor, value: Tensor | number) {
      const view = part(this) as Tensor;
      if (value instanceof Tensor) view.copy_(value);
      else view.fill_(value);
    },
  });
}

installSubscripts();
installLayoutMembers();
installFurtherMembers();

function define(name: string, value: unknown): void {
  Object.defineProperty(Tensor.prototype, name, { value, writable: true, configurable: true });
}
