import { describe, expect, it } from 'vitest';
import * as engine from '../../src/engine/index.js';
import { forPrograms } from '../../src/engine/library.js';

const torch = forPrograms(engine);
const { nn, optim, utils } = torch;

const isClass = ([, value]: [string, unknown]) => typeof value === 'function' && /^class\b/.test(String(value));
const classes = (
  [
    ['nn', nn],
    ['optim', optim],
    ['optim.lr_scheduler', optim.lr_scheduler],
    ['utils.data', utils.data],
  ] as const
).flatMap(([path]) =>
  Object.entries(path.split('.').reduce<object>((space, name) => (space as Record<string, object>)[name]!, engine))
    .filter(isClass)
    .map(([name]): [string, string] => [path, name]),
);

describe('the library that a program gets', () => {
  it('has all classes', () => {
    expect(classes.length).toBeGreaterThan(150);
  });

  it.each(classes)('%s.%s without new says what to write', (path, name) => {
    const space = path.split('.').reduce<object>((outer, inner) => (outer as Record<string, object>)[inner]!, torch);
    const called = (space as Record<string, (...args: unknown[]) => unknown>)[name]!;
    expect(() => called(2, 1)).toThrow(`${path}.${name} is a class: write new ${path}.${name}(...)`);
  });

  it('has the names that programs call, and leaves those of classes alone', () => {
    expect([torch.relu.name, torch.nn.functional.relu.name, torch.ones(1).constructor.name]).toEqual(['relu', 'relu', 'Tensor']);
  });

  it('makes and extends them as ever', () => {
    class Net extends nn.Module {
      fc = new nn.Linear(2, 1);
      override forward(x: engine.Tensor): engine.Tensor {
        return this.fc(x);
      }
    }
    const net = new Net();
    expect(net.fc).toBeInstanceOf(nn.Linear);
    expect(net.fc.constructor).toBe(nn.Linear);
    expect(String(net)).toBe('Net(\n  (fc): Linear(in_features=2, out_features=1, bias=True)\n)');
    expect([...net(torch.ones(3, 2)).shape]).toEqual([3, 1]);
  });

  it('takes no layer for an empty Sequential, and layers by name', () => {
    expect(String(new nn.Sequential())).toBe('Sequential()');
    expect(String(new nn.Sequential({ first: new nn.ReLU() }))).toBe('Sequential(\n  (first): ReLU()\n)');
    expect([...new nn.Sequential()(torch.ones(2)).shape]).toEqual([2]);
  });

  it('tells where the memory of a tensor begins', () => {
    const x = torch.arange(6);
    expect(x.view(2, 3).data_ptr()).toBe(x.data_ptr());
    expect(x.index('1:').data_ptr()).toBe(x.data_ptr() + 8);
    expect(x.clone().data_ptr()).not.toBe(x.data_ptr());
  });

  it('leaves out padding in evaluation, as PyTorch does', () => {
    torch.manual_seed(0);
    const layer = new nn.TransformerEncoderLayer(4, 2, 8, 0, { batch_first: true });
    const encoder = new nn.TransformerEncoder(layer, 1);
    const x = torch.randn(1, 3, 4);
    const src_key_padding_mask = torch.tensor([[false, false, true]]);
    const last = (given: object) => Number(encoder(x, given).select(1, 2).abs().sum().item());
    expect(last({ src_key_padding_mask })).toBeGreaterThan(0);
    encoder.eval();
    expect(last({ src_key_padding_mask })).toBeGreaterThan(0);
    torch.no_grad(() => {
      expect(last({ src_key_padding_mask })).toBe(0);
      expect(last({})).toBeGreaterThan(0);
    });
  });
});
