import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { showAll } from '../../src/run/inside/show.js';

class Point {
  x = 1;
  next: Point | null = null;
}

describe('what console.log shows', () => {
  it.each<[string, unknown[], string]>([
    ['texts plain, joined by a space', ['a', 'b\nc'], 'a b\nc'],
    ['numbers as JavaScript', [1, 0.1, -0, NaN, 10n, true, null, undefined], '1 0.1 -0 NaN 10n true null undefined'],
    ['tensors as PyTorch', [torch.ones(2), torch.tensor(3)], 'tensor([1., 1.]) tensor(3)'],
    [
      'tensors within',
      [{ loss: torch.tensor(0.5), list: [torch.ones(1), 'it'] }],
      "{ loss: tensor(0.5000), list: [ tensor([1.]), 'it' ] }",
    ],
    ['sizes and dtypes', [torch.ones(2, 3).shape, torch.float32], 'torch.Size([2, 3]) torch.float32'],
    [
      'classes, functions and their objects',
      [new Point(), Point, () => 1, function f() {}],
      '{X} [class Point] [Function] [Function: f]'.replace('{X}', 'Point { x: 1, next: null }'),
    ],
    [
      'collections',
      [new Map([['a', 1]]), new Set([1, 'b']), new Float32Array(2), []],
      "Map(1) { 'a' => 1 } Set(2) { 1, 'b' } Float32Array(2) [ 0, 0 ] []",
    ],
    ['errors by what they say', [new TypeError('no')], 'TypeError: no'],
    ['depth', [{ a: { b: { c: { d: 1 } } } }, { a: { b: { c: [1] } } }], '{ a: { b: { c: [Object] } } } { a: { b: { c: [Array] } } }'],
    ['quotes and keys', [["it's", 'a\nb'], { 'a-b': 1 }], `[ "it's", 'a\\nb' ] { 'a-b': 1 }`],
    ['formats', ['%s is %d%% of %s', 'a', '5', torch.tensor(1), 'left'], 'a is 5% of tensor(1) left'],
    ['a first text with a sign and nothing for it', ['100%', 1], '100% 1'],
  ])('%s', (_, values, expected) => expect(showAll(values)).toBe(expected));

  it('goes round no circle', () => {
    const point = new Point();
    point.next = point;
    expect(showAll([point])).toBe('Point { x: 1, next: [Circular] }');
  });

  it('breaks what is long, and says what it leaves out', () => {
    const many = showAll([Array.from({ length: 150 }, (_, i) => i)]);
    expect(many.split('\n')[0]).toBe('[');
    expect(many).toContain('... 50 more');
    expect(many.split('\n').every((line) => line.length <= 90)).toBe(true);
    expect(showAll([[torch.ones(2, 2), 1]])).toBe('[\n  tensor([[1., 1.],\n          [1., 1.]]),\n  1\n]');
  });
});
