import { describe, expect, it } from 'vitest';
import { describe as describeEntry, documentationOf, headlineOf, signatureText } from '../../../src/insight/api/apiText.js';
import { dimsOf, isDim, offerAt } from '../../../src/insight/api/arguments.js';
import { activeIn, fits } from '../../../src/insight/api/calls.js';
import { callAround } from '../../../src/insight/api/callAround.js';
import { tokenize, tokensBefore } from '../../../src/insight/api/tokens.js';
import { api, textWith } from './library.js';

const HEAD = `import * as torch from 'tensor-lens';
import { nn, optim as o } from 'tensor-lens';
const F = torch.nn.functional;
const { linalg } = torch;
class Net extends nn.Module {
  fc = new nn.Linear(3, 2);
  forward(x: torch.Tensor) { return this.fc(x); }
}
const net = new Net();
const optimizer = new o.Adam(net.parameters(), { lr: 0.1 });
const x = torch.ones(2, 3), n = 3;
let y: torch.Tensor = F.relu(x);
`;

/** The meaning of the expression at the end of a text. */
function meaning(expression: string, tensors: string[] = []): string {
  const { text } = textWith(HEAD + expression, tensors);
  const chain = text.chainBefore(text.tokens.list.length);
  const found = chain && text.meaning(chain);
  if (!found) return 'unknown';
  return found.kind === 'instance' ? `a ${found.of}` : `${found.kind} ${found.path}`;
}

