import * as torch from '../../src/engine/index.js';
import { install } from '../../src/engine/tensor/observe.js';
import { link } from '../../src/language/link.js';
import type { ExplainRequest } from '../../src/protocol/explanation.js';
import type { FieldRequest } from '../../src/protocol/field.js';
import type { RunRequest, TensorRequest } from '../../src/protocol/runnerApi.js';
import type { Binding, Edge, Pass, TraceNode } from '../../src/protocol/trace.js';
import * as telling from '../../src/trace/telling.js';
import { RunEnded, Tracer } from '../../src/trace/tracer.js';
import * as part from '../../src/run/entry/part.js';
import { prepare } from '../../src/run/inside/evaluate.js';

const HEADER = "import * as torch from 'tensor-lens';\n";

const defaults: Omit<RunRequest, 'program'> = {
  mode: 'backward',
  backend: 'cpu',
  maxValues: 4096,
  maxPasses: 50,
  passes: 0,
  limits: { tensorBytes: 2 ** 30, keptBytes: 2 ** 28 },
};

/**
 * Runs a model with a tracer, in this thread. Lines count from the first line of `text`.
 * @param files the files that it imports
 */
export async function traceOf(
  text: string,
  {
    mayFail = false,
    files = {},
    look = () => 'go on',
    ...options
  }: Partial<Omit<RunRequest, 'program'>> & {
    mayFail?: boolean;
    files?: Record<string, string>;
    /** Called about fifty times a second. It decides whether the run goes on. */
    look?: () => 'go on' | 'end';
  } = {},
) {
  const { program } = await link('m.tl.ts', (file) => Promise.resolve(files[file] ?? HEADER.trimEnd() + text));
  const tracer = new Tracer(
    { ...defaults, ...options, program },
    { progress: () => {}, now: () => performance.now(), telling: () => telling, look },
  );
  const printed: unknown[] = [];
  install(tracer.recorder);
  let error: unknown = null;
  try {
    await prepare(program)({
      library: { __esModule: true, ...torch },
      part: () => part,
      tl: tracer,
      console: { log: (...values: unknown[]) => printed.push(...values) },
    });
  } catch (thrown) {
    error = thrown;
    if (!(thrown instanceof RunEnded)) {
      if (!mayFail) throw thrown;
      tracer.failed(thrown);
    }
  } finally {
    install(null);
  }
  return {
    ...tracer.finish(),
    printed,
    error,
    tensor: (request: TensorRequest) => tracer.tensor(request),
    field: (request: FieldRequest) => tracer.field(request),
    explain: (request: ExplainRequest) => tracer.explain(request),
  };
}

/** The name of a node, or else its operation. */
export const nameOf = ({ label, op }: TraceNode): string => label ?? op;

export function node(pass: Pass | undefined, name: string): TraceNode {
  const found = pass?.nodes.findLast((n) => nameOf(n) === name);
  if (!found) throw new Error(`There is no node '${name}' among ${pass?.nodes.map(nameOf).join(', ')}.`);
  return found;
}

export function binding(bindings: readonly Binding[], name: string): Binding {
  const found = bindings.find((b) => b.name === name);
  if (!found) throw new Error(`There is no binding '${name}'.`);
  return found;
}

/** The edges as text, by names: `a>b:0`. */
export function edgesOf({ nodes, edges }: Pass): string[] {
  const name = (id: string) => nameOf(nodes.find((n) => n.id === id)!);
  return edges.map(
    ({ from, to, input, broadcast }: Edge) => `${name(from)}>${name(to)}:${input}${broadcast ? ` to ${broadcast.join('x')}` : ''}`,
  );
}

/** The line and the columns of a node's expression. */
export const placeOf = ({ source }: TraceNode): string =>
  source ? `${source.line}:${source.column}-${source.endLine}:${source.endColumn}` : 'nowhere';
