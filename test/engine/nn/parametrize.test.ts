import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { deepcopy } from '../../../src/engine/python/copy.js';

const { nn } = torch;
const { parametrize, parametrizations } = nn.utils;

class Doubled extends nn.Module {
  override forward(x: torch.Tensor): torch.Tensor {
    return x.mul(2);
  }

  right_inverse(x: torch.Tensor): torch.Tensor {
    return x.div(2);
  }
}

class Product extends nn.Module {
  override forward(x: torch.Tensor, y: torch.Tensor): torch.Tensor {
    return x.unsqueeze(-1).mul(y.unsqueeze(-2));
  }

  right_inverse(z: torch.Tensor): torch.Tensor[] {
    return [z.select(1, 0), z.select(0, 0).clone()];
  }
}

const doing = (forward: (x: torch.Tensor) => unknown): torch.nn.Module =>
  new (class Odd extends nn.Module {
    override forward = forward;
  })();

describe('parametrize', () => {
  it('keeps the parameter that an optimizer has, and its value', () => {
    const layer = new nn.Linear(3, 2, { bias: false });
    const { weight } = layer;
    const before = weight.detach().clone();
    parametrize.register_parametrization(layer, 'weight', new Doubled());
    expect(layer.parametrizations.weight.original).toBe(weight);
    expect(torch.allclose(layer.weight, before)).toBe(true);
    expect(torch.allclose(weight, before.div(2))).toBe(true);
    layer.weight = torch.ones(2, 3);
    expect(weight.tolist()).toEqual([
      [0.5, 0.5, 0.5],
      [0.5, 0.5, 0.5],
    ]);
    parametrize.remove_parametrizations(layer, 'weight', { leave_parametrized: false });
    expect(layer.weight).toBe(weight);
    expect(layer.constructor).toBe(nn.Linear);
    expect(layer.weight.sum().item()).toBe(3);
  });

  it('applies several one after the other, and to a buffer too', () => {
    const norm = new nn.BatchNorm1d(2);
    parametrize.register_parametrization(norm, 'running_mean', new Doubled());
    parametrize.register_parametrization(norm, 'running_mean', new Doubled());
    norm.parametrizations.running_mean.original.fill_(1);
    expect(norm.running_mean.tolist()).toEqual([4, 4]);
    expect(norm.named_buffers().map(([name]) => name)).toEqual([
      'running_var',
      'num_batches_tracked',
      'parametrizations.running_mean.original',
    ]);
  });

  it('computes from several tensors, which get gradients', () => {
    const layer = parametrize.register_parametrization(new nn.Linear(3, 2, { bias: false }), 'weight', new Product());
    layer(torch.ones(1, 3)).sum().backward();
    expect(layer.named_parameters().map(([name, p]) => [name, [...p.grad!.shape]])).toEqual([
      ['parametrizations.weight.original0', [2]],
      ['parametrizations.weight.original1', [3]],
    ]);
    expect(() => parametrize.remove_parametrizations(layer, 'weight', false)).toThrow(
      'Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is parametrized in terms of a sequence of tensors.',
    );
    parametrize.remove_parametrizations(layer, 'weight');
    expect(layer.weight).toBeInstanceOf(nn.Parameter);
  });

  it('computes once within cached', () => {
    let count = 0;
    const layer = new nn.Linear(2, 2);
    const counting = doing((x) => (count++, x.clone()));
    parametrize.register_parametrization(layer, 'weight', counting);
    count = 0;
    expect(parametrize.cached(() => layer.weight === layer.weight)).toBe(true);
    expect(count).toBe(1);
    expect(layer.weight === layer.weight).toBe(false);
    expect(count).toBe(3);
  });

  it('is copied with its module, and loaded by its names', () => {
    const layer = parametrizations.weight_norm(new nn.Linear(2, 2));
    const copy = deepcopy(layer);
    torch.no_grad(() => copy.parametrizations.weight.original0.mul_(3));
    expect(torch.allclose(copy.weight, layer.weight.mul(3))).toBe(true);
    layer.load_state_dict(copy.state_dict());
    expect(torch.allclose(copy.weight, layer.weight)).toBe(true);
    const other = parametrize.transfer_parametrizations_and_params(layer, new nn.Linear(2, 2), 'weight');
    expect(torch.allclose(other.weight, layer.weight)).toBe(true);
    expect(parametrize.type_before_parametrizations(other)).toBe(nn.Linear);
  });

  it.each([
    [
      () => parametrize.register_parametrization(new nn.ReLU(), 'weight', new Doubled()),
      "Module 'ReLU()' does not have a parameter, a buffer, or a parametrized element with name 'weight'",
    ],
    [
      () =>
        parametrize.register_parametrization(
          new nn.Linear(2, 2),
          'weight',
          doing((x) => x.sum()),
        ),
      'Registering a parametrization may not change the shape of the tensor, unless `unsafe` flag is enabled.\nunparametrized shape: torch.Size([2, 2])\nparametrized shape: torch.Size([])',
    ],
    [
      () =>
        parametrize.register_parametrization(
          new nn.Linear(2, 2),
          'weight',
          doing((x) => x.double()),
        ),
      'Registering a parametrization may not change the dtype of the tensor, unless `unsafe` flag is enabled.\nunparametrized dtype: torch.float32\nparametrized dtype: torch.float64',
    ],
    [
      () =>
        parametrize.register_parametrization(
          new nn.Linear(2, 2),
          'weight',
          doing(() => 1),
        ),
      'A parametrization must return a tensor. Got int.',
    ],
    [() => parametrize.remove_parametrizations(new nn.ReLU(), 'weight'), 'Module ReLU() does not have a parametrization on weight'],
    [
      () => parametrizations.orthogonal(new nn.Linear(2, 2), 'bias'),
      'Expected a matrix or batch of matrices. Got a tensor of 1 dimensions.',
    ],
    [
      () => parametrizations.orthogonal(new nn.Linear(2, 2), 'weight', 'turn'),
      'orthogonal_map has to be one of "matrix_exp", "cayley", "householder". Got: turn',
    ],
    [
      () => parametrizations.spectral_norm(new nn.Linear(2, 2), { n_power_iterations: 0 }),
      'Expected n_power_iterations to be positive, but got n_power_iterations=0',
    ],
    [
      () => nn.utils.weight_norm(nn.utils.weight_norm(new nn.Linear(2, 2))),
      'Cannot register two weight_norm hooks on the same parameter weight',
    ],
    [() => nn.utils.remove_weight_norm(new nn.ReLU()), "weight_norm of 'weight' not found in ReLU()"],
  ])('says what is wrong, %#', (act, message) => {
    expect(act).toThrow(message);
  });
});
