import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import * as torch from '../../../../src/engine/index.js';
import { printed, statementsOrCall, type Case } from '../cases.js';
import { Inexpressible } from '../values.js';

/**
 * Small programs that were not written for this engine. The generators in areas/ draw them, and PyTorch computes them.
 * This test runs a few of each area, with one seed. README.md describes how to try thousands with another seed:
 * TL_UNSEEN names the directory that contains them.
 */
const here = path.join(path.dirname(fileURLToPath(import.meta.url)), 'data');
const directory = process.env['TL_UNSEEN'] ?? here;

/** Programs that differ from PyTorch, each with the reason. A program that agrees must be removed. */
const known = JSON.parse(fs.readFileSync(new URL('known.json', import.meta.url), 'utf8')) as Record<string, string>;

afterEach(() => torch.set_default_dtype(torch.float32));

function differences(cases: readonly Case[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const c of cases) {
    try {
      const wrong = c.build ? printed(c) : statementsOrCall(c);
      if (wrong) found.set(c.id, wrong);
    } catch (error) {
      if (!(error instanceof Inexpressible)) found.set(c.id, String(error));
    }
  }
  return found;
}

const files = fs.readdirSync(directory).filter((file) => file.endsWith('.json'));

describe.each(files)('%s', (file) => {
  const { cases } = JSON.parse(fs.readFileSync(path.join(directory, file), 'utf8')) as { cases: Case[] };

  it.runIf(directory === here)(`agrees with PyTorch in ${cases.length} programs, but for those that are known`, () => {
    const found = differences(cases);
    const area = path.basename(file, '.json');
    expect(Object.fromEntries([...found].filter(([id]) => !(id in known)))).toEqual({});
    expect(Object.keys(known).filter((id) => id.startsWith(`${area}/`) && !found.has(id))).toEqual([]);
  });

  it.skipIf(directory === here)(`agrees with PyTorch in 99 % of ${cases.length} programs`, () => {
    const found = differences(cases);
    const texts = [...found].map(([id, wrong]) => `${id} ${String(cases.find((c) => c.id === id)?.['name'] ?? '')}: ${wrong}`);
    expect(found.size, texts.join('\n')).toBeLessThanOrEqual(cases.length / 100);
  });
});