describe('the document of the library', () => {
  it('has PyTorch’s signatures, defaults and words of operations', () => {
    expect(headlineOf(api.namespace('torch').get('matmul')!, 'torch.matmul')).toBe(
      'torch.matmul(input: Tensor, other: Tensor, *, out: Tensor | None = None) -> Tensor',
    );
    const sum = api.namespace('torch').get('sum')!;
    expect(headlineOf(sum, 'torch.sum').split('\n')).toEqual([
      'torch.sum(input: Tensor, *, dtype: dtype | None = None) -> Tensor',
      'torch.sum(input: Tensor, dim: int[] | None, keepdim: bool = False, *, dtype: dtype | None = None, out: Tensor | None = None) -> Tensor',
    ]);
    expect(describeEntry(sum, 'torch.sum')).toContain('`out = Σ input`');
    expect(documentationOf(sum)).toContain('The sum of all elements.');
    expect(documentationOf(sum, sum.signatures![1])).not.toContain('The sum of all elements.');
  });

  it('is shown as it is written: stars are no emphasis', () => {
    expect(documentationOf({ name: 'f', kind: 'function', doc: '`a*b` of (*, in_features)' })).toBe('`a*b` of (\\*, in\\_features)');
  });

  it('has constructors as PyTorch declares them, with what their options are for', () => {
    const linear = api.namespace('torch.nn').get('Linear')!;
    expect(headlineOf(linear, 'torch.nn.Linear')).toMatch(/^torch\.nn\.Linear\(in_features: int, out_features: int, bias: bool = True/);
    const lr = api
      .namespace('torch.optim')
      .get('Adam')!
      .signatures![0]!.parameters.find(({ name }) => name === 'lr');
    expect(lr).toEqual({ name: 'lr', type: 'float', default: '0.001', doc: 'Learning rate. Default: 0.001' });
  });

  it('has the methods of tensors, modules and optimizers, without the tensor itself among the parameters', () => {
    const sum = api.instance('Tensor').get('sum')!;
    expect(sum.signatures!.map((signature) => signatureText('sum', signature).text)[0]).toBe(
      'sum(*, dtype: dtype | None = None) -> Tensor',
    );
    expect(api.instance('Parameter').get('add_')?.kind).toBe('method');
    expect(api.instance('Linear').get('parameters')).toBe(api.instance('Module').get('parameters'));
    expect([...api.instance('Adam').keys()]).toEqual(expect.arrayContaining(['step', 'zero_grad']));
  });

  it('has signatures of everything that can be called or made in torch, nn, nn.functional and optim', () => {
    for (const space of ['torch', 'torch.nn', 'torch.nn.functional', 'torch.optim'])
      for (const { name, kind, signatures } of api.namespace(space).values())
        if (kind === 'function' || kind === 'class') expect(signatures?.length, `${space}.${name}`).toBeGreaterThan(0);
  });
});

describe('tokens', () => {
  it('leave out comments and the texts of strings, templates and regular expressions', () => {
    const words = (text: string) => tokenize(text).list.map((token) => token.text);
    expect(words("a // b\n/* c */ d.e('f, g')")).toEqual(['a', 'd', '.', 'e', '(', "'f, g'", ')']);
    expect(words('`a ${b({ c })} d ${e}` f')).toEqual(['`', '{', 'b', '(', '{', 'c', '}', ')', '}', '`', '{', 'e', '}', '`', 'f']);
    expect(words('x = /[/"]/g; y / z')).toEqual(['x', '=', '/', ';', 'y', '/', 'z']);
    expect(words("a?.b ?? 'open")).toEqual(['a', '?.', 'b', '??', "'open"]);
  });

  it('are found by where they end', () => {
    const tokens = tokenize('ab cd');
    expect([0, 1, 2, 3, 5].map((offset) => tokensBefore(tokens, offset))).toEqual([0, 0, 1, 1, 2]);
  });

  it('of anything end', () => {
    for (const text of ['`', '`${', '`${`', '/', '/*', "'\\", '}', '#', '\u{1f600}', '`${}`}`'])
      expect(tokenize(text).list.at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length);
  });
});

describe('what an expression is', () => {
  it.each([
    ['torch', 'namespace torch'],
    ['nn', 'namespace torch.nn'],
    ['o.lr_scheduler', 'namespace torch.optim.lr_scheduler'],
    ['F.cross_entropy', 'callable torch.nn.functional.cross_entropy'],
    ['linalg.norm', 'callable torch.linalg.norm'],
    ['torch.nn.Linear', 'class torch.nn.Linear'],
    ['new nn.Linear(1, 2)', 'a Linear'],
    ['new nn.Linear(1, 2).weight', 'a Parameter'],
    ['x', 'a Tensor'],
    ['y', 'a Tensor'],
    ['x.relu().sum', 'callable Tensor.sum'],
    ['x.relu()\n  .add(1)', 'a Tensor'],
    ['(x.add(1)).mul', 'callable Tensor.mul'],
    ['net', 'a Module'],
    ['net.parameters()[0]', 'a Parameter'],
    ['net(x)', 'a Tensor'],
    ['optimizer.step', 'callable Adam.step'],
    ['x.grad!.norm()', 'a Tensor'],
    ['n', 'unknown'],
    ['console.log', 'unknown'],
    ['torch.nope', 'unknown'],
  ])('%s', (expression, expected) => {
    expect(meaning(`${expression}`)).toBe(expected);
  });

  it('knows parameters by their type, fields by what they were set to, and names that held a tensor', () => {
    expect(meaning('function f(batch: torch.Tensor, rest: torch.Tensor[]) { batch.sum()')).toBe('a Tensor');
    expect(meaning('function f(batch: torch.Tensor, rest: torch.Tensor[]) { rest[0]')).toBe('a Tensor');
    expect(meaning('class A extends Net { constructor() { this.head = new nn.ReLU(); } forward() { this.head')).toBe('a ReLU');
    expect(meaning('const [a, b] = both(); a')).toBe('unknown');
    expect(meaning('const [a, b] = both(); a', ['a'])).toBe('a Tensor');
  });

  it('is not found in circles', () => {
    expect(meaning('const a = b; const b = a; b')).toBe('unknown');
    expect(meaning('const c = c.add(1); c')).toBe('unknown');
  });
});

describe('the call around a position', () => {
  const offer = (marked: string) => {
    const { text, offset } = textWith(HEAD + marked);
    const call = callAround(text, offset);
    const found = call && offerAt(text, call);
    return found && { ...found, written: found.operand && text.text.slice(found.operand.start, found.operand.end) };
  };
  const names = (list: readonly { name: string }[] | undefined) => list?.map(({ name }) => name);

  it('offers the keywords that are left', () => {
    expect(names(offer('x.sum({ | })')?.keywords)).toEqual(['dtype', 'dim', 'keepdim', 'out']);
    expect(names(offer('x.sum({ dim: 0, | })')?.keywords)).toEqual(['dtype', 'keepdim', 'out']);
    expect(names(offer('x.sum({ |, keepdim: true })')?.keywords)).toEqual(['dtype', 'dim', 'out']);
    expect(names(offer('x.sum(0, { | })')?.keywords)).toEqual(['dtype', 'keepdim', 'out']);
    expect(names(offer('torch.sum(x, 0, {|')?.keywords)).toEqual(['dtype', 'keepdim', 'out']);
    expect(names(offer('new o.SGD(net.parameters(), { lr: 0.1, |')?.keywords)).toContain('momentum');
    expect(names(offer('`${x.sum({ |`')?.keywords)).toContain('keepdim');
  });

  it('knows which parameter a value is of, and which tensor it is asked of', () => {
    expect(offer('x.relu().sum({ dim: | })')).toMatchObject({ current: [{ name: 'dim' }], written: 'x.relu()' });
    expect(offer('torch.softmax(y, |)')).toMatchObject({ current: [{ name: 'dim' }], written: 'y' });
    expect(offer('torch.sum(x.add(1), { dim: [0, |] })')).toMatchObject({ current: [{ name: 'dim' }], written: 'x.add(1)' });
    expect(offer('x.sum({ keepdim: x.size(|) })')).toMatchObject({ current: [{ name: 'dim' }], written: 'x' });
    expect(offer('x.transpose(0, |)')).toMatchObject({ current: [{ name: 'dim1' }] });
  });

  it('is none in other calls and in objects that are not theirs', () => {
    for (const text of ['console.log({ |', 'const a = { |', 'if (|', 'for (const a of x) { |', 'function f(|', 'x.map((a) => { |', 'x.|'])
      expect(offer(text), text).toBeNull();
  });

  it('dims are counted from both ends, and are parameters that take them', () => {
    expect(dimsOf([32, 10])).toEqual([
      { dim: 0, size: 32 },
      { dim: 1, size: 10 },
      { dim: -1, size: 10 },
    ]);
    expect(dimsOf([])).toEqual([]);
    const [, ofSum] = api.namespace('torch').get('sum')!.signatures!;
    expect(names(ofSum!.parameters.filter(isDim))).toEqual(['dim']);
  });

  it('marks the parameter at hand in the signature that fits', () => {
    const marked = (source: string) => {
      const { text, offset } = textWith(HEAD + source);
      const call = callAround(text, offset)!;
      const found = text.signatures(text.meaning(call.callee)!, call.callee.isNew);
      const signature = found.find((candidate) => fits(candidate, call));
      return signature && signature.parameters[activeIn(signature, call)]?.name;
    };
    expect(marked('torch.matmul(x, |')).toBe('other');
    expect(marked('x.sum({ keepdim: |')).toBe('keepdim');
    expect(marked('torch.ones(2, 3, |')).toBe('size');
    expect(marked('new nn.Linear(3, |')).toBe('out_features');
    expect(marked('x.relu(1, |')).toBeUndefined();
  });
});
