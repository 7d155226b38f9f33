/**
 * A pass as an ONNX model. The inputs of the graph are the program's named input data; its parameters are initializers;
 * its results are outputs under their names in the source; with the backward pass, gradients are outputs too, as
 * `NAME_grad`. The model computes what the pass computed: a loop is written out once for each turn.
 */
import { create, toBinary } from '@bufbuild/protobuf';
import {
  GraphProtoSchema,
  ModelProtoSchema,
  TensorShapeProto_DimensionSchema as DimSchema,
  TypeProtoSchema,
  ValueInfoProtoSchema,
  type ValueInfoProto,
} from 'onnx-buf';
import { placeText } from '../../present/paths.js';
import type { Pass, Step, Steps, StepValue, TraceNode } from '../../protocol/trace.js';
import { Batch } from './batch.js';
import { Call } from './call.js';
import { NoRule } from './noRule.js';
import { dataType, GraphWriter, type Ref } from './graphWriter.js';
import { Names } from './names.js';
import { rules } from './rules/index.js';

/** The operations follow opset 22, which today's runtimes read. */
const OPSET = 22n;
const IR_VERSION = 10n;

export interface OnnxOptions {
  backward: boolean;
  /** The name of the model. */
  name: string;
}

export interface OnnxModel {
  bytes: Uint8Array;
  /** Named results that are not in the model, each with the reason. */
  left: string[];
}

/** @throws Error that names the operations that ONNX cannot express */
export function onnxModel(pass: Pass, { backward, name }: OnnxOptions): OnnxModel {
  const { steps } = pass;
  if (!steps) throw new Error('The pass was recorded without its steps.');
  if (backward && !pass.backward) throw new Error('This pass has no gradients to write: no backward() was called in it.');
  const root = pass.nodes.find(({ id }) => id === pass.root);
  if (!root) throw new Error('There is nothing to write: the pass has no operation.');
  const samples = backward ? null : samplesOf(pass, steps);
  const open = samples === null ? null : translated(pass, steps, root, { backward, name }, new Batch(samples));
  return open ?? translated(pass, steps, root, { backward, name }, null)!;
}

/** @returns null where the model depends on the number of samples, which `batch` should leave open */
function translated(pass: Pass, steps: Steps, root: TraceNode, { backward, name }: OnnxOptions, batch: Batch | null): OnnxModel | null {
  const translation = new Translation(pass, steps, batch);
  const left: string[] = [];
  const outputs = [translation.output(root.id, null)];
  for (const { id, label } of namedResults(pass).filter((node) => node !== root))
    collect(outputs, left, label!, () => translation.output(id, null));
  if (backward)
    for (const { id } of pass.nodes.filter((node) => hasOwnGradient(node, steps)))
      outputs.push(translation.output(steps.gradients[id]!, id));
  return batch?.isFixed ? null : { bytes: translation.finish(name, outputs), left };
}

/**
 * The number of samples: the first size of the model's inputs, if all agree. Scalars do not count. Null when there is
 * no such size.
 */
function samplesOf({ nodes }: Pass, { forward }: Steps): number | null {
  const given = new Set(nodes.filter(({ kind }) => kind === 'input').map(({ id }) => id));
  const shapes = forward
    .filter(({ op }) => op === 'data')
    .flatMap(({ outputs }) => outputs.filter(({ id }) => given.has(id)).map(({ shape }) => shape))
    .filter(({ length }) => length > 0);
  const [size] = shapes[0] ?? [];
  return size !== undefined && size > 1 && shapes.every((shape) => shape[0] === size) ? size : null;
}

/** The results that have a name. Where several have the same name, the last one counts. */
function namedResults({ nodes }: Pass): TraceNode[] {
  const named = nodes.filter(({ kind, label }) => kind === 'op' && label !== null);
  const last = new Map(named.map((node) => [node.label, node]));
  return named.filter((node) => last.get(node.label) === node);
}

/** True for a node with a gradient that has a name or is a parameter. */
const hasOwnGradient = ({ id, kind, label }: TraceNode, { gradients }: Steps): boolean =>
  gradients[id] !== undefined && (label !== null || kind === 'parameter');

function collect(outputs: Ref[], left: string[], label: string, output: () => Ref): void {
  try {
    outputs.push(output());
  } catch (error) {
    if (!(error instanceof NoRule)) throw error;
    left.push(`'${label}' is not in the model: ${error.message}`);
  }
}

/** Translates only the steps that an output needs. */
class Translation {
  private readonly writer: GraphWriter;
  private readonly refs = new Map<string, Ref>();
  private readonly makers = new Map<string, Step>();
  private readonly inputs = new Map<string, Ref>();
  /** For each input and output, the id of its node in the document of the run. */
  private readonly described = new Map<string, string>();
  private readonly names: Names;

