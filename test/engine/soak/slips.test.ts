import { afterEach, describe, expect, it } from 'vitest';
import '../../../src/engine/checked.js';
import * as engine from '../../../src/engine/index.js';
import { forPrograms } from '../../../src/engine/library.js';
import { setMemoryLimit } from '../../../src/engine/memory.js';
import { complaint, flawOf } from './judge.js';

const torch = forPrograms(engine);

/** Calls that random calls have found. Each one caused an error of JavaScript itself, or never ended. */
const odd = (value: unknown) => value as never;
const member = (of: unknown, name: string) => (of as Record<string, (...args: unknown[]) => unknown>)[name]!.bind(of);
const w = torch.ones(3, { requires_grad: true });
const cyclic: Record<string, unknown> = {};
cyclic['me'] = cyclic;

const REFUSED: Record<string, () => unknown> = {
  'the nested lists of an empty tensor with a large dim': () => (
    setMemoryLimit({ limitBytes: 2 ** 28 }),
    torch.zeros([2 ** 53 - 1, 0]).tolist()
  ),
  'a tensor of an object without a prototype': () => torch.tensor(odd(Object.create(null))),
  'weights that are no sequence': () => new torch.utils.data.WeightedRandomSampler(odd(Math.cos), 10),
  'a step of what is no optimizer': () => new torch.amp.GradScaler().step(odd([1])),
  'a part of no array': () => new torch.Generator().fill32(odd({}), odd(new Date(0)), 10),
  'trials in no array': () => new torch.Generator().fillTrials(odd(undefined), 0.5, 1),
  'a change in place of a number': () => torch.xlogy_(odd(0.1), torch.ones(2)),
  'a backward pass from what are no gradients': () => torch.autograd.backward(w.mul(2), odd([1, 'a'])),
  'a cross product in no dims': () => torch.linalg.cross(torch.ones([]), torch.ones([])),
  'an average of what is no module': () => new torch.optim.swa_utils.AveragedModel(new torch.nn.Linear(1, 1)).update_parameters(odd(10)),
  'kernels of attention without a function': () => torch.nn.attention.sdpa_kernel(0, odd(undefined)),
  'a mode of gradients with no function': () => torch.autograd.set_grad_enabled(true, odd([1])),
  'limits of nothing': () => torch.finfo(odd(null)),
  'a grid in no dims': () => torch.histogramdd(torch.ones([]), odd([2])),
  'a pooling to no numbers': () => torch.nn.functional.adaptive_max_pool3d(torch.ones(1, 1, 3, 4, 4), odd([Symbol('s')])),
  'a pooling to half an element': () => torch.nn.functional.adaptive_max_pool2d(torch.ones(2, 1, 3, 4), odd([2.5])),
  'a check of a function that returns no tensor': () =>
    torch.autograd.gradcheck(
      odd(() => 1),
      torch.ones(1, { requires_grad: true, dtype: torch.float64 }),
    ),
  // eslint-disable-next-line no-sparse-arrays -- a program's list may have holes
  'sizes with a hole': () => torch.zeros(odd([2, , 3])),
  'index_add of a dim that the source does not have': () => torch.ones(7, 3, 2).index_add(-1, torch.tensor([0, 1, 0]), torch.ones(3, 2)),
  'strides that lead back': () => torch.empty_strided([2], [-1]),
  'a Hessian of nothing': () => torch.autograd.functional.hessian(odd(Math.cos), odd([])),
  'a Hessian product of a function that returns nothing': () =>
    torch.autograd.functional.hvp(
      odd(() => undefined),
      torch.ones([]),
    ),
  'vjp of a function that returns nothing': () =>
    torch.func.vjp(
      odd(() => undefined),
      torch.ones(3, 3),
    ),
  'numbers for gradients': () => torch.autograd.grad(w.mul(2), w, odd([1, 2, 3])),
  'pieces cut by bools': () => torch.ones(3).tensor_split(torch.ones(2, { dtype: torch.bool })),
  'a bilinear layer without dims': () => torch.bilinear(torch.ones([]), torch.ones([]), torch.ones([])),
  'a bilinear layer whose inputs alone have no dims': () => torch.bilinear(torch.ones([]), torch.ones([]), torch.ones(1, 1, 3)),
  'a functionalize of nothing': () => torch.func.functionalize(odd(null)),
  'a functionalize whose options are null': () => torch.func.functionalize(odd(Math.cos), odd(null)),
  'a stack of an object without a prototype': () => new torch.utils.data.StackDataset(odd(Object.create(null))),
  'a stack of nothing': () => new torch.utils.data.StackDataset(odd(null)),
  'a hook that is no function': () => new torch.optim.SGD([w], { lr: 0.1 }).register_step_pre_hook(odd(1)),
  'an LSTM of a number': () => new torch.nn.LSTM(2, 2)(odd(3)),
  'a layer called with nothing': () => member(new torch.nn.Hardtanh(), 'forward')(),
  'batches collated by a number': () => new torch.utils.data.DataLoader(odd([1, 2]), { collate_fn: odd(5) }),
  'a round of what is no dataset': () => [...new torch.utils.data.DataLoader(odd({ length: 2 }), { batch_size: 2 })],
  'a buffer of a sparse tensor': () => new torch.nn.Buffer(torch.ones(2, 2).to_sparse()),
  'a module that contains itself': () => {
    const own = new torch.nn.Sequential();
    own.append(own);
    return own(torch.ones(1));
  },
  "a program's module that contains itself": () => {
    class Own extends torch.nn.Module {
      me: unknown = null;
      override forward(x: engine.Tensor): unknown {
        return (this.me as (x: engine.Tensor) => unknown)(x);
      }
    }
    const own = new Own();
    own.me = own;
    return (own as unknown as (x: engine.Tensor) => unknown)(torch.ones(1));
  },
  'more bins than there is room for': () => (setMemoryLimit({ limitBytes: 2 ** 28 }), torch.histc(torch.ones(3), { bins: 2 ** 53 })),
  'segments that end behind the data': () =>
    torch.segment_reduce(torch.ones(3), 'min', { offsets: torch.tensor([0, 2 ** 40]), unsafe: true, initial: 0 }),
  'a sparse size of nothing': () => member(torch.ones(2, 2).to_sparse(), 'sparse_resize_')([2, 2]),
  'bins without an edge': () => torch.histogram(torch.ones(3), torch.ones(0)),
  'a fractional pooling to a million': () =>
    torch.nn.functional.fractional_max_pool2d(torch.ones(2, 3, 4), odd([]), { output_size: [1e9] }),
  'a packed sequence that is too long': () =>
    torch.nn.utils.rnn.pack_padded_sequence(torch.ones(3, 1, 2), [2 ** 53], { enforce_sorted: false }),
  'options that are null': () =>
    torch.func.grad(
      odd((x: engine.Tensor) => x.mul(2)),
      null,
    )(torch.ones(2)),
};

