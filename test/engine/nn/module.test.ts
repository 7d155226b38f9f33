import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { install, type Observer } from '../../../src/engine/tensor/observe.js';

const { nn } = torch;
type Tensor = torch.Tensor;

class Net extends nn.Module {
  fc = new nn.Linear(2, 3);
  layers = new nn.ModuleList([new nn.Linear(3, 3), new nn.ReLU()]);
  scale = new nn.Parameter(torch.ones(1));
  tied: torch.nn.Parameter;
  readonly #power = 2;
  plain = [new nn.Linear(9, 9)];
  loose = torch.zeros(1);

  constructor() {
    super();
    this.tied = this.fc.weight;
    this.register_buffer('count', torch.zeros(2));
    this.register_buffer('scratch', torch.zeros(1), { persistent: false });
  }

  override forward(x: Tensor, extra = 0): Tensor {
    let y = this.fc(x);
    for (const layer of this.layers) y = layer(y);
    return y.mul(this.scale).pow(this.#power).add(extra);
  }
}

describe('nn.Module', () => {
  it('is called like a function, and is an object of its class', () => {
    const net = new Net();
    const y: Tensor = net(torch.ones(4, 2), 1);
    expect([...y.shape]).toEqual([4, 3]);
    expect(net).toBeInstanceOf(Net);
    expect(net).toBeInstanceOf(nn.Module);
    expect(y.requires_grad).toBe(true);
    // @ts-expect-error the arguments of forward are those of the call
    expect(() => net('text')).toThrow();
  });

  it('finds parameters, buffers and modules among its fields, each once', () => {
    const net = new Net();
    expect(net.named_parameters().map(([n]) => n)).toEqual(['scale', 'tied', 'fc.bias', 'layers.0.weight', 'layers.0.bias']);
    expect(net.named_modules().map(([n]) => n)).toEqual(['', 'fc', 'layers', 'layers.0', 'layers.1']);
    expect(net.named_buffers().map(([n]) => n)).toEqual(['count', 'scratch']);
    expect(Object.keys(net.state_dict())).toEqual(['scale', 'tied', 'count', 'fc.weight', 'fc.bias', 'layers.0.weight', 'layers.0.bias']);
    expect([...net.parameters()].length).toBe(5);
    expect(net.get_submodule('layers.0')).toBe(net.layers[0]);
    expect(net.get_parameter('fc.bias')).toBe(net.fc.bias);
    expect(() => net.get_submodule('layers.7')).toThrow('ModuleList has no attribute `7`');
    expect(() => net.register_parameter('a.b', null)).toThrow('parameter name can\'t contain "."');
    expect(() => net.register_buffer('forward', null)).toThrow("attribute 'forward' already exists");
  });

  it('prints as PyTorch prints it', () => {
    expect(String(new Net())).toBe(
      'Net(\n  (fc): Linear(in_features=2, out_features=3, bias=True)\n  (layers): ModuleList(\n' +
        '    (0): Linear(in_features=3, out_features=3, bias=True)\n    (1): ReLU()\n  )\n)',
    );
    expect(`${new nn.Parameter(torch.ones(1))}`).toBe('Parameter containing:\ntensor([1.], requires_grad=True)');
  });

  it("loads a state, or says in PyTorch's words what does not fit", () => {
    const [a, b] = [new nn.Linear(2, 1), new nn.Linear(2, 1)];
    expect(String(b.load_state_dict(a.state_dict()))).toBe('<All keys matched successfully>');
    expect(b.weight.tolist()).toEqual(a.weight.tolist());
    expect(() => b.load_state_dict({ weight: torch.zeros(1, 3), other: torch.zeros(1) })).toThrow(
      'Error(s) in loading state_dict for Linear:\n\tMissing key(s) in state_dict: "bias". \n\tUnexpected key(s) in state_dict: "other". \n' +
        '\tsize mismatch for weight: copying a param with shape torch.Size([1, 3]) from checkpoint, the shape in current model is torch.Size([1, 2]).',
    );
    expect(b.load_state_dict({ weight: torch.zeros(1, 2) }, { strict: false }).missing_keys).toEqual(['bias']);
  });

  it('passes modes and dtypes on', () => {
    const net = new Net().eval();
    expect(net.modules().map((m) => m.training)).toEqual([false, false, false, false, false]);
    net.train().double();
    expect(net.layers[1]!.training).toBe(true);
    expect(String(net.get_parameter('layers.0.weight').dtype)).toBe('torch.float64');
    net.requires_grad_(false);
    expect(net.parameters().some((p) => p.requires_grad)).toBe(false);
  });

  it('runs hooks before, after and in the backward pass', () => {
    const linear = new nn.Linear(2, 1, { bias: false });
    torch.no_grad(() => linear.weight.copy_(torch.tensor([[2, 3]])));
    const seen: unknown[] = [];
    const before = linear.register_forward_pre_hook((_, [x]) => (x as Tensor).mul(10));
    linear.register_forward_hook((_, __, out: Tensor) => out.add(1));
    linear.register_full_backward_hook((_, gradInput, gradOutput) => {
      seen.push(gradInput[0]!.tolist(), gradOutput[0]!.tolist());
      return [gradInput[0]!.mul(100)];
    });
    const x = torch.ones(1, 2, { requires_grad: true });
    const out = linear(x);
    expect(out.tolist()).toEqual([[51]]);
    out.backward();
    expect(seen).toEqual([[[2, 3]], [[1]]]);
    expect(x.grad!.tolist()).toEqual([[2000, 3000]]);
    before.remove();
    expect(linear(torch.ones(1, 2)).tolist()).toEqual([[6]]);
  });

  it('gives hooks the named arguments apart, if they ask for them', () => {
    class Scaled extends nn.Module {
      override forward(x: Tensor, { by = 1 }: { by?: number } = {}): Tensor {
        return x.mul(by);
      }
    }
    const module = new Scaled();
    const seen: unknown[] = [];
    const first = module.register_forward_pre_hook((_, args, kwargs) => [args, { by: kwargs.by + 1 }], { with_kwargs: true });
    module.register_forward_hook((_, args, kwargs, out: Tensor) => void seen.push(args.length, kwargs, out.tolist()), {
      with_kwargs: true,
    });
    expect(module(torch.ones(1), { by: 2 }).tolist()).toEqual([3]);
    expect(seen).toEqual([1, { by: 3 }, [3]]);
    first.remove();
    module(torch.ones(1));
    expect(seen.slice(3)).toEqual([1, {}, [1]]);
    module.register_forward_pre_hook((_, args) => args, { with_kwargs: true });
    expect(() => module(torch.ones(1))).toThrow('forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got list.');
  });

  it('registers under the name of a field that is only declared', () => {
    class Masked extends nn.Module {
      mask!: Tensor;
      bias!: torch.nn.Parameter | null;
      constructor() {
        super();
        this.register_buffer('mask', torch.ones(2));
        this.register_parameter('bias', null);
      }
      override forward = (x: Tensor): Tensor => x.mul(this.mask);
    }
    const module = new Masked();
    expect(Object.keys(module.state_dict())).toEqual(['mask']);
    expect(() => module.register_buffer('forward', torch.ones(1))).toThrow("attribute 'forward' already exists");
  });

  it('tells the observer of modules, and of nothing that it does to parameters itself', () => {
    const events: string[] = [];
    const observer: Observer = {
      operation: ({ name }) => events.push(name),
      enterModule: (m) => events.push(`> ${m.constructor.name}`),
      exitModule: (m) => events.push(`< ${m.constructor.name}`),
    };
    const x = torch.ones(1, 2);
    let writes = 0;
    install({ ...observer, willWrite: () => writes++ });
    try {
      const net = new nn.Sequential(new nn.Linear(2, 1), new nn.Sigmoid());
      const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1 });
      net(x).sum().backward();
      const before = writes;
      optimizer.step();
      expect(writes).toBe(before + 2);
      optimizer.zero_grad();
    } finally {
      install(null);
    }
    expect(events).toEqual([
      '> Sequential',
      '> Linear',
      't',
      'addmm',
      '< Linear',
      '> Sigmoid',
      'sigmoid',
      '< Sigmoid',
      '< Sequential',
      'sum',
    ]);
  });

