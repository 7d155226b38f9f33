/** Writes a pass as steps, each with all of its arguments. Another engine can compute the pass from this alone. */
import { DType } from '../../engine/dtype.js';
import { Tensor } from '../../engine/tensor/tensor.js';
import type { Argument, Step, Steps, StepValue } from '../../protocol/trace.js';
import type { Site } from '../../protocol/runnerApi.js';
import { FormulaValue, type FormulaInput } from '../recording/formulas.js';
import { type NodeRecord, type PassRecord } from '../recording/records.js';
import { scalars } from './summary.js';
import { siteRange } from './passDocument.js';

/** @param shown ids of the nodes that are in the document. Other nodes get ids of their own */
export function writeSteps(pass: PassRecord, shown: ReadonlyMap<NodeRecord, string>, sites: readonly Site[]): Steps {
  const ids = new Map<FormulaInput, string>(shown);
  const idOf = (value: FormulaInput): string => {
    let id = ids.get(value);
    if (id === undefined) ids.set(value, (id = `${value instanceof FormulaValue ? 'g' : 'h'}${ids.size}`));
    return id;
  };
  const { formulas } = pass;
  return {
    forward: groups(pass.nodes).map((group) => stepOf(group, idOf, sites)),
    backward: (formulas?.list ?? []).map(({ event, inputs, outputs }) => ({
      op: withoutUnderscore(event.name),
      inputs: inputs.map((value, i) => ({ value: idOf(value), argument: event.argumentNames?.[i] ?? '' })),
      arguments: plain(event.attributes),
      outputs: outputs.map((value) => ({
        id: idOf(value),
        shape: [...value.sizes],
        dtype: value.dtype,
        ...(value.constant && { data: scalars(value.constant.elements()) }),
      })),
      source: null,
    })),
    gradients: Object.fromEntries([...(formulas?.gradients ?? [])].map(([node, value]) => [idOf(node), idOf(value)])),
  };
}

/** Groups nodes by operation. The results of one operation follow each other, and share the list of inputs. */
function groups(nodes: readonly NodeRecord[]): NodeRecord[][] {
  const found: NodeRecord[][] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if (last && last[0]!.kind === 'op' && node.kind === 'op' && last[0]!.inputs === node.inputs) last.push(node);
    else found.push([node]);
  }
  return found;
}

function stepOf(results: readonly NodeRecord[], idOf: (node: NodeRecord) => string, sites: readonly Site[]): Step {
  const [first] = results as [NodeRecord];
  const isData = first.kind === 'leaf' || first.operation?.is === 'random';
  return {
    op: isData ? 'data' : withoutUnderscore(first.op),
    inputs: isData ? [] : first.inputs.map((input, i) => ({ value: idOf(input), argument: first.argumentNames[i] ?? '' })),
    arguments: isData ? {} : { ...plain(first.attributes), ...placeInBase(first) },
    outputs: results.map((node) => valueOf(node, idOf(node), isData)),
    source: siteRange(sites[first.site]),
  };
}

/** The name without the underscore of an in-place operation. As a step, it gives a new value too. */
const withoutUnderscore = (name: string): string => name.replace(/(?<=\w)_$/, '');

const valueOf = ({ value, sizes, dtype }: NodeRecord, id: string, hasData: boolean): StepValue => ({
  id,
  shape: [...sizes],
  dtype: dtype.name,
  ...(hasData && value?.isHeld && { data: scalars(value.elements()) }),
});

/** The position in its base of a view that was changed in place. */
function placeInBase({ op, inputs: [base, part] }: NodeRecord): Record<string, Argument> {
  if (op !== 'copy_slices' || !base?.value || !part?.value) return {};
  return { stride: [...part.value.strides], base_stride: [...base.value.strides], offset: part.value.offset - base.value.offset };
}

const plain = (attributes: Readonly<Record<string, unknown>>): Record<string, Argument> =>
  Object.fromEntries(Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, argument(value)]])));

function argument(value: unknown): Argument {
  if (typeof value === 'number') return scalars([value])[0]!;
  if (typeof value === 'boolean' || typeof value === 'string' || value === null) return value;
  if (Array.isArray(value)) return value.map(argument);
  if (value instanceof DType) return value.name;
  return value instanceof Tensor ? null : String(value);
}
