import { describe, expect, it } from 'vitest';
import { callAt } from '../../src/language/calls.js';

const HEAD = "import * as torch from 'tensor-lens';\nconst F = torch.nn.functional;\nconst { nn } = torch;\n";

/** The called function and the texts of the operands, in the first line after the head. */
function take(expression: string) {
  const call = callAt('a.tl.ts', HEAD + expression, { line: 4, column: 1, endLine: 4, endColumn: expression.length + 1 });
  return call && [call.callee, ...call.operands.map(({ range }) => expression.slice(range.column - 1, range.endColumn - 1))];
}

describe('callAt', () => {
  it('takes the object of a method for the first operand', () => {
    expect(take('x.add(1).matmul(w)')).toEqual(['matmul', 'x.add(1)', 'w']);
    expect(take('this.w.mul(x)')).toEqual(['mul', 'this.w', 'x']);
  });

  it('takes the arguments of a function of the library', () => {
    expect(take('torch.matmul(x, w)')).toEqual(['matmul', 'x', 'w']);
    expect(take('F.mse_loss(y, t)')).toEqual(['mse_loss', 'y', 't']);
    expect(take('nn.functional.mse_loss(y, t)')).toEqual(['mse_loss', 'y', 't']);
    expect(take('net(x)')).toEqual(['net', 'x']);
  });

  it('takes an operator for the method that it stands for', () => {
    expect(take('a + b.c')).toEqual(['add', 'a', 'b.c']);
    expect(take('a -= f(b)')).toEqual(['sub_', 'a', 'f(b)']);
    expect(take('(a > 0) == m')).toEqual(['eq', '(a > 0)', 'm']);
    expect(take('a = b')).toBeNull();
  });

  it('is null for what is no call', () => {
    expect(take('x.grad')).toBeNull();
  });

  it('says what needs parentheses before a method is called on it', () => {
    const call = callAt('a.tl.ts', `${HEAD}torch.add(c ? a : b, x)`, { line: 4, column: 1, endLine: 4, endColumn: 24 });
    expect(call?.operands.map(({ needsParentheses }) => needsParentheses)).toEqual([true, false]);
  });
});
