import type { Observer } from '../tensor/observe.js';
import { Tensor } from '../tensor/tensor.js';
import type { Op } from './op.js';

/** Tells the observer of operations. */

/** The names of the parameters that got tensors; `given` has one bit for each. Computed once for each combination. */
function layoutOf({ parsed: { parameters }, layouts }: Op, given: number): readonly string[] {
  let names = layouts.get(given);
  if (!names) layouts.set(given, (names = parameters.filter((_, i) => given & (1 << i)).map(({ name }) => name)));
  return names;
}

/** The names when an argument is a list: its length differs from call to call. */
const listLayout = (op: Op, values: readonly unknown[]): string[] =>
  op.parsed.parameters.flatMap(({ name }, i) => {
    const v = values[i];
    if (!Array.isArray(v)) return v instanceof Tensor ? name : [];
    return v.flatMap((e, k) => (e instanceof Tensor ? `${name}[${k}]` : []));
  });

const noAttributes: Readonly<Record<string, unknown>> = Object.freeze({});

/** Tells the observer about an operation. It runs for every operation of a recorded model, so it must be quick. */
export function report(
  watching: Observer,
  op: Op,
  values: readonly unknown[],
  results: readonly Tensor[],
  inplace: boolean,
  began: number,
): void {
  const ms = (watching.now?.() ?? 0) - began;
  const { parameters } = op.parsed;
  const inputs: Tensor[] = [];
  let attributes = noAttributes as Record<string, unknown>;
  let given = 0;
  let hasLists = false;
  for (let i = 0; i < parameters.length; i++) {
    const v = values[i];
    if (v === undefined) continue;
    if (v instanceof Tensor) {
      inputs.push(v);
      given |= 1 << i;
      continue;
    }
    if (Array.isArray(v)) {
      const before = inputs.length;
      for (const e of v) if (e instanceof Tensor) inputs.push(e);
      if (inputs.length > before) hasLists = true;
      if (v[0] instanceof Tensor) continue;
    }
    const p = parameters[i];
    if (p.name === 'out' || !(p.required || (v !== p.defaultValue && !(v === null && p.nullable)))) continue;
    if (attributes === noAttributes) attributes = {};
    attributes[p.name] = v;
  }
  watching.operation!({
    name: inplace ? `${op.shown}_` : op.shown,
    inputs,
    argumentNames: hasLists ? listLayout(op, values) : layoutOf(op, given),
    outputs: results,
    attributes,
    inplace,
    kind: op.kind,
    entry: op,
    ms,
  });
}
