import fs from 'node:fs';
import { expect, it } from 'vitest';
import { Inexpressible } from '../values.js';
import { sampleDifference, type Sample } from './sample.js';

/**
 * The samples of PyTorch's own tests (OpInfo), recorded by `generate.py`. Every sample that JavaScript can express must
 * agree.
 */

/** Samples that differ from PyTorch, each with the reason. A sample that agrees again must be removed. */
const known: Record<string, string> = {
  'narrow_copy/13': 'a message that names an inner function of PyTorch',
};

/** Other samples than those that are kept: then a few may differ, for the reasons in README.md, and are listed. */
const unseen = process.env['TL_OPINFO'];

const samples = fs
  .readFileSync(unseen ?? new URL('samples.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Sample);

it(`agrees with PyTorch in the ${samples.length} samples of its own tests`, () => {
  const wrong: string[] = [];
  const differ = new Set<string>();
  let unsaid = 0;
  for (const sample of samples) {
    try {
      const difference = sampleDifference(sample);
      if (difference === null) continue;
      differ.add(sample.id);
      if (unseen || !(sample.id in known)) wrong.push(`${sample.id}: ${difference}`);
    } catch (error) {
      if (error instanceof Inexpressible) unsaid++;
      else wrong.push(`${sample.id}: ${String(error)}`);
    }
  }
  if (unseen) {
    console.log(`${samples.length - unsaid - wrong.length} of ${samples.length - unsaid} agree\n${wrong.join('\n')}`);
    expect(wrong.length).toBeLessThan(samples.length * 0.003);
    return;
  }
  expect(wrong).toEqual([]);
  expect(Object.keys(known).filter((id) => !differ.has(id))).toEqual([]);
  expect(unsaid).toBeLessThan(samples.length / 100);
});
