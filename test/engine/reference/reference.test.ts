import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cpu } from '../../../src/engine/backends/cpu/index.js';
import { registerBackend, setDefaultDevice } from '../../../src/engine/backends/registry.js';
import { strange } from '../backends/strange.js';
import { runners, type Case } from './cases.js';
import { Inexpressible } from './values.js';

/**
 * Every case that PyTorch 2.15 computed (test/engine/reference/data; README.md there describes how) must agree. The
 * cases that JavaScript cannot express are counted, so that their number cannot grow unnoticed: these numbers in these
 * areas, none in all others.
 */
const inexpressible: Readonly<Record<string, number>> = { autograd: 1, fft: 1, repr: 2, shape: 1 };

/**
 * Both devices run all areas except these. The strange device leaves them to the CPU: long trainings take too long, and
 * it has no complex dtypes (most edge cases use them).
 */
const onCpuOnly = new Set(['training', 'complex', 'fft', 'edges']);
const devices = [cpu, strange].map((backend) => [String(backend.device), backend] as const);

describe.each(devices)('on %s', (_, backend) => {
  beforeAll(() => {
    registerBackend(backend);
    setDefaultDevice(backend.device);
  });
  afterAll(() => setDefaultDevice(cpu.device));

  describe.each(Object.entries(runners).filter(([area]) => backend === cpu || !onCpuOnly.has(area)))('%s', (area, run) => {
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
      expect(unsaid).toBe(inexpressible[area] ?? 0);
    });
  });
});
