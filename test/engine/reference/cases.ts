import * as torch from '../../../src/engine/index.js';
import { call } from './calls.js';
import { difference, elements, errorDifference, isClose, tensorDifference, toleranceOf, type Strictness } from './compare.js';
import { Decoder, Inexpressible, numberOf, tensorOf, type Json, type Statement, type Tensor, type TensorJson } from './values.js';

/** Runs one case of each area. Returns the difference from PyTorch, or null. */

export interface Case {
  id: string;
  op?: string;
  note?: string;
  args?: Json[];
  kwargs?: Record<string, Json>;
  inputs?: Record<string, Json>;
  statements?: Statement[];
  build?: { tensor?: TensorJson; inputs?: Record<string, Json>; statements?: Statement[]; result?: string };
  [field: string]: unknown;
}

type Variables = Record<string, unknown>;

class Raised extends Error {
  constructor(
    readonly error: unknown,
    readonly at: number[],
  ) {
    super('a statement raised');
  }
}

function runStatements(statements: Statement[], variables: Variables, decoder: Decoder, trail: number[] = []): void {
  statements.forEach((s, i) => {
    const at = [...trail, i];
    try {
      if (s.body) {
        const body = s.body;
        (torch[s.op as 'no_grad'] as (f: () => void) => void)(() => runStatements(body, variables, decoder, at));
        return;
      }
      const args = decoder.value(s.args ?? [], `s${i}`, variables) as unknown[];
      const kwargs = decoder.keywords(s.kwargs ?? {}, `s${i}k`, variables);
      decoder.checkExpressible(s.kwargs);
      const result = call(s.op, args, kwargs);
      if (Array.isArray(s.out)) s.out.forEach((name, k) => (variables[name] = (result as unknown[])[k]));
      else if (s.out !== undefined) variables[s.out] = result;
    } catch (error) {
      throw error instanceof Raised || error instanceof Inexpressible ? error : new Raised(error, at);
    }
  });
}

const newDecoder = (): Decoder => {
  const decoder: Decoder = new Decoder((statements, variables) => {
    try {
      runStatements(statements, variables, decoder);
    } catch (error) {
      // What calls the function of a program gets the error itself, as in PyTorch.
      throw error instanceof Raised ? error.error : error;
    }
  });
  return decoder;
};

const strictnessOf = (c: Case): Strictness =>
  c['loose'] || c['tol'] || /long float32|cancellation/.test(c.note ?? '') ? 'loose' : 'usual';

export function operation(c: Case): string | null {
  const decoder = newDecoder();
  const args = decoder.value(c.args ?? [], 'args') as unknown[];
  const kwargs = decoder.keywords(c.kwargs ?? {}, 'kwargs');
  const expect = c['expect'] as { output?: Json; error?: string; mutated?: Record<string, { tensor: TensorJson }> };
  decoder.checkExpressible(c.kwargs, expect);
  const strictness = strictnessOf(c);
  let out: unknown;
  try {
    out = call(c.op!, args, kwargs);
  } catch (error) {
    return expect.error === undefined ? `raised ${String(error)}` : errorDifference(error, expect.error);
  }
  if (expect.error !== undefined) return `returned a value, wanted the error "${expect.error}"`;
  let wrong = difference(out, expect.output!, strictness);
  for (const [path, { given, tensor }] of decoder.tensors) {
    wrong ??= prefixed(`${path} after the call`, tensorDifference(tensor, expect.mutated?.[path]?.tensor ?? given, strictness, true));
  }
  const grads = c['grads'] as Record<string, Json> | undefined;
  if (wrong || !grads) return wrong;
  backward(out, c['grad_output'] as Json);
  for (const [path, want] of Object.entries(grads))
    wrong ??= prefixed(`gradient of ${path}`, difference(decoder.tensors.get(path)!.tensor.grad, want, strictness));
  return wrong;
}

const prefixed = (where: string, wrong: string | null) => wrong && `${where}: ${wrong}`;

function backward(out: unknown, gradOutput: Json): void {
  const outs = (Array.isArray(gradOutput) ? out : [out]) as Tensor[];
  const grads = (Array.isArray(gradOutput) ? gradOutput : [gradOutput]) as ({ tensor: TensorJson } | null)[];
  const live = grads.flatMap((g, i) => (g ? [{ out: outs[i]!, grad: tensorOf(g.tensor) }] : []));
  live.forEach(({ out: o, grad }, i) => o.backward(grad, { retain_graph: i < live.length - 1 }));
}

