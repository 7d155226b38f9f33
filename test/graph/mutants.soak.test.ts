import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { comparisonOf } from '../../src/exchange/comparison/comparison.js';
import { differencesOf } from '../../src/graph/parting.js';
import { emptyRun, type Pass, type Run, type Summary, type TraceNode } from '../../src/protocol/trace.js';
import { RunEnded } from '../../src/trace/tracer.js';
import { traceOf } from '../trace/traceOf.js';
import { mutantsOf, type Mutant } from './mutants.js';

/** `npm run soak` tries many more than `npm test`: with 100, it tries 300. */
const COUNT = 3 * Number(process.env['TENSOR_LENS_SOAK'] ?? 2);
const isSmall = COUNT < 10;
/** A change of a training shows within a few passes. */
const PASSES = 4;
const IMPORT = "import * as torch from 'tensor-lens';";

const folder = path.join(root, 'examples');
const examples = fs.readdirSync(folder).filter((name) => (isSmall ? /^0[46]/ : /\.tl\.ts$/).test(name));
const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');

/** The text without its import, since `traceOf` adds one. */
const body = (text: string): string => `\n${text.replace(IMPORT, '')}`;

/** The limit for a run, since a mutant may never end. */
const MOST_MS = isSmall ? 120_000 : 60_000;

async function runOf(text: string): Promise<Run> {
  const files = { 'text.ts': read('text.ts'), './text.ts': read('text.ts') };
  const end = performance.now() + MOST_MS;
  const look = () => (performance.now() > end ? 'end' : 'go on');
  const { passes, pass_count, printed, error } = await traceOf(body(text), { mayFail: true, passes: PASSES, maxValues: 1e9, files, look });
  const failed = error instanceof Error && error.name !== 'RunEnded' ? { name: error.name, message: error.message, source: null } : null;
  const base = emptyRun({ file: 'm.tl.ts', mode: 'backward', backend: 'cpu', status: failed ? 'error' : 'ok', error: failed });
  const isEnded = error instanceof RunEnded && error.ending === 'asked';
  return { ...base, passes, pass_count, output: printed.map(String), ...(isEnded && { status: 'timeout' }) };
}

/** The run with large tensors as in the document of a run: without their elements. */
function lightly(run: Run): Run {
  const light = (summary: Summary): Summary => {
    const { data, ...rest } = summary;
    return rest.numel > 64 ? rest : { ...rest, ...(data && { data }) };
  };
  const nodes = (pass: Pass) => pass.nodes.map((node) => ({ ...node, value: light(node.value), grad: node.grad && light(node.grad) }));
  return { ...run, passes: run.passes.map((pass) => ({ ...pass, nodes: nodes(pass) })) };
}

/**
 * Compares elements where both runs have them. In a long run, large tensors have only statistics, and these are
 * compared.
 */
function isSame(a: Summary | null, b: Summary | null): boolean {
  if (!a || !b) return a === b;
  const told = ({ data: _, text: __, ...statistics }: Summary) => statistics;
  return a.data && b.data ? JSON.stringify(a.data) === JSON.stringify(b.data) : JSON.stringify(told(a)) === JSON.stringify(told(b));
}

/** Compares everything about each node. The runs part at the first node that differs. */
function trueParting(a: Run, b: Run): { pass: number; place: number; isGradient: boolean } | 'besides' | null {
  const made = (pass: Pass, node: TraceNode) => pass.edges.filter(({ to }) => to === node.id).map(({ from, input }) => `${input}:${from}`);
  const about = (pass: Pass, node: TraceNode) =>
    JSON.stringify([node.kind === 'constant' ? 'input' : node.kind, node.op, node.shape, node.dtype, made(pass, node)]);
  for (let i = 0; i < Math.max(a.passes.length, b.passes.length); i++) {
    const [x, y] = [a.passes[i], b.passes[i]];
    const places = [...Array(Math.max(x?.nodes.length ?? 0, y?.nodes.length ?? 0)).keys()];
    for (const isGradient of [false, true]) {
      const place = places.findIndex((at) => {
        const [p, q] = [x?.nodes[at], y?.nodes[at]];
        if (!x || !y || !p || !q) return p !== q;
        return isGradient ? !isSame(p.grad, q.grad) : about(x, p) !== about(y, q) || !isSame(p.value, q.value);
      });
      if (place >= 0) return { pass: i + 1, place, isGradient };
    }
  }
  return JSON.stringify([a.error?.message, a.output]) === JSON.stringify([b.error?.message, b.output]) ? null : 'besides';
}

function isFound(a: Run, b: Run): boolean {
  const wanted = trueParting(a, b);
  const { first } = differencesOf(lightly(a), lightly(b));
  if (!first || wanted === null) return first === wanted;
  if (wanted === 'besides') return first.what === 'output' || first.what === 'error';
  const place = (run: Run, node: TraceNode | null) => (node ? run.passes[first.pass - 1]!.nodes.findIndex(({ id }) => id === node.id) : -1);
  const places = [place(a, first.a), place(b, first.b)].filter((at) => at >= 0);
  return first.pass === wanted.pass && (first.what === 'gradient') === wanted.isGradient && places.every((at) => at === wanted.place);
}

/** Selects mutants evenly from the examples and from the kinds of changes. */
function sample(count: number): { name: string; mutant: Mutant }[] {
  const lists = examples.flatMap((name) => {
    const mutants = mutantsOf(read(name));
    const kinds = [...new Set(mutants.map(({ what }) => what))];
    return kinds.map((kind) => mutants.filter(({ what }) => what === kind).map((mutant) => ({ name, mutant })));
  });
  const order = Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, turn) =>
    lists.flatMap((list) => list[turn] ?? []),
  );
  const all = order.flat();
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, i) => i % step === 0).slice(0, count);
}

it('of each mutant of an example the first node that differs is found, and the line that was changed; unchanged ones are the same', async () => {
  const known = new Map<string, Run>();
  let [found, caused, parted, endless] = [0, 0, 0, 0];
  const wrong: string[] = [];
  const mutants = sample(COUNT);
  for (const { name, mutant } of mutants) {
    const text = read(name);
    const a = known.get(name) ?? (await runOf(text));
    if (!known.has(name)) expect(differencesOf(a, await runOf(`// A comment.\n${text}`)).first, name).toBeNull();
    known.set(name, a);
    const b = await runOf(mutant.text);
    if (b.status === 'timeout') {
      endless++;
      continue;
    }
    const told = comparisonOf({ a: { name: 'a', run: a, text: body(text) }, b: { name: 'b', run: b, text: body(mutant.text) } });
    if (isFound(a, b)) found++;
    else wrong.push(`${name}:${mutant.line} ${mutant.what}: ${mutant.text.split('\n')[mutant.line - 1]!.trim()}`);
    if (told.same) continue;
    parted++;
    // `body` replaces the import by a line, so that lines are counted one higher.
    if (told.cause?.b?.line === mutant.line + 1) caused++;
  }
  if (!isSmall)
    console.log(
      `${mutants.length} mutants, ${endless} without end, ${parted} part, ${found} found, ${caused} with their line\n${wrong.join('\n')}`,
    );
  expect(mutants.length).toBe(COUNT);
  const all = mutants.length - endless;
  expect(endless / mutants.length).toBeLessThan(0.1);
  expect(parted / all).toBeGreaterThan(0.6);
  expect(found / all, wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
  expect(caused / parted).toBeGreaterThanOrEqual(0.99);
}, 1_200_000);
