import fs from 'node:fs';
import { expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { call } from '../reference/calls.js';
import type { Sample } from '../reference/opinfo/sample.js';
import { Decoder, type Tensor } from '../reference/values.js';

/**
 * Tests for every operation what autograd keeps: the name of the backward function, and the tensors that must not be
 * changed in place before backward. They are compared with what PyTorch recorded (makeKept.py) for the samples of its
 * own tests.
 */

/** Cases that differ from PyTorch, each with the reason. A case that agrees again must be removed. */
const known: Record<string, string> = {
  'diff/0': 'no difference at all: a copy, which has another name here',
  'round.decimals_0/0': 'that 0 was said to it cannot be told from the default',
};

type Row = [name: string, kept: string[]];

const read = (path: string): string => fs.readFileSync(new URL(path, import.meta.url), 'utf8');

function tensorsOf(value: unknown, path: string): [string, Tensor][] {
  if (value instanceof torch.Tensor) return [[path, value]];
  return Array.isArray(value) ? value.flatMap((e, i) => tensorsOf(e, `${path}.${i}`)) : [];
}

function run({ op, args, kwargs = {}, seed = 0 }: Sample): { given: [string, Tensor][]; results: [string, Tensor][] } {
  const decoder = new Decoder();
  const values = decoder.value(args, 'args') as unknown[];
  const keywords = decoder.keywords(kwargs, 'kwargs');
  torch.manual_seed(seed);
  const results = tensorsOf(call(op, values, keywords), 'result');
  return { given: [...decoder.tensors].map(([path, { tensor }]) => [path, tensor]), results };
}

const isRefused = (sample: Sample, path: string): boolean => {
  const { given, results } = run(sample);
  const changed = new Map([...given, ...results]).get(path)!;
  torch.no_grad(() => changed.copy_(changed.clone()));
  const outs = results.map(([, t]) => t).filter((t) => t.requires_grad);
  try {
    torch.autograd.backward(
      outs,
      outs.map((t) => torch.ones_like(t)),
    );
    return false;
  } catch (error) {
    if (!String(error).includes('modified by an inplace operation')) throw error;
    return true;
  }
};

function rowOf(sample: Sample): Row {
  const { given, results } = run(sample);
  const first = results.find(([, t]) => t.requires_grad)![1];
  return [first.grad_fn!.name(), [...given, ...results].map(([path]) => path).filter((path) => isRefused(sample, path))];
}

it('keeps for backward what PyTorch keeps, under the name that PyTorch has for it', () => {
  const { samples } = JSON.parse(read('kept.json')) as { samples: Record<string, Row> };
  const wrong: string[] = [];
  const differ = new Set<string>();
  let swept = 0;
  for (const line of read('../reference/opinfo/samples.jsonl').trim().split('\n')) {
    const id = line.slice(7, line.indexOf('"', 7));
    const want = samples[id];
    if (!want) continue;
    swept++;
    const got = JSON.stringify(rowOf(JSON.parse(line) as Sample));
    if (got === JSON.stringify(want)) continue;
    if (id in known) differ.add(id);
    else wrong.push(`${id}: ${got}, PyTorch ${JSON.stringify(want)}`);
  }
  expect(swept).toBe(Object.keys(samples).length);
  expect(wrong).toEqual([]);
  expect(Object.keys(known).filter((id) => !differ.has(id))).toEqual([]);
});
