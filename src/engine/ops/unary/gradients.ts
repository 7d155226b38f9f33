import * as kind from '../kind.js';
import { op } from '../op.js';
import { pointwise } from '../pointwise.js';

/**
 * Derivatives of frequently used functions: each is one kernel in the forward pass and is itself differentiable by
 * formulas.
 */

/** The derivative of sigmoid: one kernel in the forward pass, itself differentiable. */
export const sigmoidBackward = op({
  signature: 'sigmoid_backward(Tensor grad_output, Tensor output)',
  kind: kind.elementwise(),
  doc: 'The gradient of sigmoid.',
  formula: 'out = grad_output · output · (1 − output)',
  gradient: 'grad_output: g · output · (1 − output);  output: g · grad_output · (1 − 2 · output)',
  forward: (grad, output) => pointwise('sigmoid_grad', [grad, output]),
  backward: {
    grad_output: (g, s) => g.mul(s.output).mul(s.output.rsub(1)),
    output: (g, s) => g.mul(s.grad_output).mul(s.output.mul(-2).add(1)),
  },
});

export const tanhBackward = op({
  signature: 'tanh_backward(Tensor grad_output, Tensor output)',
  kind: kind.elementwise(),
  doc: 'The gradient of tanh.',
  formula: 'out = grad_output · (1 − output²)',
  gradient: 'grad_output: g · (1 − output²);  output: −2 · g · grad_output · output',
  forward: (grad, output) => pointwise('tanh_grad', [grad, output]),
  backward: {
    grad_output: (g, s) => g.mul(s.output.square().rsub(1)),
    output: (g, s) => g.mul(s.grad_output).mul(s.output).mul(-2),
  },
});

export const reluBackward = op({
  signature: 'relu_backward(Tensor grad_output, Tensor output)',
  kind: kind.elementwise(),
  doc: 'The gradient of relu: passes where the output is positive.',
  formula: 'out = grad_output where output > 0',
  gradient: 'grad_output: g where output > 0',
  forward: (grad, output) => pointwise('relu_grad', [grad, output]),
  // PyTorch's second derivative is zeros, and not absent.
  backward: { grad_output: (g, s) => g.mul(s.output.gt(0)), output: (g) => g.new_zeros(g.sizes) },
});
