import { describe, expect, it } from 'vitest';
import { ops } from '../../src/engine/ops/index.js';
import type { OperationDoc } from '../../src/protocol/trace.js';
import { formulaOf, ruleFor, type Call } from '../../src/present/formula.js';

const entry = (name: string): Omit<OperationDoc, 'kind'> => {
  const op = ops.find((o) => o.name === name && o.forward)!;
  return { signature: op.signature, doc: op.doc, formula: op.formula, gradient: op.gradient ?? '' };
};
const call = (output: string, tensors: Record<string, string>, attributes = ''): Call => ({
  output,
  tensors: new Map(Object.entries(tensors)),
  attributes,
});

describe('the formula of an operation', () => {
  it('speaks of the tensors of the node', () => {
    const formula = formulaOf(entry('mm'), call('z', { input: 'x', mat2: 'w' }));
    expect(formula.forward).toBe('z = x @ w');
    expect([ruleFor(formula, 'input'), ruleFor(formula, 'mat2')]).toEqual(['∂z @ wᵀ', 'xᵀ @ ∂z']);
  });

  it('does not take a letter within a word for a name', () => {
    const { forward, gradients } = formulaOf(entry('sigmoid'), call('a', { input: 'e' }));
    expect(forward).toBe('a = 1 / (1 + e^−e)');
    expect(gradients.get('input')).toBe('∂a · a · (1 − a)');
  });

  it('leaves out factors of one and summands that are not there', () => {
    expect(formulaOf(entry('sub'), call('d', { input: 'p', other: 'q' })).forward).toBe('d = p − q');
    expect(formulaOf(entry('sub'), call('d', { input: 'p', other: 'q' }, 'alpha=2')).forward).toBe('d = p − 2 · q');
    const { forward, gradients } = formulaOf(entry('addmm'), call('y', { input: 'b', mat1: 'x', mat2: 'w' }));
    expect([forward, gradients.get('input'), gradients.get('mat1')]).toEqual(['y = b + x @ w', '∂y', '∂y @ wᵀ']);
    const loss = formulaOf(entry('binary_cross_entropy_with_logits'), call('loss', { input: 'z', target: 't' }));
    expect(loss.forward).toBe('loss = −mean (t · ln σ(z) + (1 − t) · ln(1 − σ(z)))');
    expect(loss.gradients.get('input')).toBe('∂loss · (σ(z) − t) / n');
  });

  it('puts numbers in their places', () => {
    const { forward, gradients } = formulaOf(entry('pow'), call('y', { input: 'x' }, 'exponent=3'));
    expect(forward).toBe('y = x ^ 3');
    expect(gradients.get('input')).toBe('∂y · 3 · x^(3−1)');
    expect(formulaOf(entry('mul'), call('y', { input: 'x' }, 'other=-0.5')).forward).toBe('y = x · −0.5');
  });

  it('has one rule for the tensors of a list', () => {
    const formula = formulaOf(entry('cat'), call('y', { tensors: '[a, b]' }));
    expect(ruleFor(formula, 'tensors[1]')).not.toBeNull();
    expect(ruleFor(formula, undefined)).toBeNull();
  });

  it('gives words where a gradient is not told argument by argument', () => {
    const doc = { signature: 'f(Tensor input)', doc: '', formula: 'out = f(input)', gradient: 'through the square' };
    expect(formulaOf(doc, call('y', { input: 'x' })).gradient).toBe('through the square');
  });
});

describe('the entries of the engine', () => {
  it('tell the gradient of every differentiable argument by its name', () => {
    const silent = ops
      .filter(({ forward, differentiable, gradient, internal }) => forward && differentiable.length > 0 && gradient && !internal)
      .filter((op) => {
        const { gradients, gradient } = formulaOf({ ...op, gradient: op.gradient! }, call('out', {}));
        return gradients.size === 0 && gradient === null;
      });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