/** Reads an attribute such as `y.grad_fn`. A function is given by its name. */
function attribute(variables: Variables, path: string): unknown {
  const [name, ...rest] = path.split('.');
  return rest.reduce<unknown>((x, a) => {
    const value = (x as Record<string, unknown>)[a];
    if (a === 'grad_fn') return value ? (value as { name(): string }).name() : null;
    return typeof value === 'function' ? (value as () => unknown).call(x) : value;
  }, variables[name!]);
}

function program(c: Case): string | null {
  const decoder = newDecoder();
  const variables: Variables = {};
  for (const [name, json] of Object.entries(c.inputs ?? {})) variables[name] = decoder.value(json, name);
  const expect = c['expect'] as { vars?: Record<string, Json>; error?: string; at?: unknown };
  let raised: Raised | null = null;
  try {
    if (typeof c['seed'] === 'number') torch.manual_seed(c['seed']);
    runStatements(c.statements!, variables, decoder);
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    raised = error;
  }
  if (raised && expect.error === undefined) return `raised ${String(raised.error)}`;
  if (!raised && expect.error !== undefined) return `ran, wanted the error "${expect.error}"`;
  let wrong = raised && errorDifference(raised.error, expect.error!);
  if (raised && String(raised.at) !== String(expect.at)) wrong ??= `raised at statement ${String(raised.at)}, wanted ${String(expect.at)}`;
  const strictness = strictnessOf(c);
  for (const [path, want] of Object.entries(expect.vars ?? {}))
    wrong ??= prefixed(path, difference(attribute(variables, path), want, strictness));
  return wrong;
}

function broadcast(c: Case): string | null {
  const expect = c['expect'] as { shape?: number[]; error?: string };
  try {
    const got = torch.zeros(c['a'] as number[]).add(torch.zeros(c['b'] as number[])).shape;
    return expect.shape && String(got) === `torch.Size([${expect.shape.join(', ')}])` ? null : `gave ${String(got)}`;
  } catch (error) {
    return expect.error === undefined ? `raised ${String(error)}` : errorDifference(error, expect.error);
  }
}

function repr(c: Case): string | null {
  const decoder = newDecoder();
  const { build } = c;
  let x: unknown;
  if (build!.tensor) x = decoder.value({ tensor: build!.tensor }, 'x');
  else {
    const variables: Variables = {};
    for (const [name, json] of Object.entries(build!.inputs ?? {})) variables[name] = decoder.value(json, name);
    runStatements(build!.statements!, variables, decoder);
    const [name, ...rest] = build!.result!.split('.');
    x = rest.reduce<unknown>((v, a) => (v as Record<string, unknown>)[a], variables[name!]);
  }
  // PyTorch's texts show tensors on its default device, which they do not name. The name of another device may change
  // line breaks.
  const shown = String(x).replace(new RegExp(`,\\s+device='${String(torch.get_default_device())}(?::0)?'`), '');
  const plain = (text: string) => (shown === String(x) ? text : text.replace(/\s+/g, ' '));
  return plain(shown) === plain(String(c['text'])) ? null : `prints\n${String(x)}\nwanted\n${String(c['text'])}`;
}

function random(c: Case): string | null {
  const decoder = newDecoder();
  torch.manual_seed(c['seed'] as number);
  const wanted = c['expect'] as Json[];
  for (const [i, s] of (c['steps'] as Statement[]).entries()) {
    const made = call(s.op, decoder.value(s.args ?? [], `s${i}`) as unknown[], decoder.keywords(s.kwargs ?? {}, `s${i}k`));
    if (s.op === 'manual_seed') continue;
    const check = (want: Json): string | null => {
      if (!/^nn\.[A-Z]/.test(s.op)) return difference(made, want, 'exact');
      const layer = made as { weight: Tensor; bias?: Tensor };
      const { weight, bias } = want as { weight: Json; bias?: Json };
      return difference(layer.weight.detach(), weight, 'exact') ?? difference(layer.bias?.detach() ?? null, bias ?? null, 'exact');
    };
    const wrong = check(wanted[i]!);
    if (wrong) return `step ${i}: ${wrong}`;
  }
  return null;
}

