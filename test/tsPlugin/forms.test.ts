/** Rewrites methods of tensors as operators, and back. */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { programOf } from '../../src/tsPlugin/operators/check.js';
import type { Form } from '../../src/tsPlugin/operators/forms.js';
import { rewritten } from '../../src/tsPlugin/operators/rewrite.js';

const types = path.join(root, 'dist/types').replaceAll('\\', '/');
const operators = { isModelFile: (file: string) => file.endsWith('.tl.ts'), declarations: `${types}/operators.d.ts` };

/** Rewrites several files at once, so that the types are read only once. */
function inForm(texts: readonly string[], form: Form): string[] {
  const folder = fs.mkdtempSync(path.join(root, 'out', 'forms-'));
  try {
    const files = texts.map((text, i) => {
      const file = path.join(folder, `model${i}.tl.ts`).replaceAll('\\', '/');
      fs.writeFileSync(file, text);
      return file;
    });
    const program = programOf(ts, files, `${types}/index.d.ts`, operators);
    return files.map((file) => {
      const source = program.getSourceFile(file)!;
      return rewritten(ts, program, source, 0, source.end, form).reduceRight(
        (text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.start + span.length),
        source.text,
      );
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const HEAD = `import * as torch from 'tensor-lens';
const w = torch.ones(3, { requires_grad: true }), x = torch.ones(3), b = torch.ones(3), n = 2, set = new Set<number>();
const net = { w, list: [x] };
`;
const tail = (text: string): string => text.slice(HEAD.length);

/** Pairs of texts that mean the same. */
const BOTH: readonly (readonly [methods: string, operators: string])[] = [
  ['w.mul(x).add(b);', 'w * x + b;'],
  ['w.mul(x.add(b));', 'w * (x + b);'],
  ['w.sub(x.sub(b));', 'w - (x - b);'],
  ['w.sub(x).sub(b);', 'w - x - b;'],
  ['w.pow(2).pow(x);', '(w ** 2) ** x;'],
  ['w.pow(x.pow(2));', 'w ** x ** 2;'],
  ['const a = w.pow(2).neg();', 'const a = -(w ** 2);'],
  ['const a = w.neg().pow(2);', 'const a = (-w) ** 2;'],
  ['const a = w.neg().neg();', 'const a = -(-w);'],
  ['x.gt(0).bitwise_and(x.lt(1));', '(x > 0) & (x < 1);'],
  ['x.gt(0).bitwise_not().sum();', '(~(x > 0)).sum();'],
  ['x.gt(0).eq(x.lt(1));', '(x > 0) == (x < 1);'],
  ['x.add(1).sum().div(n);', '(x + 1).sum() / n;'],
  ['torch.exp(x.add(1).mul(2)).mul(3);', 'torch.exp((x + 1) * 2) * 3;'],
  ['w.sub_(w.grad!.mul(0.1));', 'w -= w.grad! * 0.1;'],
  ['net.w.mul_(x.add(1));', 'net.w *= x + 1;'],
  ['x.rsub(1).mul(b);', '(1 - x) * b;'],
  ['x.index(0).add_(1);', 'x[0] += 1;'],
  ["x.index(0, '1:3').add(x.index(null));", "x[0, '1:3'] + x[null];"],
  ['x.add(1).index(x.gt(0));', '(x + 1)[x > 0];'],
  ['const f = async () => (await Promise.resolve(x)).mul(2);', 'const f = async () => (await Promise.resolve(x)) * 2;'],
  [
    'const f = async (p: Promise<torch.Tensor>) => await p.then((t) => t.add(1));',
    'const f = async (p: Promise<torch.Tensor>) => await p.then((t) => t + 1);',
  ],
  ['const text = `${x.add(1)}`;', 'const text = `${x + 1}`;'],
  ['const a = (n ? x : b).add(1);', 'const a = (n ? x : b) + 1;'],
  ['const a = n ? x.add(1) : b.mul(2);', 'const a = n ? x + 1 : b * 2;'],
  ['const a = net.list[0]!.mul(2) as torch.Tensor;', 'const a = net.list[0]! * 2 as torch.Tensor;'],
  ['let a = 1\nx.add(1).sum()', 'let a = 1\n;(x + 1).sum()'],
].map(([methods, signs]) => [methods!, signs!] as const);

/** Calls that stay as they are when operators are wanted. */
const STAY = [
  'x.add(b, { alpha: 2 });',
  'set.add(1);',
  'x // a sum\n  .add(1);',
  'const a = x.add_(1);',
  'x.mul(/* rate */ 2);',
  'x.relu();',
  'x.toString();',
  'x?.add(1);',
  '[1, 2].indexOf(1);',
  'new Set([1]).add(2);',
  'x.add(...([1] as const));',
];

/** Operators for which the left side has no method. */
const REFLECTED: readonly (readonly [operators: string, methods: string])[] = [
  ['1 - x * 2;', 'x.mul(2).rsub(1);'],
  ['2 / (x + 1);', 'x.add(1).reciprocal().mul(2);'],
  ['0 < x;', 'x.gt(0);'],
  ['n * x;', 'x.mul(n);'],
  ['2 * 3 + n;', '2 * 3 + n;'],
  ['2 ** x;', '2 ** x;'],
  ['x[0] = 1;', 'x[0] = 1;'],
  ['x > 0 & x < 1;', 'x.gt(0).bitwise_and(x.lt(1));'],
  ['net.list[0]! * 2;', 'net.list[0]!.mul(2);'],
  ['x == null;', 'x == null;'],
  ['if (x.sum() > 1 && n > 1) x += 1;', 'if (x.sum().gt(1) && n > 1) x.add_(1);'],
];

describe('methods and operators', () => {
  const toOperators = inForm(
    [...BOTH.map(([methods]) => methods), ...STAY].map((text) => HEAD + text),
    'operators',
  ).map(tail);
  const toMethods = inForm(
    [...BOTH.map(([, signs]) => signs), ...REFLECTED.map(([signs]) => signs)].map((text) => HEAD + text),
    'methods',
  ).map(tail);

  it.each(BOTH.map(([methods, signs], i) => [methods, signs, i] as const))('%s becomes %s', (_, signs, i) => {
    expect(toOperators[i]).toBe(signs);
  });

  it.each(BOTH.map(([methods, signs], i) => [signs, methods, i] as const))('%s becomes %s', (_, methods, i) => {
    expect(toMethods[i]!.replace(/^;/m, '')).toBe(methods);
  });

  it.each(STAY.map((text, i) => [text, i] as const))('%s stays', (text, i) => {
    expect(toOperators[BOTH.length + i]).toBe(text);
  });

  it.each(REFLECTED.map(([signs, methods], i) => [signs, methods, i] as const))('%s becomes %s', (_, methods, i) => {
    expect(toMethods[BOTH.length + i]).toBe(methods);
  });
});

describe('the examples', () => {
  const names = fs.readdirSync(path.join(root, 'examples')).filter((name) => name.endsWith('.tl.ts'));
  const texts = names.map((name) => fs.readFileSync(path.join(root, 'examples', name), 'utf8'));
  const methods = inForm(texts, 'methods');
  const back = inForm(methods, 'operators');

  const again = inForm([...back, ...methods], 'methods');

  it.each(names.map((name, i) => [name, i] as const))('%s is the same program in each form', (_, i) => {
    expect(methods[i]).not.toBe(texts[i]);
    expect(back[i]).not.toBe(methods[i]);
    expect(again[i]).toBe(methods[i]);
    expect(again[names.length + i]).toBe(methods[i]);
  });
});
