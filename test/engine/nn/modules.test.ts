import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { decode, expectTensor, flat, reference, type ModuleCase } from './reference.js';

type AnyModule = InstanceType<typeof torch.nn.Module>;
type Constructor = new (...args: unknown[]) => AnyModule;

function make({ name, args, kwargs }: ModuleCase): AnyModule {
  const constructor = (torch.nn as unknown as Record<string, Constructor | undefined>)[name];
  if (!constructor) throw new Error(`torch.nn.${name} is missing`);
  const tail = Object.keys(kwargs).length > 0 ? [decode(kwargs)] : [];
  return new constructor(...(decode(args) as unknown[]), ...tail);
}

const leaf = (value: unknown): unknown => {
  if (value instanceof torch.Tensor) return value.is_floating_point() ? value.detach().clone().requires_grad_() : value;
  return Array.isArray(value) ? value.map(leaf) : value;
};

describe("torch.nn's modules", () => {
  const cases = reference.modules.map((c, i): [string, ModuleCase] => [
    `${i} ${c.name}(${[...c.args, ...Object.entries(c.kwargs).map(([k, v]) => `${k}=${JSON.stringify(v)}`)].join(', ')}), ${c.mode}`,
    c,
  ]);

  it.each(cases)('%s', (_, c) => {
    torch.manual_seed(1);
    const module = make(c);
    expect(String(module)).toBe(c.repr);
    const state = module.state_dict();
    expect(Object.keys(state)).toEqual(Object.keys(c.state));
    for (const [name, want] of Object.entries(c.state)) expectTensor(state[name]!, want, `initial ${name}`);

    // The module gets PyTorch's own parameters, since random ones may differ by a rounding error.
    module.load_state_dict(decode(c.state) as Record<string, torch.Tensor>);
    module.double().train(c.mode === 'train');
    const inputs = c.inputs.map((v, i) => (i > 0 && c.name.endsWith('Loss') ? decode(v) : leaf(decode(v))));
    torch.manual_seed(2);
    const tail = Object.keys(c.call).length > 0 ? [decode(c.call)] : [];
    const outputs = flat(callWith(module, inputs, tail));
    expect(outputs.length).toBe(c.outputs.length);
    outputs.forEach((o, i) => expectTensor(o, c.outputs[i]!, `output ${i}`));

    const loss = outputs
      .filter((o) => o.is_floating_point())
      .reduce<torch.Tensor | null>((sum, o) => {
        const own = o.mul(o).add(o).sum();
        return sum ? sum.add(own) : own;
      }, null)!;
    if (loss.requires_grad) loss.backward();
    flat(inputs).forEach((t, i) => expectTensor(t.grad, c.inputGrads[i]!, `gradient of input ${i}`));
    for (const [name, p] of module.named_parameters()) expectTensor(p.grad, c.grads[name]!, `gradient of ${name}`);
    for (const [name, b] of module.named_buffers()) expectTensor(b, c.after[name]!, `${name} afterwards`);
  });
});

/** Some modules take an argument only by position that Python takes as a keyword. */
function callWith(module: AnyModule, inputs: unknown[], tail: unknown[]): unknown {
  const [options] = tail as [{ output_size?: number[] }?];
  return options?.output_size ? module(...inputs, options.output_size) : module(...inputs, ...tail);
}

it('layers take what comes after their input by name', () => {
  const { nn } = torch;
  const same = (a: torch.Tensor, b: torch.Tensor) => expect(a.tolist()).toEqual(b.tolist());
  const [words, offsets, weights] = [torch.tensor([1, 2, 0]), torch.tensor([0, 2]), torch.tensor([0.5, 1, 2])];
  const bag = new nn.EmbeddingBag(4, 2, { mode: 'sum' });
  same(bag(words, offsets, { per_sample_weights: weights }), bag(words, offsets, weights));
  same(bag(words, { offsets, per_sample_weights: weights }), bag(words, offsets, weights));
  const [x, hx] = [torch.ones(3, 1, 2), torch.ones(1, 1, 4)];
  const gru = new nn.GRU(2, 4);
  same(gru(x, { hx })[0], gru(x, hx)[0]);
  const lstm = new nn.LSTM(2, 4);
  same(lstm(x, { hx: [hx, hx] })[0], lstm(x, [hx, hx])[0]);
  const cell = new nn.GRUCell(2, 4);
  same(cell(x[0]!, { hx: hx[0]! }), cell(x[0]!, hx[0]));
  const up = new nn.ConvTranspose1d(1, 1, 3, { stride: 2 });
  same(up(torch.ones(1, 1, 3), { output_size: [8] }), up(torch.ones(1, 1, 3), [8]));
  const [pooled, places] = torch.nn.functional.max_pool1d(torch.arange(5).float().view(1, 1, 5), 2, 2, { return_indices: true }) as [
    torch.Tensor,
    torch.Tensor,
  ];
  same(new nn.MaxUnpool1d(2, 2)(pooled, places, { output_size: [1, 1, 5] }), new nn.MaxUnpool1d(2, 2)(pooled, places, [1, 1, 5]));
  expect(() => gru(x, { h: hx } as never)).toThrow("forward() got an unexpected keyword argument 'h'");
});