interface Optimiser {
  param_groups: { lr: number }[];
  zero_grad(): void;
  step(): void;
}

function optimisation(c: Case): string | null {
  const decoder = newDecoder();
  const params = decoder.keywords(c['params'] as Record<string, Json>, 'params') as Record<string, Tensor>;
  const inputs = decoder.keywords(c.inputs ?? {}, 'inputs');
  const { name, kwargs, groups } = c['optimizer'] as { name: string; kwargs?: Record<string, Json>; groups?: { params: string[] }[] };
  const optim = torch.optim as unknown as Record<string, new (p: unknown, k: unknown) => Optimiser>;
  const given =
    groups?.map((g) => ({ ...(decoder.value(g, 'g') as object), params: g.params.map((n) => params[n]) })) ?? Object.values(params);
  const optimizer = new optim[name]!(given, decoder.keywords(kwargs ?? {}, 'o'));
  const s = c['scheduler'] as { name: string; kwargs?: Record<string, Json> } | undefined;
  const schedulers = torch.optim.lr_scheduler as unknown as Record<string, new (o: Optimiser, k: unknown) => { step(): void }>;
  const scheduler = s && new schedulers[s.name]!(optimizer, decoder.keywords(s.kwargs ?? {}, 'l'));
  const dtype = Object.values(c['params'] as Record<string, { tensor: TensorJson }>)[0]!.tensor.dtype;
  const tolerance = toleranceOf(dtype, 'loose');
  const loss = () => {
    const variables: Variables = { ...inputs, ...params };
    runStatements(c.statements!, variables, decoder);
    return variables[c['loss'] as string] as Tensor;
  };
  const parameterDifference = (n: string, data: (number | string)[]) => {
    const values = elements(params[n]!.detach());
    const wrong = data.findIndex((w, i) => !isClose(values[i]!, numberOf(w), tolerance));
    return wrong < 0 ? null : `${n}[${wrong}] is ${values[wrong]}, wanted ${data[wrong]}`;
  };
  const expect = c['expect'] as {
    loss: (number | string)[];
    params?: Record<string, (number | string)[]>[];
    lr?: number[][];
    final_params?: Record<string, { tensor: TensorJson }>;
    final_loss?: { tensor: TensorJson };
  };
  for (let step = 0; step < (c['steps'] as number); step++) {
    optimizer.zero_grad();
    const l = loss();
    if (!isClose(l.item(), numberOf(expect.loss[step]!), tolerance))
      return `loss at step ${step}: ${l.item()}, wanted ${expect.loss[step]}`;
    const lr = expect.lr?.[step]?.findIndex((v, k) => !isClose(optimizer.param_groups[k]!.lr, v, toleranceOf('float64'))) ?? -1;
    if (lr >= 0) return `lr of group ${lr} at step ${step}: ${optimizer.param_groups[lr]!.lr}`;
    l.backward();
    optimizer.step();
    scheduler?.step();
    for (const [n, data] of Object.entries(expect.params?.[step] ?? {})) {
      const wrong = parameterDifference(n, data);
      if (wrong) return `after step ${step}: ${wrong}`;
    }
  }
  for (const [n, { tensor }] of Object.entries(expect.final_params ?? {})) {
    const wrong = parameterDifference(n, tensor.data as (number | string)[]);
    if (wrong) return `in the end: ${wrong}`;
  }
  if (expect.final_loss && !isClose(loss().item(), numberOf(expect.final_loss.tensor.data[0] as number), tolerance)) return 'final loss';
  return null;
}

export const statementsOrCall = (c: Case): string | null => (c.statements ? program(c) : operation(c));

export { repr as printed };

/** The functions that run the cases of each area of data/. */
export const runners: Readonly<Record<string, (c: Case) => string | null>> = {
  autograd: program,
  broadcast,
  complex: statementsOrCall,
  dtypes: operation,
  edges: operation,
  elementwise: operation,
  fft: statementsOrCall,
  linalg: operation,
  nn: operation,
  optim: optimisation,
  random,
  reduce: operation,
  repr,
  shape: operation,
  training: optimisation,
};
