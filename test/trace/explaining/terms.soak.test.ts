import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/processes.mjs';
import type { Explanation } from '../../../src/protocol/explanation.js';
import { traceOf } from '../traceOf.js';
import { distanceOf, explainAll, explainPasses, type Explained } from './explainAll.js';
import { randomGraph, STEP_NAMES } from './randomGraph.js';

/** `npm run soak` explains many more graphs than `npm test`: with 100, it explains 500, and every example. */
const times = Number(process.env['TENSOR_LENS_SOAK'] ?? 1);
const GRAPHS = 5 * times;
const IN_A_TEST = 25;
const examples = fs.readdirSync(path.join(root, 'examples')).filter((name) => name.endsWith('.tl.ts'));
/** The most entries that are explained of each tensor. */
const MOST = times > 1 ? 10_000 : 12;

/**
 * In float32, a sum of n terms is exact to some units in the last place of the terms. Where terms cancel, the error can
 * be large relative to the sum.
 */
const ULP = 2 ** -23;
const allowed = ({ terms, rest_count }: Explanation): number => 4 * ULP * Math.max(1, terms.length + rest_count);

/** Describes the entries whose terms do not add up. */
const wrong = (explained: readonly Explained[]): string[] =>
  explained
    .filter(({ found }) => !(distanceOf(found) <= allowed(found)))
    .map(
      ({ node, which, entry, found }) =>
        `${which} of ${node.op} [${entry.join()}]: ${found.sum} of ${found.value}, ${found.terms.length} terms`,
    );

describe('the terms of every entry add up to it', () => {
  const parts = Array.from({ length: Math.ceil(GRAPHS / IN_A_TEST) }, (_, part) => part);
  it.each(parts)('in random graphs, part %i', (part) => {
    const used = new Set<string>();
    let entries = 0;
    for (let seed = part * IN_A_TEST; seed < Math.min(GRAPHS, (part + 1) * IN_A_TEST); seed++) {
      const explained = explainAll(() => randomGraph(seed).forEach((name) => used.add(name)), times > 1 ? 200 : 12);
      expect(wrong(explained), `seed ${seed}`).toEqual([]);
      entries += explained.length;
    }
    expect(entries).toBeGreaterThan(100);
    expect(used.size).toBeGreaterThan(5);
    expect(STEP_NAMES).toEqual(expect.arrayContaining([...used]));
  });

  it.each(times > 1 ? examples : ['06-logistic-regression.tl.ts'])('in the example %s', async (name) => {
    const text = fs.readFileSync(path.join(root, 'examples', name), 'utf8').replace(/^import \* as torch .*$/m, '');
    const files = { 'text.ts': fs.readFileSync(path.join(root, 'examples/text.ts'), 'utf8') };
    const { passes, explain } = await traceOf(`\n${text}`, { passes: 2, files });
    const explained = explainPasses(passes.slice(0, 2), explain, Math.min(MOST, 300));
    expect(explained.length).toBeGreaterThan(20);
    expect(wrong(explained)).toEqual([]);
  });
});