  it('says what a call of a constructor lacks', () => {
    expect(() => new (nn.Linear as unknown as new (n: number) => unknown)(2)).toThrow(
      "Linear.__init__() missing 1 required positional argument: 'out_features'",
    );
    expect(() => new nn.Linear(2, 3, { foo: 1 } as object)).toThrow("Linear.__init__() got an unexpected keyword argument 'foo'");
    expect(() => new nn.ModuleList()()).toThrow('Module [ModuleList] is missing the required "forward" function');
  });
});

describe('containers', () => {
  it('change like lists and dicts', () => {
    const list = new nn.ModuleList([new nn.ReLU()]).append(new nn.Tanh());
    list.insert(1, new nn.Sigmoid());
    expect([...list].map((m) => m.constructor.name)).toEqual(['ReLU', 'Sigmoid', 'Tanh']);
    expect(list.pop(0).constructor.name).toBe('ReLU');
    expect([list.length, String(list[0]), String(list.at(-1))]).toEqual([2, 'Sigmoid()', 'Tanh()']);
    const row = new nn.Sequential({ a: new nn.Linear(1, 2), b: new nn.ReLU() });
    expect(String(row.slice(1))).toBe('Sequential(\n  (b): ReLU()\n)');
    const dict = new nn.ModuleDict({ one: new nn.ReLU() });
    dict.update([['two', new nn.Tanh()]]);
    expect([dict.keys(), dict.length, dict.pop('one').constructor.name, dict.has('one')]).toEqual([['one', 'two'], 2, 'ReLU', false]);
    expect(() => dict.get('none')).toThrow("'none'");
    const list2 = new nn.ParameterList([torch.zeros(2, 3)]);
    expect(String(list2)).toBe('ParameterList(  (0): Parameter containing: [torch.float32 of size 2x3])');
    expect(list2.parameters()).toHaveLength(1);
  });
});

