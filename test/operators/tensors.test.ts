/** Programs with operators on tensors print the same as programs with methods, and each operator has its own place. */
import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { locate } from '../../src/language/locate.js';
import { evaluate, linkFiles, run, textAt } from '../language/evaluate.js';
import { told } from './programs.js';

describe('a program with operators prints what it prints with methods', () => {
  it.each<[what: string, operators: string, methods: string]>([
    [
      'remainders',
      'log(torch.tensor([-7, 7]) % 3, 7 % torch.tensor([-3, 3]), -7 % 3);',
      'log(torch.tensor([2, 1]), torch.tensor([-2, 1]), -1);',
    ],
    [
      'complex numbers',
      'const j: any = new torch.Complex(0, 1); const x = torch.tensor([1.0, 2]); const z = torch.ones(2) * j; log(j * x, x * j, j + x, x - j, j - x, x / j, j / x, z == j, z != 2); z *= j; log(z);',
      'const j = new torch.Complex(0, 1); const x = torch.tensor([1.0, 2]); const z = torch.ones(2).mul(j); log(x.mul(j), x.mul(j), x.add(j), x.sub(j), x.rsub(j), x.div(j), x.reciprocal().mul(j), torch.tensor([true, true]), torch.tensor([true, true])); z.mul_(j); log(z);',
    ],
    [
      'comparisons',
      'const x = torch.tensor([1, 2, 3]); log(x > 1 & x < 3, ~(x > 1), x == null, x != undefined, x == "a" as any, x != [] as any, x === x);',
      'const x = torch.tensor([1, 2, 3]); log(x.gt(1).logical_and(x.lt(3)), x.gt(1).logical_not(), false, true, false, true, true);',
    ],
    [
      'changes in place',
      'const x = torch.zeros(3); const y = x; x += 2; x *= 3; x -= torch.ones(3); x /= 2; x **= 2; log(x, y === x); let z = x; z -= 1; log(x, z === x); const o: any = { t: x }; o.t += 1; let calls = 0; const f = () => (calls++, o); f().t *= 2; log(x, calls); let n: any = 5; n += torch.ones(2); log(n); const { q, r: [s] }: any = { q: x, r: [x] }; q += 1; s += 1; log(x); x++; ++x; log(x);',
      'const x = torch.zeros(3); x.add_(2).mul_(3).sub_(torch.ones(3)).div_(2).pow_(2); log(x, true); x.sub_(1); log(x, true); x.add_(1).mul_(2); log(x, 1); log(torch.ones(2).add(5)); x.add_(2); log(x); x.add_(2); log(x);',
    ],
    [
      'reads by index',
      "const x = torch.arange(12).reshape(3, 4); const i: any = 1; const m = x > 5; const f = () => x; log(x[0], x[i], x[-1], x['1:'], x[0, '1:3'], x[':', i], f()[0, 1], x['...', 0], x[null].shape, x[m], x[[0, 2]], x[torch.tensor([1, 0])], x[0][2], x?.[1], x?.[1, 2], x[torch.tensor(2)], x[i + 1], x[':2, 1:'], x['..., -1'], x['0, ::2']);",
      "const x = torch.arange(12).reshape(3, 4); log(x.index(0), x.index(1), x.index(-1), x.index('1:'), x.index(0, '1:3'), x.index(':', 1), x.index(0, 1), x.index('...', 0), x.index(null).shape, x.index(x.gt(5)), x.index([0, 2]), x.index(torch.tensor([1, 0])), x.index(0, 2), x.index(1), x.index(1, 2), x.index(2), x.index(2), x.index(':2', '1:'), x.index('...', -1), x.index(0, '::2'));",
    ],
    [
      'writes by index',
      "const x = torch.zeros(3, 3); x[0] = 1; x[1, 1] = 5; x['2:', 0] = torch.tensor([7]); x[0] += 2; x[0, 1] *= 10; x[x > 20] = -1; x[1]++; x['1:, 0'] = 9; let k: any = 2; x[k] -= 1; x[k][k] = 4; x[k]! += 1; log(x); x[':', 2] = x[':', 0] + x[0, 0]; log(x); x[x > 3] = x[x > 3] * 2; x[x < 0] += 0.5; log(x); let n = 0; const at = () => (n++, x); at()[0, 0] = 3; at()[1, '0:2'] -= 1; at()[x > 5] += 1; log(x, n); const list: any[] = [x]; list[0][2] = 0; list[0] += 1; log(x);",
      "const x = torch.zeros(3, 3); x.index_put_([0], 1); x.index_put_([1, 1], 5); x.index_put_(['2:', 0], torch.tensor([7])); x.at(0).add_(2); x.at(0, 1).mul_(10); x.index_put_([x.gt(20)], -1); x.at(1).add_(1); x.index_put_(['1:', 0], 9); x.at(2).sub_(1); x.at(2).at(2).fill_(4); x.at(2).add_(1); log(x); x.index_put_([':', 2], x.index(':', 0).add(x.at(0, 0))); log(x); x.index_put_([x.gt(3)], x.index(x.gt(3)).mul(2)); x.index_put_([x.lt(0)], x.index(x.lt(0)).add(0.5)); log(x); x.at(0, 0).fill_(3); x.index(1, '0:2').sub_(1); x.index_put_([x.gt(5)], x.index(x.gt(5)).add(1)); log(x, 3); x.at(2).zero_(); x.add_(1); log(x);",
    ],
    [
      'truth',
      "const s = torch.tensor(2); const z = torch.zeros(1); log(s > 1 ? 'a' : 'b', !s, !z, !!s, s && 5, z && 5, z || 6, s > 1 && s < 5 ? 1 : 2, Boolean(z), Number(s), Math.sqrt(s as any)); if (s > 3) log('no'); else log('yes'); let n = torch.tensor(3); let c = 0; while (n > 0) { n -= 1; c++ } log(c, n); for (let t = torch.tensor(0); t < 3; t++) c += 1; log(c); log([s, z].filter((t) => t > 1).length, [z, s].find((t) => t > 1) === s); let v: any = z; v ||= 4; log(v); let w: any = s; w &&= 5; log(w);",
      "log('a', false, true, true, 5, torch.zeros(1), 6, 1, false, 2, Math.sqrt(2)); log('yes'); log(3, torch.tensor(0)); log(6); log(1, true); log(4); log(5);",
    ],
    [
      'rows of modules',
      "const { nn } = torch; const net = new nn.Sequential(new nn.ReLU(), new nn.Tanh()), list = new nn.ModuleList([new nn.ReLU()]); log(String(net[0]), String(net[-1]), String(net['0:1']), String(list[0])); net[-1] = new nn.Sigmoid(); log(String(net)); try { net[5]; } catch (e: any) { log(e.message); }",
      "const { nn } = torch; log('ReLU()', 'Tanh()', String(new nn.Sequential(new nn.ReLU())), 'ReLU()'); log(String(new nn.Sequential(new nn.ReLU(), new nn.Sigmoid()))); log('index 5 is out of range');",
    ],
    [
      'gradient descent',
      'torch.manual_seed(1); const x = torch.linspace(-2, 2, 16); const y = 2 * x - 1 + 0.1 * torch.randn(16); const w = torch.zeros(1, { requires_grad: true }), b = torch.zeros(1, { requires_grad: true }); for (let step = 0; step < 20; step++) { const loss = ((w * x + b - y) ** 2).mean(); loss.backward(); torch.no_grad(() => { w -= 0.1 * w.grad!; b -= 0.1 * b.grad! }); w.grad = null; b.grad = null; } log(w, b);',
      'torch.manual_seed(1); const x = torch.linspace(-2, 2, 16); const y = x.mul(2).sub(1).add(torch.randn(16).mul(0.1)); const w = torch.zeros(1, { requires_grad: true }), b = torch.zeros(1, { requires_grad: true }); for (let step = 0; step < 20; step++) { const loss = w.mul(x).add(b).sub(y).pow(2).mean(); loss.backward(); torch.no_grad(() => { w.sub_(w.grad!.mul(0.1)); b.sub_(b.grad!.mul(0.1)) }); w.grad = null; b.grad = null; } log(w, b);',
    ],
  ])('%s', async (_, operators, methods) => {
    const [a, b] = [await told(operators, true), await told(methods, false)];
    expect(a.log).toEqual(b.log);
  });

  it('a NaN is true and a zero is not, as in Python', () => {
    const made = [[NaN], [0], [-0], [2]].map((values) => torch.tensor(values));
    const all = [
      ...made,
      torch.tensor([true]),
      torch.complex(torch.zeros(1), torch.zeros(1)),
      torch.complex(torch.zeros(1), torch.ones(1)),
    ];
    expect(all.map((t) => t.is_nonzero())).toEqual([true, false, false, true, true, false, true]);
    expect(() => torch.ones(2).is_nonzero()).toThrow('Boolean value of Tensor with more than one value is ambiguous');
  });

  it('what is refused is refused in words of PyTorch', async () => {
    const { log } = await told(
      'const x: any = torch.ones(3), l: any = [1], lies = (n: number) => n * 2; for (const f of [() => x + l, () => x * "a", () => null - x, () => x ** null, () => x < null, () => x - undefined, () => x + 1n, () => (x > 0 ? 1 : 2), () => 0 < x < 2, () => ~x, () => torch.tensor(1)[0], () => x[7], () => Number(x)]) try { log(f()) } catch (e: any) { log(`${e.name}: ${e.message}`) } const c = 1 as any; try { c += 1 } catch (e: any) { log(e.message) } try { lies(x) } catch (e: any) { log(e.name) } try { let y: any = x; log(y++) } catch (e: any) { log(e.name) }',
      true,
    );
    expect(log.map((line) => line.slice(0, -1))).toEqual([
      "TypeError: unsupported operand type(s) for +: 'Tensor' and 'list'",
      "TypeError: unsupported operand type(s) for *: 'Tensor' and 'str'",
      "TypeError: unsupported operand type(s) for -: 'NoneType' and 'Tensor'",
      "TypeError: unsupported operand type(s) for ** or pow(): 'Tensor' and 'NoneType'",
      "TypeError: '<' not supported between instances of 'Tensor' and 'NoneType'",
      "TypeError: unsupported operand type(s) for -: 'Tensor' and 'undefined'",
      "TypeError: unsupported operand type(s) for +: 'Tensor' and 'bigint'",
      'RuntimeError: Boolean value of Tensor with more than one value is ambiguous',
      "TypeError: 'a < b < c' would compare a truth value with c: write (a < b) & (b < c)",
      'TypeError: ~ (operator.invert) is only implemented on integer and Boolean-type tensors',
      'IndexError: invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number',
      'IndexError: index 7 is out of bounds for dimension 0 with size 3',
      'ValueError: only one element tensors can be converted to Python scalars',
      'Assignment to constant variable.',
      'TypeError',
      'TypeError',
    ]);
  });
});

