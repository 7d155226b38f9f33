import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

/** The data that makeRepr.py wrote. */
interface Made {
  name: string;
  args: unknown[];
  kwargs: Record<string, unknown>;
}
type Printed = Made & { repr: string };
const { modules, optimizers } = JSON.parse(readFileSync(new URL('./repr.json', import.meta.url), 'utf8')) as Record<
  'modules' | 'optimizers',
  Printed[]
>;

const isMade = (value: unknown): value is Made => typeof value === 'object' && value !== null && 'kwargs' in value;
const decoded = (value: unknown): unknown => (isMade(value) ? make(torch.nn, value) : Array.isArray(value) ? value.map(decoded) : value);

function make(space: object, { name, args, kwargs }: Made, ...first: unknown[]): object {
  const Class = (space as Record<string, new (...args: unknown[]) => object>)[name]!;
  const options = Object.keys(kwargs).length > 0 ? [kwargs] : [];
  return new Class(...first, ...args.map(decoded), ...options);
}

const titled = (cases: Printed[]): [string, Printed][] =>
  cases.map((c, i) => [`${i} ${c.name} ${JSON.stringify(c.args)} ${JSON.stringify(c.kwargs)}`, c]);

it('has every layer and optimizer', () => {
  // Containers of given parameters are tested in module.test.ts. The base class Optimizer is never made itself.
  const others = new Set(['ParameterList', 'ParameterDict', 'Optimizer']);
  const known = new Set([...modules, ...optimizers].map(({ name }) => name));
  const stated = Object.entries({ ...torch.nn, ...torch.optim }).filter(([, value]) => typeof value === 'function' && 'signature' in value);
  expect(stated.map(([name]) => name).filter((name) => !known.has(name) && !others.has(name))).toEqual([]);
});

describe('is printed as PyTorch prints it', () => {
  it.each(titled(modules))('%s', (_, c) => {
    expect(String(make(torch.nn, c))).toBe(c.repr);
  });

  it.each(titled(optimizers))('%s', (_, c) => {
    expect(String(make(torch.optim, c, [new torch.nn.Parameter(torch.zeros(1, 2))]))).toBe(c.repr);
  });
});
