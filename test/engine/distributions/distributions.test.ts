import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

/**
 * Every result that PyTorch 2.15 gave for these distributions (makeCases.py) must be the same here, with gradients and
 * draws.
 */
type Given = number | number[] | number[][];
interface Written {
  shape: number[];
  data: (number | string)[];
}
interface Outcome {
  value?: unknown;
  grads?: (Written | null)[];
  error?: string;
  backward?: string;
}
interface Case {
  name: string;
  args: Given[];
  kwargs: Record<string, Given>;
  value: Given;
  expect: Record<string, Outcome>;
}
interface Cases {
  distributions: Case[];
  divergences: { p: string; q: string; expect: Outcome }[];
  wrong: { name: string; args: Given[]; kwargs: Record<string, Given>; expect: Outcome }[];
}
const cases = JSON.parse(fs.readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as Cases;

type Distribution = torch.distributions.Distribution;
const float64 = { dtype: torch.float64 };
const classes = torch.distributions as unknown as Record<string, new (...args: unknown[]) => Distribution>;

function make(name: string, args: Given[], kwargs: Record<string, Given>): { d: Distribution; leaves: torch.Tensor[] } {
  const leaves: torch.Tensor[] = [];
  const read = (value: Given): unknown => {
    if (typeof value === 'number') return value;
    const leaf = torch.tensor(value, { ...float64, requires_grad: true });
    leaves.push(leaf);
    return leaf;
  };
  const given = args.map((value, i) => (i === 0 && name.startsWith('Relaxed') ? torch.tensor(value, float64) : read(value)));
  const named = Object.fromEntries(Object.entries(kwargs).map(([key, value]) => [key, read(value)]));
  return { d: new classes[name]!(...given, named), leaves };
}

const asked: Record<string, (d: Distribution, x: torch.Tensor) => unknown> = {
  log_prob: (d, x) => d.log_prob(x),
  cdf: (d, x) => d.cdf(x),
  icdf: (d) => d.icdf(torch.tensor([0.25, 0.7], float64)),
  mean: (d) => d.mean,
  mode: (d) => d.mode,
  variance: (d) => d.variance,
  stddev: (d) => d.stddev,
  entropy: (d) => d.entropy(),
  sample: (d) => d.sample([3]),
  rsample: (d) => d.rsample([2]),
  expand: (d, x) => d.expand([3, ...d.batch_shape]).log_prob(x),
  enumerate_support: (d) => d.enumerate_support(),
  repr: (d) => String(d),
  support: (d) => String(d.support),
  batch_shape: (d) => [...d.batch_shape],
  event_shape: (d) => [...d.event_shape],
  has_rsample: (d) => d.has_rsample,
  outside: (d, x) => d.log_prob(torch.full_like(x, NaN)),
};

const elements = (x: torch.Tensor): number[] => (x.reshape([-1]).tolist() as (number | boolean)[]).map(Number);
const number = (v: number | string): number =>
  typeof v === 'string' ? Number(v.replace('inf', 'Infinity').replace('nan', 'NaN')) : Number(v);
const isClose = (got: number, wanted: number) =>
  Object.is(got, wanted) || got === wanted || Math.abs(got - wanted) <= 1e-9 + 1e-7 * Math.abs(wanted);

/** The difference from PyTorch's result, or null. */
function difference(got: unknown, wanted: unknown): string | null {
  if (!(got instanceof torch.Tensor))
    return JSON.stringify(got) === JSON.stringify(wanted) ? null : `${String(got)}, not ${JSON.stringify(wanted)}`;
  const { shape, data } = wanted as Written;
  const values = elements(got);
  const isSame =
    String([...got.shape]) === String(shape) && values.length === data.length && values.every((v, i) => isClose(v, number(data[i]!)));
  return isSame ? null : `[${[...got.shape]}] ${values}, not [${shape}] ${data}`;
}

/** Where PyTorch raises an error without a message, our message names what is missing. */
const isSaid = (wanted: string | undefined, message: string): boolean =>
  wanted === message || (wanted === '' && message.includes(' does not implement '));

function check(run: () => unknown, leaves: torch.Tensor[], wanted: Outcome): string | null {
  let got: unknown;
  try {
    got = run();
  } catch (error) {
    const { message } = error as Error;
    return isSaid(wanted.error, message) ? null : `raised "${message}", not ${JSON.stringify(wanted)}`;
  }
  if (wanted.error !== undefined) return `did not raise "${wanted.error}"`;
  const differs = difference(got, wanted.value);
  if (differs || (!wanted.grads && wanted.backward === undefined)) return differs;
  try {
    (got as torch.Tensor).square().sum().backward();
  } catch (error) {
    const { message } = error as Error;
    return message === wanted.backward ? null : `backward raised "${message}"`;
  }
  if (wanted.backward !== undefined) return `backward did not raise "${wanted.backward}"`;
  const wrong = leaves.map(({ grad }, i) => {
    const gradient = wanted.grads![i];
    const said =
      grad && gradient ? difference(grad, gradient) : grad || gradient ? `gradient ${String(grad)}, not ${JSON.stringify(gradient)}` : null;
    return said && `gradient of leaf ${i}: ${said}`;
  });
  return wrong.find((said) => said !== null) ?? null;
}

describe('distributions agree with PyTorch', () => {
  it.each(cases.distributions.map((c) => [c.name, c] as const))('%s', (name, c) => {
    const wrong = Object.entries(c.expect).flatMap(([what, wanted]) => {
      const { d, leaves } = make(name, c.args, c.kwargs);
      torch.manual_seed(7);
      const said = check(() => asked[what]!(d, torch.tensor(c.value, float64)), leaves, wanted);
      return said ? [`${what}: ${said}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('and so do their divergences', () => {
    const known = new Map(cases.distributions.map((c) => [c.name, c]));
    const wrong = cases.divergences.flatMap(({ p, q, expect: wanted }) => {
      const made = (name: string) => make(name, known.get(name)!.args, known.get(name)!.kwargs);
      const [one, other] = [made(p), made(q)];
      const said = check(() => torch.distributions.kl_divergence(one.d, other.d), [...one.leaves, ...other.leaves], wanted);
      return said ? [`${p}, ${q}: ${said}`] : [];
    });
    expect(cases.divergences.length).toBeGreaterThan(70);
    expect(wrong).toEqual([]);
  });

  it('and what they refuse', () => {
    const wrong = cases.wrong.flatMap(({ name, args, kwargs, expect: wanted }) => {
      const said = check(() => String(make(name, args, kwargs).d), [], wanted);
      return said ? [`${name}: ${said}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});

describe('what programs add', () => {
  const { distributions: D } = torch;
  const x = torch.tensor([0.5, -1], float64);

  class Shifted extends D.Normal {
    constructor(by: number) {
      super(torch.tensor(by, float64), 1);
    }
  }

  it('is taken by the nearest class that has a divergence', () => {
    expect(D.kl_divergence(new Shifted(1), new D.Normal(0, 1)).item()).toBeCloseTo(0.5, 12);
    D.register_kl(Shifted, D.Normal)(() => torch.tensor(42));
    expect(D.kl_divergence(new Shifted(1), new D.Normal(0, 1)).item()).toBe(42);
    expect(D.kl_divergence(new D.Normal(0, 1), new Shifted(1)).item()).toBeCloseTo(0.5, 12);
  });

  it('can be a transform', () => {
    class Cube extends D.Transform {
      override get domain() {
        return D.constraints.real;
      }
      override get codomain() {
        return D.constraints.real;
      }
      override get bijective() {
        return true;
      }
      override get sign() {
        return 1;
      }
      override _call(given: torch.Tensor) {
        return given.pow(3);
      }
      override _inverse(y: torch.Tensor) {
        return y.sign().mul(y.abs().pow(1 / 3));
      }
      override log_abs_det_jacobian(given: torch.Tensor) {
        return given.pow(2).mul(3).log();
      }
    }
    const cubed = new D.TransformedDistribution(new D.Normal(0, 1), new Cube());
    const y = x.pow(3);
    const expected = new D.Normal(0, 1).log_prob(x).sub(x.pow(2).mul(3).log());
    expect(cubed.log_prob(y).allclose(expected)).toBe(true);
    expect(cubed.cdf(y).allclose(new D.Normal(0, 1).cdf(x))).toBe(true);
  });

  it('finds its transform by its constraint, and back', () => {
    const { constraints } = D;
    const regions = [constraints.positive, constraints.unit_interval, constraints.interval(-2, x.exp()), constraints.less_than(3)];
    for (const region of regions) {
      const transform = D.biject_to(region);
      const y = transform(x);
      expect(region.check(y).all().item()).toBe(true);
      expect(transform.inv(y).allclose(x)).toBe(true);
    }
    expect(() => D.biject_to(constraints.boolean)).toThrow('Cannot transform _Boolean constraints');
  });

  it('checks nothing when it is told so', () => {
    const bad = torch.tensor(-1.5);
    expect(() => new D.Normal(0, bad)).toThrow(
      'Expected parameter scale (Tensor of shape ()) of distribution Normal(loc: 0.0, scale: -1.5)',
    );
    expect(String(new D.Normal(0, bad, { validate_args: false }))).toBe('Normal(loc: 0.0, scale: -1.5)');
    D.Distribution.set_default_validate_args(false);
    try {
      expect(new D.Bernoulli(0.5).log_prob(torch.tensor(3, { dtype: torch.float32 })).item()).not.toBeNaN();
    } finally {
      D.Distribution.set_default_validate_args(true);
    }
  });
});
