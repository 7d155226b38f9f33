/** Modules as functions of their parameters. */
import { AttributeError, RuntimeError, TypeError_ } from '../errors.js';
import { withGradMode } from '../autograd/gradMode.js';
import { stack } from '../generated/torch.js';
import { Module } from '../nn/module.js';
import { isPlainObject, pythonType } from '../ops/signature.js';
import type { Tensor } from '../tensor/tensor.js';

type Values = Readonly<Record<string, Tensor>>;

export interface FunctionalCallOptions {
  /** Arguments of the module by name. Default: null */
  kwargs?: Readonly<Record<string, unknown>> | null;
  /** Whether weights that the module shares stay shared. Default: true */
  tie_weights?: boolean;
  /** Whether exactly all parameters and buffers must be given. Default: false */
  strict?: boolean;
}

/**
 * Calls a module with the given parameters and buffers in place of its own, by their qualified names, as
 * `torch.func.functional_call`.
 * @param values one dictionary, or a list of several
 * @param args the module's arguments: one, or a list
 * @throws RuntimeError with `strict` for names that are missing or unknown
 */
export function functional_call<M extends Module>(
  module: M,
  values: Values | readonly Values[],
  args: unknown = [],
  options: FunctionalCallOptions = {},
): ReturnType<M['forward']> {
  const { kwargs = null, tie_weights = true, strict = false } = namedOptions(options);
  const given: Record<string, Tensor> = Object.assign({}, ...(Array.isArray(values) ? (values as Values[]) : [values as Values]));
  if (strict) checkNames(module, given);
  const restore = Object.entries(tie_weights ? withTied(module, given) : given).map(([path, value]) => {
    const at = path.lastIndexOf('.');
    const owner = module.get_submodule(path.slice(0, Math.max(at, 0))) as unknown as Record<string, unknown>;
    const name = path.slice(at + 1);
    const before = owner[name];
    owner[name] = value;
    return () => (owner[name] = before);
  });
  try {
    const list = Array.isArray(args) ? (args as unknown[]) : [args];
    return (module as Module)(...list, ...(kwargs ? [kwargs] : [])) as ReturnType<M['forward']>;
  } finally {
    for (const undo of restore) undo();
  }
}

/** Keyword arguments may stand in the place of `kwargs`: the value is options only if all its names are names of options. */
const namedOptions = (given: unknown): FunctionalCallOptions =>
  isPlainObject(given) && Object.keys(given).some((key) => !/^(kwargs|tie_weights|strict)$/.test(key))
    ? { kwargs: given }
    : ((given as FunctionalCallOptions | null) ?? {});

function checkNames(module: Module, given: Values): void {
  const known = new Set([...module.named_parameters(), ...module.named_buffers()].map(([name]) => name));
  const quoted = (names: string[]) => names.map((name) => `'${name}'`).join(', ');
  const unexpected = Object.keys(given).filter((name) => !known.has(name));
  const missing = [...known].filter((name) => !(name in given));
  const problems = [
    ...(unexpected.length > 0 ? [`Unexpected key(s): ${quoted(unexpected)}.`] : []),
    ...(missing.length > 0 ? [`Missing key(s): ${quoted(missing)}.`] : []),
  ];
  if (problems.length > 0)
    throw new RuntimeError(`Error(s) in reparametrizing for ${module.constructor.name}:\n\t${problems.join('\n\t')}`);
}

/** Adds a value for each name of a weight that has several names. */
function withTied(module: Module, given: Values): Values {
  const names = new Map<unknown, string[]>();
  for (const [path, owner] of module.named_modules())
    for (const [name, tensor] of [...owner.named_parameters('', false), ...owner.named_buffers('', false)]) {
      const full = path === '' ? name : `${path}.${name}`;
      names.set(tensor, [...(names.get(tensor) ?? []), full]);
    }
  const all = { ...given };
  for (const group of names.values()) {
    const known = group.find((name) => name in given);
    if (known !== undefined) for (const name of group) all[name] ??= given[known];
  }
  return all;
}

/**
 * The parameters and buffers of several modules of one class, each stacked along a new first dim, as
 * `torch.func.stack_module_state`. With them, `vmap` over `functional_call` can run all modules as one.
 * @throws RuntimeError for no modules, for different classes, and when some train and some do not; TypeError when `models` is
 * no list, AttributeError when an item is no module
 */
export function stack_module_state(models: Iterable<Module>): [params: Record<string, Tensor>, buffers: Record<string, Tensor>] {
  if (!(Symbol.iterator in Object(models))) throw new TypeError_(`object of type '${pythonType(models)}' has no len()`);
  const all = [...models];
  const stray = all.find((one) => !(one instanceof Module));
  if (stray !== undefined) throw new AttributeError(`'${pythonType(stray)}' object has no attribute 'training'`);
  const [first] = all;
  if (!first) throw new RuntimeError('stack_module_state: Expected at least one model, got 0.');
  if (all.some((one) => one.training !== first.training))
    throw new RuntimeError('stack_module_state: Expected all models to have the same training/eval mode.');
  if (all.some((one) => one.constructor !== first.constructor))
    throw new RuntimeError('stack_module_state: Expected all models to be of the same class.');
  const together = (entries: readonly [string, Tensor][][]): Record<string, Tensor> =>
    Object.fromEntries(
      entries[0].map(([name, tensor], i) => {
        const stacked = withGradMode(false, () => stack(entries.map((one) => one[i][1])));
        return [name, stacked.requires_grad_(tensor.requires_grad)];
      }),
    );
  return [together(all.map((one) => one.named_parameters())), together(all.map((one) => one.named_buffers()))];
}
