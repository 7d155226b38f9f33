import { expect, it } from 'vitest';
import { compile, compileInSteps } from '../../src/language/compile.js';
import { numbersOf } from '../../src/language/numbers.js';

const TEXT = `import { optim, nn } from 'tensor-lens';
torch.manual_seed(7);
const hidden = 16;
const x = torch.tensor([[1, -5], [2, 8]]);
const net = new nn.Linear(2, hidden);
const optimizer = new optim.SGD(net.parameters(), { lr: 0.1 });
for (let i = 0; i < 20; i++) x.view(2, 2);
const table = { 1: 'no number of the program' };
type Three = 3;
const y = x * -0.5 - 1;
`;

const all = () => numbersOf('m.tl.ts', TEXT);
const named = (name: string) => all().find((number) => number.name === name);

it('finds every number that runs, with what it is called and what it is for', () => {
  expect(all().map(({ text }) => text)).toEqual('7 16 1 -5 2 8 2 0.1 0 20 2 2 -0.5 1'.split(' '));
  expect(named('lr')).toMatchObject({ kind: 'rate', value: 0.1, text: '0.1' });
  expect(named('hidden')).toMatchObject({ kind: 'size', value: 16 });
  expect(named('torch.manual_seed(7)')).toMatchObject({ kind: 'seed', value: 7 });
  expect(named('x[0][1]')).toMatchObject({ kind: 'data', value: -5, text: '-5' });
  expect(named('i')).toMatchObject({ kind: 'index', value: 0 });
});

it('tells where each is written, with its minus', () => {
  const { range } = named('x[0][1]')!;
  expect(TEXT.split('\n')[range.line - 1]!.slice(range.column - 1, range.endColumn - 1)).toBe('-5');
});

it('has compiled code read them from a table, from a place on', () => {
  const { code, numbers } = compileMovable();
  expect(numbers).toHaveLength(all().length);
  expect(code).toContain('lr: __tl.n(17)');
  expect(code).toContain('-__tl.n(13)');
  expect(compile('m.tl.ts', TEXT).code).not.toContain('__tl.n(');
});

function compileMovable() {
  const steps = compileInSteps('m.tl.ts', TEXT, 0, { firstNumber: 10 });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
