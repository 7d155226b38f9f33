import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/graph/moduleGraph.js';
import { hintsOf } from '../../../src/insight/inline/hints.js';
import { marksOf } from '../../../src/insight/inline/marks.js';
import { RunIndex } from '../../../src/insight/results/runIndex.js';
import { costText, resultText } from '../../../src/insight/results/statusText.js';
import { bindingsSchema, isOf, passSchema } from '../../../src/protocol/schema.js';
import { emptyRun, type Binding, type Pass } from '../../../src/protocol/trace.js';
import { chance, type Chance } from '../../engine/soak/things.js';
import { traceOf } from '../../trace/traceOf.js';

/**
 * Documents with random faults, as if the process of a run were in the hands of an attacker. The schema refuses each
 * document, or all views can show it without failing. `npm run soak` makes more documents.
 */
const DOCUMENTS = 100 * Number(process.env['TENSOR_LENS_SOAK'] ?? 1);

const MODEL = `
const net = new torch.nn.Sequential(new torch.nn.Linear(2, 3), new torch.nn.ReLU());
const x = torch.ones(4, 2);
for (let i = 0; i < 2; i++) {
  const loss = net(x).sum();
  loss.backward();
}`;

type Holder = Record<string, unknown>;

/** Every place in plain data, except places inside a part that a fault made very deep. */
function placesIn(value: unknown, into: [Holder, string][] = [], depth = 0): [Holder, string][] {
  if (typeof value !== 'object' || value === null || depth > 12) return into;
  for (const key of Object.keys(value)) {
    into.push([value as Holder, key]);
    placesIn((value as Holder)[key], into, depth + 1);
  }
  return into;
}

const deep = (): unknown => {
  let value: unknown = 0;
  for (let i = 0; i < 1000; i++) value = [value];
  return value;
};

function damage(document: unknown, { pick, below }: Chance): void {
  for (let faults = 1 + below(3); faults > 0; faults--) {
    const places = placesIn(document);
    if (places.length === 0) return;
    const [holder, key] = pick(places);
    const other = pick(places);
    const faultsOf: readonly (() => void)[] = [
      () => void delete holder[key],
      () =>
        void (holder[key] = pick([null, undefined, -1, 0, 1.5, 2 ** 53, NaN, Infinity, '', 'n0', '__proto__', true, [], {}, [null], [[]]])),
      () => void (holder[key] = structuredClone(other[0][other[1]])),
      () => void (holder[key] = 'x'.repeat(pick([1, 20_000, 3_000_000]))),
      () => void (holder[key] = deep()),
      () => void (Array.isArray(holder[key]) && (holder[key] as unknown[]).push(structuredClone(other[0][other[1]]))),
      () => void (Array.isArray(holder[key]) && (holder[key] as unknown[]).splice(below(3), 1)),
      () => Object.defineProperty(holder, '__proto__', { value: 1, enumerable: true, configurable: true, writable: true }),
      () => void (holder[pick(['constructor', 'toString', 'length', 'then'])] = 1),
    ];
    pick(faultsOf)();
  }
}

function show(passes: Pass[], bindings: Binding[]): void {
  const file = 'm.tl.ts';
  const run = { ...emptyRun({ file, mode: 'backward', backend: 'cpu', status: 'ok', error: null }), passes, bindings };
  for (const pass of passes) {
    buildGraph(pass, true);
    buildGraph(pass, false);
    marksOf(pass);
  }
  const index = new RunIndex(run);
  hintsOf(index, file, null, MODEL);
  for (const { range } of index.placesIn(file)) index.placeAt(file, range.line, range.column);
  resultText(run);
  costText(run);
}

describe('a document of the process with random faults', () => {
  it('is refused, or all that shows it can live with it', async () => {
    const { passes, bindings } = await traceOf(MODEL);
    expect([isOf(passSchema, passes[0]), isOf(bindingsSchema, bindings)]).toEqual([true, true]);
    show(passes, bindings);
    const wrong: string[] = [];
    let refused = 0;
    for (let seed = 1; seed <= DOCUMENTS; seed++) {
      const damaged = structuredClone({ pass: passes[1]!, bindings });
      damage(damaged, chance(seed));
      // The document as it comes through the pipe.
      const document = JSON.parse(JSON.stringify(damaged)) as typeof damaged;
      try {
        if (!isOf(passSchema, document.pass) || !isOf(bindingsSchema, document.bindings)) refused++;
        else show([document.pass], document.bindings);
      } catch (error) {
        wrong.push(`seed ${seed}: ${(error as Error).stack}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(DOCUMENTS / 4);
    expect(refused).toBeLessThan(DOCUMENTS);
  });
});
