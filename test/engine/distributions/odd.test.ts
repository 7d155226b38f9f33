/**
 * Distributions with senseless parameters. Each call gives a result or is refused with a sentence, and none runs
 * forever.
 */
import { expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { TorchError } from '../../../src/engine/errors.js';
import { igamma, igammac, zeta } from '../../../src/engine/backends/special/gamma.js';
import { account, setMemoryLimit } from '../../../src/engine/memory.js';
import { parseSignature } from '../../../src/engine/ops/signature.js';

type Made = Record<'sample' | 'rsample' | 'entropy' | 'log_prob' | 'cdf' | 'icdf', (given?: unknown) => unknown> & {
  batch_shape: number[];
  event_shape: number[];
  variance: unknown;
};
type Class = (new (given: object) => Made) & { signature?: string };

/** Distributions that take other distributions, and base classes. */
const OF_OTHERS = /^(Distribution|ExponentialFamily|Independent|TransformedDistribution|MixtureSameFamily)$/;
const classes = Object.entries(torch.distributions as unknown as Record<string, Class>).filter(
  ([name, one]) => typeof one === 'function' && /validate_args/.test(one.signature ?? '') && !OF_OTHERS.test(name),
);
const VALUES = [NaN, Infinity, -Infinity, 0, -1, 1e-310, 1e16, 1e33, 1e308];

it.each(classes)('%s', (_, Made) => {
  const names = parseSignature(Made.signature!)
    .parameters.filter(({ name, required }) => required || /^(probs|rate|scale_tril|total_count)$/.test(name))
    .map(({ name }) => name);
  const raw: string[] = [];
  let answered = 0;
  for (const value of VALUES) {
    const attempt = (what: string, ask: () => unknown): void => {
      answered++;
      try {
        ask();
      } catch (error) {
        if (!(error instanceof TorchError)) raw.push(`${what} of ${value}: ${String(error)}`);
      }
    };
    let made: Made | undefined;
    const given = Object.fromEntries(names.map((name) => [name, torch.tensor([0.5, value])]));
    attempt('new', () => (made = new Made({ ...given, validate_args: false })));
    if (!made) continue;
    const d = made;
    attempt('sample', () => d.sample([2]));
    attempt('rsample', () => d.rsample());
    attempt('entropy', () => d.entropy());
    attempt('variance', () => d.variance);
    const x = torch.full([...d.batch_shape, ...d.event_shape], value);
    for (const what of ['log_prob', 'cdf', 'icdf'] as const) attempt(what, () => d[what](x));
  }
  expect(answered).toBeGreaterThanOrEqual(VALUES.length);
  expect(raw).toEqual([]);
});

it('angles around one are at it for a large concentration, and anywhere for none', () => {
  torch.manual_seed(1);
  const { VonMises } = torch.distributions;
  for (const concentration of [1e16, 1e33, 1e300])
    expect(
      new VonMises(torch.tensor(1, { dtype: torch.float64 }), torch.tensor(concentration, { dtype: torch.float64 })).sample().item(),
    ).toBeCloseTo(1);
  const none = new VonMises(torch.tensor(0, { dtype: torch.float64 }), torch.tensor(0, { dtype: torch.float64 }), { validate_args: false });
  const angles = none.sample([200]);
  expect(angles.abs().max().item()).toBeLessThanOrEqual(Math.PI);
  expect(angles.std().item()).toBeGreaterThan(1);
});

it('the incomplete gamma functions of large numbers and zeta far below 0 are PyTorch’s', () => {
  // The values of torch.special.gammainc and gammaincc in double precision.
  for (const [a, x, lower, upper] of [
    [2e6, 2e6, 0.5000940315962108, 0.4999059684037892],
    [2e6, 2.001e6, 0.7602865609458972, 0.23971343905410272],
    [1e9, 1e9 + 5e4, 0.9430750438329775, 0.056924956167022554],
    [1e16, 1e16, 0.5000000013298076, 0.4999999986701924],
    [1e308, 1, 0, 1],
    [1e16, 1e308, 1, 0],
  ] as const) {
    expect(igamma(a, x)).toBeCloseTo(lower, 10);
    expect(igammac(a, x)).toBeCloseTo(upper, 10);
  }
  expect(zeta(2, -1000.5)).toBeCloseTo(9.868605400173442, 12);
  expect(zeta(3, -2000.25)).toBeCloseTo(-62.01255323569333, 11);
  expect(zeta(2, -1e15 - 0.5)).toBeCloseTo(Math.PI ** 2, 12);
});

it('what is refused for being endless leaves room for what is not', () => {
  setMemoryLimit({ limitBytes: 10 * 2 ** 20 });
  try {
    for (const bytes of [Infinity, NaN, 1e308]) expect(() => account(bytes)).toThrow("can't allocate memory");
    account(9 * 2 ** 20);
    expect(() => account(2 * 2 ** 20)).toThrow('9.0 MiB are in use');
  } finally {
    setMemoryLimit(null);
  }
});
