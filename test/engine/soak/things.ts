import type * as torchTypes from '../../../src/engine/index.js';

/** Arguments for random calls: fitting ones, edge cases, and nonsense. The same seed gives the same arguments. */

type Torch = typeof torchTypes;

export interface Chance {
  /** Returns an integer from 0 to below `n`. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
  /** Returns true once in `n` calls. */
  once(n: number): boolean;
}

export function chance(seed: number): Chance {
  let s = seed >>> 0;
  // Mulberry32. Its low bits are as random as its high bits.
  const next = (): number => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), s | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, pick: (list) => list[below(list.length)]!, once: (n) => below(n) === 0 };
}

const sizes = [[], [1], [3], [0], [2, 3], [3, 3], [1, 3], [2, 0], [2, 3, 4], [1, 2, 3, 4], [2, 1, 4, 4], [1, 1, 3, 4, 4]];
const ints = [0, 1, 2, 3, -1, 1, 2, 4, -2, -5, 7, 10];
const edges = [2 ** 31, 2 ** 53, -(2 ** 53), 2 ** 63, 1e9, 1e15, NaN, Infinity, -Infinity, -0, 0.5, 1.5, -1.5, 1e-9, 1e308];
const texts = ['mean', 'sum', 'none', 'floor', 'fro', 'ij', 'fan_in', 'relu', 'min', 'cos', 'weight', '0', '', 'nonsense', '1:3', '...'];

/** Makes the arguments of random calls. Values that were made before (`known`) are used again. */
export function maker(torch: Torch, { below, pick, once }: Chance, known: readonly unknown[]) {
  const { nn, optim, utils } = torch;

  function tensor(): torchTypes.Tensor {
    const size = pick(sizes);
    const dtype = pick([torch.float32, torch.float32, torch.float64, torch.int64, torch.int32, torch.bool, torch.uint8]);
    let t = torch.randn(size).mul(2).to(dtype);
    if (size.length >= 2 && once(3)) t = t.transpose(0, 1);
    if (once(25)) t = t.mul(pick([1e9, 2 ** 40, NaN]));
    return dtype.is_floating_point && once(2) ? t.detach().requires_grad_() : t;
  }

  const module = (): torchTypes.nn.Module =>
    pick([
      () => new nn.Linear(3, 2),
      () => new nn.Sequential(new nn.Linear(3, 3), new nn.ReLU()),
      () => new nn.Conv2d(1, 2, 3),
      () => new nn.LSTM(3, 2),
      () => new nn.BatchNorm1d(3),
      () => new nn.Embedding(5, 3),
    ])();

  const parameters = (): torchTypes.Tensor[] => {
    const p = torch.randn([2, 3]).requires_grad_();
    if (!once(3)) p.sum().backward();
    return [p, torch.randn([]).requires_grad_()];
  };

  const optimizer = (): torchTypes.optim.Optimizer =>
    pick([() => new optim.SGD(parameters(), { lr: 0.1 }), () => new optim.Adam(parameters()), () => new optim.LBFGS(parameters())])();

  const dataset = (): unknown => pick([() => new utils.data.TensorDataset(torch.randn([4, 2])), () => [1, 2, 3], () => torch.ones(3)])();

  /** Functions that a program may pass. None of them fails by itself. */
  const functions: ((...args: never[]) => unknown)[] = [
    (x: unknown) => x,
    (x: unknown) => (torch.is_tensor(x) ? x.mul(2) : x),
    (x: unknown) => (torch.is_tensor(x) ? x.float().pow(2).sum() : 1),
    (x: unknown, y: unknown) => (torch.is_tensor(x) && torch.is_tensor(y) ? x.mul(y).sum() : x),
    () => undefined,
    () => 1,
    () => null,
    () => [],
  ];

  const number = (): number => (once(8) ? pick(edges) : pick(ints));
  const list = (make: () => unknown): unknown[] => Array.from({ length: below(4) }, make);

  const kinds: Record<string, () => unknown> = {
    Tensor: tensor,
    int: number,
    Scalar: () => pick([number, number, () => pick([true, false])])(),
    float: () => pick([number, () => pick([0.1, 0.5, 0.9, 2.5, -1.5])])(),
    bool: () => pick([true, false]),
    str: () => pick(texts),
    dtype: () => pick([torch.float32, torch.float64, torch.int64, torch.bool, torch.int8]),
    Module: module,
    Optimizer: optimizer,
    Generator: () => new torch.Generator(),
    function: () => pick(functions),
    dataset,
    scheduler: () => new optim.lr_scheduler.StepLR(optimizer(), 2),
    packed: () => nn.utils.rnn.pack_padded_sequence(torch.randn([3, 2, 4]), [3, 2]),
  };

  const nonsense: (() => unknown)[] = [
    () => null,
    () => undefined,
    () => pick(texts),
    () => ({}),
    () => [],
    () => [1, 'a'],
    () => [[1, 2], [3]],
    () => [null],
    () => pick(functions),
    () => pick(edges),
    () => ({ dim: 'x' }),
    () => ({ [pick(texts)]: number() }),
    () => 10n,
    () => Symbol('s'),
    () => new Map([[1, 2]]),
    () => new Set([tensor()]),
    () => Object.create(null) as unknown,
    () => new Float32Array(3),
    () => new Date(0),
    () => /x/,
    () => tensor().at,
    () => torch.Tensor,
    () => nn.Linear,
    () => torch,
  ];

  /** A value of the type that a signature names: `Tensor`, `int[]`, `Iterable[Module]`. */
  function ofType(type: string): unknown {
    const many = /^(?:Iterable\[(.*)\]|(.*)\[\])$/.exec(type);
    if (many) {
      const inner = many[1] ?? many[2]!;
      return once(6) ? ofType(inner) : list(() => ofType(inner));
    }
    if (type.startsWith("'")) return type.slice(1, -1);
    if (type.startsWith('Callable')) return pick(functions);
    if (type.startsWith('dict[')) return { a: ofType(type.slice(5, -1)) };
    if (type === 'LRScheduler' || type === 'Scheduler') return kinds['scheduler']!();
    if (type === 'PackedSequence') return kinds['packed']!();
    if (type === 'Size') return list(number);
    return (kinds[type] ?? anything)();
  }

  function anything(): unknown {
    if (known.length > 0 && once(4)) return pick(known);
    if (once(5)) return pick(nonsense)();
    if (once(5)) return list(() => pick(Object.values(kinds))());
    return pick(Object.values(kinds))();
  }

  return { ofType, anything, nonsense: () => pick(nonsense)(), kinds };
}
