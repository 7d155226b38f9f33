import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { broadcast, operation, optimisation, program, random, repr, type Case } from './cases.js';
import { Inexpressible } from './values.js';

/**
 * Every case that PyTorch 1.13 computed (test/engine/reference/data; README.md there says how) must
 * agree. What JavaScript cannot express is counted, so that it cannot grow unseen.
 */
const areas: Record<string, { run: (c: Case) => string | null; inexpressible: number }> = {
  autograd: { run: program, inexpressible: 1 },
  broadcast: { run: broadcast, inexpressible: 0 },
  elementwise: { run: operation, inexpressible: 0 },
  linalg: { run: operation, inexpressible: 0 },
  nn: { run: operation, inexpressible: 0 },
  optim: { run: optimisation, inexpressible: 0 },
  random: { run: random, inexpressible: 0 },
  reduce: { run: operation, inexpressible: 0 },
  repr: { run: repr, inexpressible: 2 },
  shape: { run: operation, inexpressible: 1 },
  training: { run: optimisation, inexpressible: 0 },
};

describe.each(Object.entries(areas))('%s', (area, { run, inexpressible }) => {
  const text = fs.readFileSync(new URL(`data/${area}.json`, import.meta.url), 'utf8');
  const { cases } = JSON.parse(text) as { cases: Case[] };

  it(`agrees with PyTorch in ${cases.length} cases`, () => {
    let unsaid = 0;
    const wrong: string[] = [];
    for (const c of cases) {
      try {
        const difference = run(c);
        if (difference) wrong.push(`${c.id} ${c.op ?? ''}: ${difference}`);
      } catch (error) {
        if (error instanceof Inexpressible) unsaid++;
        else wrong.push(`${c.id} ${c.op ?? ''}: ${String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(unsaid).toBe(inexpressible);
  });
});