  constructor(
    pass: Pass,
    steps: Steps,
    private readonly batch: Batch | null,
  ) {
    this.writer = new GraphWriter(batch);
    for (const step of [...steps.forward, ...steps.backward]) for (const { id } of step.outputs) this.makers.set(id, step);
    this.names = new Names(pass, steps, this.writer);
  }

  /** Makes a value an output of the graph. With `gradientOf`, the output has the name of that node's gradient. */
  output(id: string, gradientOf: string | null): Ref {
    this.need(id);
    const ref = this.refs.get(id)!;
    const wanted = gradientOf === null ? this.names.of(id) : this.names.gradient(gradientOf);
    this.described.set(wanted, gradientOf === null ? id : `gradient of ${gradientOf}`);
    if (ref.name === wanted) return ref;
    return this.writer.rename(this.writer.op('Identity', [ref], ref), wanted, this.writer.nodes.length - 1);
  }

  finish(name: string, outputs: readonly Ref[]): Uint8Array {
    const { writer } = this;
    writer.prune(outputs);
    // The inputs keep the order in which the program made them.
    const inputs = [...this.makers.keys()].flatMap((id) => (this.inputs.has(id) ? [[id, this.inputs.get(id)!] as const] : []));
    const graph = create(GraphProtoSchema, {
      name,
      node: writer.nodes,
      initializer: [...writer.initializers.values()],
      input: inputs.map(([id, ref]) => valueInfo(ref, id, this.batch)),
      output: outputs.map((ref) => valueInfo(ref, this.described.get(ref.name)!, this.batch)),
    });
    const model = create(ModelProtoSchema, {
      irVersion: IR_VERSION,
      producerName: 'Tensor Lens',
      opsetImport: [{ domain: '', version: OPSET }],
      graph,
    });
    return toBinary(ModelProtoSchema, model);
  }

  /**
   * Writes the step that makes a value, after the steps that it needs. There is no recursion, because a chain may be
   * long.
   */
  private need(id: string): void {
    const stack = [id];
    for (let next = stack.at(-1); next !== undefined; next = stack.at(-1)) {
      if (this.refs.has(next)) {
        stack.pop();
        continue;
      }
      const step = this.makers.get(next)!;
      const missing = step.inputs.filter(({ value }) => !this.refs.has(value));
      if (missing.length === 0) this.write(step);
      else stack.push(...missing.map(({ value }) => value));
    }
  }

  private write(step: Step): void {
    if (step.op === 'data') return step.outputs.forEach((value) => this.refs.set(value.id, this.data(value)));
    const rule = Object.hasOwn(rules, step.op) ? rules[step.op] : undefined;
    if (!rule) throw new NoRule(`ONNX has no form for '${step.op}'${placeOf(step)}.`);
    const since = this.writer.nodes.length;
    const made = rule(new Call(step, this.writer, this.refs));
    const results = Array.isArray(made) ? (made as (Ref | null)[]) : [made as Ref];
    step.outputs.forEach((value, i) => {
      const ref = results[i];
      if (ref) this.refs.set(value.id, this.writer.rename({ ...ref, shape: value.shape }, this.names.of(value.id), since));
    });
    this.writer.explain(since, step.source && placeText(step.source));
  }

  private data({ id, shape, dtype, data }: StepValue): Ref {
    const name = this.names.of(id);
    if (this.names.isInput(id)) {
      const ref = { name, shape, dtype };
      dataType(dtype);
      this.inputs.set(id, ref);
      this.batch?.set(ref, { dim: 0, factor: 1 });
      return ref;
    }
    if (!data) throw new NoRule(`The values of '${name}' were not kept: the pass holds too many.`);
    return this.writer.initializer(name, data, { shape, dtype });
  }
}

const placeOf = ({ source }: Step): string => (source ? ` (${placeText(source)})` : '');

function valueInfo(ref: Ref, docString: string, batch: Batch | null): ValueInfoProto {
  const { name, shape, dtype } = ref;
  const { dim: open, factor } = batch?.of(ref) ?? { dim: -1, factor: 1 };
  const dims = shape.map((n, i) => {
    if (i !== open) return create(DimSchema, { value: { case: 'dimValue', value: BigInt(n) } });
    return create(DimSchema, { value: { case: 'dimParam', value: factor === 1 ? 'batch' : `${factor}*batch` } });
  });
  return create(ValueInfoProtoSchema, {
    name,
    docString,
    type: create(TypeProtoSchema, {
      value: {
        case: 'tensorType',
        value: {
          elemType: dataType(dtype),
          shape: { dim: dims },
        },
      },
    }),
  });
}
