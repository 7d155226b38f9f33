import { expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { sameText } from '../../../src/engine/test/close.js';
import { ExpectationError } from '../../../src/engine/test/expectation.js';
import { snapshotOf } from '../../../src/engine/test/snapshot.js';
import { Suite, type Outcome, type SuiteOptions } from '../../../src/engine/test/suite.js';

type Tl = Suite['api'];

async function outcomes(file: (tl: Tl) => unknown, options: Partial<SuiteOptions> = {}): Promise<Outcome[]> {
  const all: Outcome[] = [];
  const suite = new Suite({ snapshots: {}, update: false, now: () => 0, done: (outcome) => all.push(outcome), ...options });
  await suite.run(
    async () => void (await file(suite.api)),
    () => false,
  );
  return all;
}

const messageOf = ({ thrown }: Outcome): string | null => (thrown === undefined ? null : (thrown as Error).message);

/** The message of an expectation that fails. Null where it holds. */
const said = async (check: (tl: Tl) => unknown): Promise<string | null> => messageOf((await outcomes(check))[0]!);

const w = () => torch.tensor([1, 2], { dtype: torch.float32, requires_grad: true });

it('tests run in their order, with their groups, each from the seed 0; what one throws is its own', async () => {
  const drawn: number[] = [];
  const draw = () => void drawn.push(torch.rand(1).item());
  const all = await outcomes(({ test, describe }) => {
    describe('outer', () => {
      test('draws', draw);
      describe('inner', () => test('draws', draw));
    });
    test('fails', async () => {
      await Promise.resolve();
      throw new Error('on purpose');
    });
    test.skip('later', draw);
  });
  expect(all.map(({ name, status }) => `${name}: ${status}`)).toEqual([
    'outer > draws: passed',
    'outer > inner > draws: passed',
    'fails: failed',
    'later: skipped',
  ]);
  expect(messageOf(all[2]!)).toBe('on purpose');
  expect(drawn[0]).toBe(drawn[1]);
});

it('only what is asked for runs; a file without tests is one itself; a name stands for one test', async () => {
  const file = ({ test }: Tl) => ['a', 'b'].forEach((name) => test(name, () => {}));
  expect((await outcomes(file, { only: ['b'] })).map(({ name }) => name)).toEqual(['b']);
  expect((await outcomes(({ expect }) => expect(1).toBe(1))).map(({ name, status }) => [name, status])).toEqual([['', 'passed']]);
  expect(await said(({ test }) => ['a', 'a'].forEach((name) => test(name, () => {})))).toBe("There are two tests with the name 'a'.");
});

it.each<[string, (tl: Tl) => unknown, string | null]>([
  [
    'less',
    ({ expect }) => expect(torch.tensor(0.5)).toBeLessThan(0.5),
    'Expected a tensor of 0.5 (float32, shape []) to be less than 0.5.',
  ],
  ['less, rightly', ({ expect }) => expect(torch.tensor([0.25])).toBeLessThan(0.5), null],
  ['NaN', ({ expect }) => expect(NaN).not.toBeLessThan(0.5), null],
  [
    'a NaN in it',
    ({ expect }) => expect(torch.tensor([1, NaN])).toBeFinite(),
    'Expected a tensor (float32, shape [2]) to hold finite numbers only.',
  ],
  [
    'two elements',
    ({ expect }) => expect(torch.ones(2)).toBeLessThan(1),
    'toBeLessThan takes a number or a tensor with one element, not a tensor (float32, shape [2]).',
  ],
  [
    'shape',
    ({ expectShape }) => expectShape(torch.ones(2, 3), [3, 2]),
    'Expected a tensor (float32, shape [2, 3]) to have the shape [3, 2].',
  ],
  ['close', ({ expect }) => expect(torch.tensor([1, 2.0000001])).toBeCloseTo([1, 2]), null],
  [
    'not close',
    ({ expect }) => expect(torch.tensor([[1, 2.1]])).toBeCloseTo([[1, 2]], { atol: 0.01 }),
    'Tensor-likes are not close: 1 of 2 elements are wrong (50.0%). The greatest absolute difference is at index (0, 1): it is 2.0999999046325684, and expected is 2.',
  ],
  [
    'another dtype',
    ({ expect }) => expect(torch.ones(2)).toBeCloseTo(torch.ones(2, { dtype: torch.float64 })),
    "The values for attribute 'dtype' do not match: torch.float32 != torch.float64.",
  ],
  ['equal', ({ expect }) => expect({ a: [torch.ones(2)] }).toEqual({ a: [torch.ones(2)] }), null],
  ['not equal', ({ expect }) => expect([1, 2]).toEqual([1, 3]), 'Expected [1, 2] to equal [1, 3].'],
  ['throws', ({ expect }) => expect(() => torch.ones(2).add(torch.ones(3))).toThrow('must match'), null],
  [
    'no gradient',
    ({ expectGradient }) => expectGradient(w()),
    'No gradient has reached this tensor: call backward() before, on something that was computed from it; it needs requires_grad, and retain_grad() if it was computed itself.',
  ],
  [
    'a gradient of zero',
    ({ expectGradient }) => {
      const x = w();
      x.mul(0).sum().backward();
      expectGradient(x);
    },
    'The gradient is zero all over: nothing that the loss depends on went through this tensor.',
  ],
  [
    'the gradient',
    ({ expectGradient }) => {
      const x = w();
      x.mul(x).sum().backward();
      expectGradient(x);
      expectGradient(x, [2, 4]);
    },
    null,
  ],
  [
    'another gradient',
    ({ expectGradient }) => {
      const x = w();
      x.mul(x).sum().backward();
      expectGradient(x, [2, 5]);
    },
    'The gradient is another one. Tensor-likes are not close: 1 of 2 elements are wrong (50.0%). The greatest absolute difference is at index (1): it is 4, and expected is 5.',
  ],
])('says what does not hold: %s', async (_, check, sentence) => {
  expect(await said(check)).toBe(sentence);
});

it('a snapshot is new, the same, or changed; an update takes the changed one', async () => {
  const file = (tl: Tl) => tl.test('t', () => tl.expect(torch.ones(2)).toMatchSnapshot());
  const states = async (options: Partial<SuiteOptions>) => {
    const [{ status, thrown, snapshots }] = (await outcomes(file, options)) as [Outcome];
    return { status, thrown, snapshots: snapshots.map(({ name, state }) => `${name}: ${state}`) };
  };
  const kept = { 't 1': 'float32 [2]\n[1.0, 1.0000002]' };
  const other = { 't 1': 'float32 [2]\n[1.0, 1.01]' };
  expect(await states({})).toMatchObject({ status: 'passed', snapshots: ['t 1: new'] });
  expect(await states({ snapshots: kept })).toMatchObject({ status: 'passed', snapshots: ['t 1: same'] });
  const changed = await states({ snapshots: other });
  expect(changed).toMatchObject({ status: 'failed', snapshots: ['t 1: changed'] });
  expect(changed.thrown).toBeInstanceOf(ExpectationError);
  expect(changed.thrown).toMatchObject({ expected: other['t 1'], actual: 'float32 [2]\n[1.0, 1.0]' });
  expect(await states({ snapshots: other, update: true })).toMatchObject({ status: 'passed', snapshots: ['t 1: changed'] });
});

it('a snapshot has the shape, the values, the gradient and the graph of a tensor, the structure of a module, and an end', () => {
  const x = w();
  const y = x.mul(x).mul(x).sum();
  y.backward();
  expect(snapshotOf(x)).toBe('float32 [2] requires_grad\n[1.0, 2.0]\ngradient\n[3.0, 12.0]');
  expect(snapshotOf(y)).toBe(
    'float32 [] requires_grad\n9.0\ngraph\n#1 SumBackward0\n  #2 MulBackward0\n    #3 MulBackward0\n      #4 AccumulateGrad float32 [2]\n      #4 AccumulateGrad, as above\n    #4 AccumulateGrad, as above',
  );
  expect(snapshotOf(new torch.nn.Linear(2, 1))).toBe(
    'Linear(in_features=2, out_features=1, bias=True)\nparameters\nweight: float32 [1, 2]\nbias: float32 [1]',
  );
  expect(snapshotOf(torch.ones(100, 100)).length).toBeLessThan(300);
  expect(snapshotOf({ a: [1, 'b', null], c: torch.tensor([true]) })).toBe('{\n  a: [1, "b", null]\n  c: bool [1]\n  [true]\n}');
});

it('words of snapshots are the same or not; numbers with a point may be a little off, sizes may not', () => {
  expect(sameText('[1.0000001, 2]', '[1.0, 2]')).toBe(true);
  expect(sameText('[1.001, 2]', '[1.0, 2]')).toBe(false);
  expect(sameText('float32 [3]', 'float32 [2]')).toBe(false);
  expect(sameText('1.0 NaN', '1.0 1.0')).toBe(false);
});