const nothing = torch.zeros([2 ** 53 - 1, 0]);

const ANSWERED: Record<string, () => unknown> = {
  'the sum of an empty tensor with a large dim': () => [nothing.sum(), nothing.std(), nothing.all(), nothing.allclose(torch.ones([]))],
  'billions of empty lines': () => [
    torch.zeros([1, 2 ** 31, 0, 1]).log_softmax(2),
    torch.zeros([2 ** 31, 0]).cummin(1),
    torch.zeros([2 ** 31, 0]).cumsum(1),
  ],
  'an iteration without an end': () =>
    torch.nn.utils.parametrizations.spectral_norm(new torch.nn.Linear(2, 2), { n_power_iterations: 2 ** 53 - 1 })(torch.ones(2)),
  'numbers far from their mean': () => torch.nn.init.trunc_normal_(torch.empty(3), { mean: 1e9, std: -1.5, a: -5 }),
  'a spread below nothing': () => torch.nn.init.trunc_normal_(torch.empty(3), { mean: 0.5, std: -5, b: 2 ** 31 }),
  'an optimizer whose options hold themselves': () => {
    const optimizer = new torch.optim.SGD([w], { lr: 0.1 });
    Object.assign(optimizer.param_groups[0]!, { weight_decay: cyclic });
    return String(optimizer);
  },
};

describe('what random calls have found', () => {
  afterEach(() => setMemoryLimit(null));

  it.each(Object.entries(REFUSED))('%s is refused in a sentence', (_, call) => {
    let thrown: unknown;
    try {
      call();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Error);
    expect(complaint(thrown)).toBeNull();
  });

  it("what a program's own function says passes through", () => {
    class Mine extends Error {}
    const layer = new torch.nn.Linear(1, 1);
    expect(() =>
      layer.apply(() => {
        throw new Mine('mine');
      }),
    ).toThrow(Mine);
  });

  it('what was frozen is named as frozen', () => {
    const layer = Object.freeze(new torch.nn.Linear(1, 1));
    expect(() => layer.train()).toThrow('Linear.train() cannot change what was frozen: take Object.freeze away');
  });

  it.each(Object.entries(ANSWERED))('%s is answered', (_, call) => {
    expect(call()).toBeTruthy();
  });

  it.each<readonly [string, (sizes: number[]) => engine.Tensor]>([
    ['zeros', (sizes) => torch.zeros(sizes)],
    ['full', (sizes) => torch.full(sizes, 1)],
    ['reshape', (sizes) => torch.ones(2, 2).reshape(sizes)],
  ])('%s reads its sizes once', (_, make) => {
    let times = 1;
    const sizes = Object.defineProperty([2, 2], 1, { get: () => 2 * times++ });
    expect(flawOf(make(sizes))).toBeNull();
    expect(make(Object.defineProperty([2, 2], 1, { get: () => 2 })).numel()).toBe(4);
  });
});