const rounded = (t: Tensor): string[] => (t.tolist() as number[]).map((v) => v.toFixed(5));

describe('torch.nn.utils', () => {
  it('clips gradients', () => {
    const p = torch.zeros(2, { requires_grad: true });
    p.grad = torch.tensor([3, 4]).float();
    expect(nn.utils.clip_grad_norm_([p], 1).item()).toBe(5);
    expect(rounded(p.grad)).toEqual(['0.60000', '0.80000']);
    nn.utils.clip_grad_value_(p, 0.7);
    expect(rounded(p.grad)).toEqual(['0.60000', '0.70000']);
  });

  it('moves parameters into a vector and back', () => {
    const linear = new nn.Linear(2, 1);
    nn.utils.vector_to_parameters(torch.tensor([1, 2, 3]).float(), linear.parameters());
    expect(nn.utils.parameters_to_vector(linear.parameters()).tolist()).toEqual([1, 2, 3]);
  });

  it('runs packed sequences as if each ran alone', () => {
    const { rnn } = nn.utils;
    torch.manual_seed(0);
    const gru = new nn.GRU(2, 3, { bidirectional: true, num_layers: 2 });
    const sequences = [torch.randn(2, 2), torch.randn(4, 2), torch.randn(3, 2)];
    const packed = rnn.pack_sequence(sequences, { enforce_sorted: false });
    expect(packed.batch_sizes.tolist()).toEqual([3, 3, 2, 1]);
    expect(packed.sorted_indices!.tolist()).toEqual([1, 2, 0]);
    const [output, last] = gru(packed);
    const [padded, lengths] = rnn.pad_packed_sequence(output);
    expect(lengths.tolist()).toEqual([2, 4, 3]);
    sequences.forEach((sequence, i) => {
      const [alone, lastAlone] = gru(sequence);
      const length = sequence.size(0);
      expect(torch.allclose(padded.select(1, i).narrow(0, 0, length), alone, { atol: 1e-6 })).toBe(true);
      expect(torch.allclose(last.select(1, i), lastAlone, { atol: 1e-6 })).toBe(true);
    });
    expect(rnn.unpack_sequence(packed).map((s) => s.tolist())).toEqual(sequences.map((s) => s.tolist()));
    expect(() => rnn.pack_sequence(sequences)).toThrow('must be sorted in decreasing order');
  });
});
