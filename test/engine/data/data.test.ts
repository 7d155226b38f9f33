import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { reference, type TensorData } from '../nn/reference.js';

const { data } = torch.utils;
const want = reference.data;
const numbersOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(numbersOf) : typeof value === 'object' ? (value as TensorData).data : value;
const listOf = (batches: Iterable<torch.Tensor>): unknown[] => [...batches].map((b) => b.tolist());
const range = (n: number): number[] => [...Array(n).keys()];

describe('torch.utils.data', () => {
  it("draws PyTorch's random numbers, in PyTorch's order", () => {
    const values = torch.arange(11).to(torch.float32);
    torch.manual_seed(5);
    const loader = new data.DataLoader(new data.TensorDataset(values, values.mul(2)), { batch_size: 4, shuffle: true });
    const rounds = [0, 1].map(() => [...loader].map((batch) => batch.map((t) => t.tolist())));
    expect(rounds).toEqual(numbersOf(want.shuffled));
    expect(listOf(new data.DataLoader(values, { batch_size: 4, drop_last: true }) as Iterable<torch.Tensor>)).toEqual(
      numbersOf(want.dropped),
    );
    const seeded = new data.DataLoader(values, { batch_size: 3, shuffle: true, generator: new torch.Generator().manual_seed(9) });
    expect(listOf(seeded as Iterable<torch.Tensor>)).toEqual(numbersOf(want.seeded));
    expect(data.random_split(range(10), [5, 3, 2]).map((s) => s.indices)).toEqual(want.split);
    const generator = new torch.Generator().manual_seed(1);
    expect(data.random_split(range(10), [0.55, 0.45], { generator }).map((s) => s.indices)).toEqual(want.fractions);
    expect([...new data.RandomSampler(range(7))]).toEqual(want.random);
    expect([...new data.RandomSampler(range(7), { replacement: true, num_samples: 40 })]).toEqual(want.replacement);
    expect([...new data.SubsetRandomSampler([3, 5, 8, 9])]).toEqual(want.subset);
    const weights = [0.1, 0.9, 0.4, 0.7, 3];
    expect([...new data.WeightedRandomSampler(weights, 5, { replacement: true })]).toEqual(want.weighted);
    expect([...new data.WeightedRandomSampler(weights, 4, { replacement: false })]).toEqual(want.unrepeated);
    expect([...new data.BatchSampler(range(7), 3, false)]).toEqual(want.batches);
    expect(torch.rand(2).tolist()).toEqual((want.after as TensorData).data.map((v) => Math.fround(Number(v))));
  });

  it('puts samples together part by part', () => {
    class Squares extends data.Dataset<{ x: torch.Tensor; y: number; z: number; name: string; pair: [number, boolean] }> {
      get(i: number) {
        return { x: torch.full([2], i), y: i, z: i + 0.5, name: `s${i}`, pair: [i * i, i > 1] as [number, boolean] };
      }
      get length() {
        return 3;
      }
    }
    const loader = new data.DataLoader(new Squares(), { batch_size: 2 });
    expect(loader.length).toBe(2);
    const [first, last] = [...loader];
    expect(String(first!.x)).toBe('tensor([[0, 0],\n        [1, 1]])');
    expect(String(first!.y)).toBe('tensor([0, 1])');
    expect(String(first!.z)).toBe('tensor([0.5000, 1.5000], dtype=torch.float64)');
    expect(first!.name).toEqual(['s0', 's1']);
    expect(first!.pair.map(String)).toEqual(['tensor([0, 1])', 'tensor([False, False])']);
    expect(last!.y.tolist()).toEqual([2]);
  });

  it('loads single samples, batches of its own making and streams', () => {
    expect([...new data.DataLoader(range(3), { batch_size: null })]).toEqual([0, 1, 2]);
    const batches = new data.DataLoader(range(4), { batch_sampler: [[3, 0], [1]], collate_fn: (samples) => samples });
    expect([...batches]).toEqual([[3, 0], [1]]);
    class Stream extends data.IterableDataset<number> {
      *[Symbol.iterator]() {
        yield* range(5);
      }
    }
    const stream = new data.DataLoader(new Stream(), { batch_size: 2, drop_last: true });
    expect([...stream].map((b) => b.tolist())).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(() => stream.length).toThrow('has no length');
    const joined = new data.ConcatDataset([range(2), range(3)]);
    expect([...joined]).toEqual([0, 1, 0, 1, 2]);
    expect([joined.get(-1), joined.get(-5)]).toEqual([2, 0]);
    expect(() => joined.get(-6)).toThrow('absolute value of index should not exceed dataset length');
  });

  it("refuses what PyTorch refuses, in PyTorch's words", () => {
    expect(() => new data.DataLoader(range(3), { batch_size: 0 })).toThrow(
      'batch_size should be a positive integer value, but got batch_size=0',
    );
    expect(() => new data.DataLoader(range(3), { shuffle: true, sampler: [0] })).toThrow(
      'sampler option is mutually exclusive with shuffle',
    );
    expect(() => new data.TensorDataset(torch.ones(2), torch.ones(3))).toThrow('Size mismatch between tensors');
    class Python extends (data.Dataset as unknown as new () => object) {
      length = 1;
    }
    expect(() => [...new data.DataLoader(new Python() as never)]).toThrow('Subclasses of Dataset should implement get(index)');
    expect(() => data.random_split(undefined as never, [2])).toThrow("object of type 'NoneType' has no len()");
    expect(() => data.random_split(range(3), [1, 1])).toThrow('Sum of input lengths does not equal the length of the input dataset!');
  });
});