it('a gradient that is not there is refused, and null that is none keeps its meaning', async () => {
  const { log } = await told(
    'const w: any = torch.ones(1, { requires_grad: true }), none: any = null; log(String([2 * none, none < 1])); for (const f of [() => 0.1 * w.grad, () => w - 0.1 * w.grad, () => w.grad < 1, () => "g" + w.grad]) try { log(f()) } catch (e: any) { log(e.message) } log(String([w.shape == (w * 2).shape, w.shape == torch.ones(2).shape, w.shape != torch.ones(2).shape, w.shape == [1] as any]))',
    true,
  );
  expect(log.map((line) => line.slice(0, -1))).toEqual([
    '0,true',
    "unsupported operand type(s) for *: 'float' and 'NoneType'",
    "unsupported operand type(s) for *: 'float' and 'NoneType'",
    "'<' not supported between instances of 'NoneType' and 'int'",
    'gnull',
    'true,false,true,true',
  ]);
});

describe('places', () => {
  it('each operator and each subscript is one', async () => {
    const text =
      "import * as torch from 'tensor-lens';\nconst x = torch.ones(3), w = torch.ones(3), b = 1;\nconst y = (w * x) + b;\nx[0];\nw -= x;\nx[1] = 2;\nx['1:', null];\n-x;";
    const { reports } = await run(text, torch);
    expect(reports.filter(({ kind }) => kind === 'o').map((report) => report.text)).toEqual([
      'w * x',
      '(w * x) + b',
      'x[0]',
      'w -= x',
      'x[1] = 2',
      "x['1:', null]",
      '-x',
    ]);
  });

  /** The place of an error in every construct. Each is below a template, where a source map could be wrong. */
  const FAILING: [written: string, at: string][] = [
    ['fail(1)', 'fail(1)'],
    ['none.a.b', 'none.a'],
    ['x * null', 'x * null'],
    ['(x + 1) - none', '(x + 1) - none'],
    ['x[9]', 'x[9]'],
    ["x[0, '1:']", "x[0, '1:']"],
    ['-none.a', 'none.a'],
    ['(x > 0 ? 1 : 2)', 'x > 0'],
    ['nowhere', 'nowhere'],
    ['new none.K()', 'new none.K()'],
    ['(x **= [])', 'x **= []'],
    ['x.nothing()', 'x.nothing()'],
  ];
  const CONSTRUCTS = [
    'const a = E;',
    'let a: any; a = E;',
    'const [a, b = E] = [1];',
    'const { a = E }: any = {};',
    'f(E);',
    'f(1, ...[E]);',
    'const o = { k: E, [String(1)]: 2 };',
    'const a = [1, E];',
    'if (E) f(1); else f(2);',
    'while (E) f(1);',
    'for (let i = E; i < 1; i++) f(i);',
    'for (const i of [E]) f(i);',
    'switch (E) { case 1: break; }',
    'const g = (v: any = E) => v; g();',
    'const g = () => E; g();',
    'function g() { return E; } g();',
    'class K { v = E; } new K();',
    'class K { static v = E; }',
    'class K { constructor(readonly v: number) { f(E); } get w() { return 1; } } new K(1);',
    'class K { static { f(E); } }',
    'const s = `${f(1)}<${E}>`;',
    'const s = f`a${E}b`;',
    'const v = (f(1), E);',
    'const v = f(null) ?? E;',
    'f(1) && E;',
    'const v = false || E;',
    'try { f(E); } finally { f(2); }',
    'const g = async () => { await f(1); return E; }; await g();',
    'const g = function* () { yield E; }; g().next();',
    'label: { f(E); }',
    'export const v = E;',
    'const v = E as number;',
    'const v = <T,>(y: T) => y; v<number>(E);',
    'enum C { One = 1 }\nf(C.One, E);',
    'type T = { a: number };\ninterface I extends T {}\nconst v: T = E;',
    'f(() => E)();'.replace('f(', '('),
  ];
  it.each(CONSTRUCTS)('an error is where it is in %s', async (construct) => {
    for (const [written, at] of FAILING) {
      const text = `import * as torch from 'tensor-lens';\nimport { fail } from 'tensor-lens';\nconst x = torch.ones(3), none: any = undefined;\nconst f = (...v: any[]): any => v[0];\nconst t = \`\${1}\${f(2)}\`;\n${construct.replace('E', written)}\n`;
      const files = { 'm.tl.ts': text };
      const library = {
        ...torch,
        fail: () => {
          throw new RangeError('failed');
        },
      };
      const linked = await linkFiles(files);
      const error: unknown = await evaluate(linked, files, library).then(
        () => null,
        (e: unknown) => e,
      );
      const range = error instanceof Error ? locate(linked, error.stack ?? '') : null;
      const found = range && textAt(files, { range: [range.file, range.line, range.column, range.endLine, range.endColumn] });
      expect([written, found]).toEqual([written, at]);
    }
  });
});
