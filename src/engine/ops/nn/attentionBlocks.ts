import { giveBack, look } from '../../backends/allocation.js';
import type { View } from '../../backends/backend.js';
import { fused, kernels } from '../../backends/dispatch.js';
import { bool } from '../../dtype.js';
import { keptStrides } from '../../layout.js';
import { broadcastStrides, contiguousStrides, isContiguous, numel } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';

/**
 * Attention block by block: the scores of some queries at once, so that those of all never lie in memory together. Blocks go
 * through the same kernels as single operations do, so results are the same but for the order of sums in narrow products.
 */

/** The most scores in a block: they stay in the second-level cache. */
const BLOCK = 2 ** 16;
/** Up to this many weights are kept for the way back. More are computed again there. */
const KEPT = 2 ** 18;

/** The inputs, [samples, heads, rows, size]; the queries are scaled already. */
export interface Attended {
  readonly query: Tensor;
  readonly key: Tensor;
  readonly value: Tensor;
  /** True where a query attends, or numbers to add to the scores. */
  readonly mask: Tensor | null;
  /** Whether a query attends to no later key than its own number. */
  readonly isCausal: boolean;
  /** Whether a query that may attend to no key gets zeros. */
  readonly mayBeEmpty: boolean;
}

/** Some heads (counted through all samples), and some rows of each. */
interface Block {
  readonly first: number;
  readonly heads: number;
  readonly row: number;
  readonly rows: number;
}

const evenly = (n: number, parts: number): [from: number, count: number][] => {
  const each = Math.ceil(n / parts);
  return Array.from({ length: Math.ceil(n / each) }, (_, i) => [i * each, Math.min(each, n - i * each)]);
};

/** Where a product goes: the rows of a block's queries, or all rows of the keys. */
interface Target {
  readonly to: Tensor;
  readonly isOfQueries: boolean;
  readonly adds: boolean;
}

type Operands = (queries: View, keys: View, at: number, n: number) => [View, View];

class Attention {
  private readonly samples: number;
  private readonly ofSample: number;
  private readonly rows: number;
  private readonly columns: number;
  private readonly rooms = new Map<string, Tensor>();

  constructor(private readonly x: Attended) {
    [this.samples, this.ofSample, this.rows] = x.query.sizes as [number, number, number];
    this.columns = x.key.sizes[2];
  }

  /** Whether all weights are kept. */
  get isSmall(): boolean {
    return this.samples * this.ofSample * this.rows * this.columns <= KEPT;
  }

  blocks(): Block[] {
    const { rows } = this;
    const [heads, each] = [this.samples * this.ofSample, rows * this.columns];
    if (this.isSmall) return [{ first: 0, heads, row: 0, rows }];
    if (each <= BLOCK) return evenly(heads, Math.ceil((heads * each) / BLOCK)).map(([first, n]) => ({ first, heads: n, row: 0, rows }));
    const parts = evenly(rows, Math.ceil(each / BLOCK));
    return Array.from({ length: heads }, (_, first) => parts.map(([row, n]) => ({ first, heads: 1, row, rows: n }))).flat();
  }

  /** Memory for a part of the work, which the next call with this name takes again. */
  room(name: string, sizes: readonly number[]): Tensor {
    const n = numel(sizes);
    let room = this.rooms.get(name);
    if (!room || room.storage.length < n) {
      const { dtype, device } = this.x.query;
      if (room) giveBack(room.storage);
      this.rooms.set(name, (room = Tensor.empty([n], dtype, device)));
    }
    return room.alias(sizes, contiguousStrides(sizes));
  }

  /** Gives the memory of all rooms back. */
  end(): void {
    for (const { storage } of this.rooms.values()) giveBack(storage);
    this.rooms.clear();
  }

  /**
   * Calls `body` for heads of the block that lie evenly: those of each sample, or all at once. It gets their parts, [heads, rows,
   * size], of tensors with queries and of tensors with keys, and the number of the first of them in the block.
   */
  each(
    block: Block,
    ofQueries: readonly Tensor[],
    ofKeys: readonly Tensor[],
    body: (queries: View[], keys: View[], at: number, n: number) => void,
  ): void {
    const isEven = [...ofQueries, ...ofKeys].every(liesEvenly);
    for (let at = 0; at < block.heads;) {
      const [sample, head] = [Math.floor((block.first + at) / this.ofSample), (block.first + at) % this.ofSample];
      const count = isEven ? block.heads : Math.min(this.ofSample - head, block.heads - at);
      const part = ({ storage, dtype, sizes, strides, offset }: Tensor, row: number, rows: number): View => ({
        storage,
        dtype,
        sizes: [count, rows, sizes[3]],
        strides: strides.slice(1),
        offset: offset + sample * strides[0] + head * strides[1] + row * strides[2],
      });
      const queries = ofQueries.map((t) => part(t, block.row, block.rows));
      const keys = ofKeys.map((t) => part(t, 0, this.columns));
      body(queries, keys, at, count);
      at += count;
    }
  }

  /** Writes the weights of a block, [heads, rows, columns]. */
  weigh(block: Block, weights: Tensor): void {
    const { query, key, mask, isCausal, mayBeEmpty } = this.x;
    const all = [this.samples, this.ofSample, this.rows, this.columns];
    const masks = mask ? [mask.alias(all, broadcastStrides(mask.sizes, mask.strides, all))] : isCausal ? [this.causal(block)] : [];
    this.each(block, [query, ...masks], [key], ([queries, ofMask], [keys], at, n) => {
      const scores = heads(weights, at, n);
      kernels.matmul(queries, turned(keys), scores);
      if (!ofMask) return;
      if (ofMask.dtype === bool) kernels.map('where', [ofMask, scores, this.masked()], scores, scores.dtype);
      else kernels.map('add', [scores, ofMask], scores, scores.dtype);
    });
    const empty = mayBeEmpty ? this.emptyRows(weights) : [];
    kernels.softmax(weights, 2, false, weights);
    for (const row of empty) kernels.fill(weights.alias([this.columns], [1], row * this.columns), 0);
  }

  private masked(): Tensor {
    const masked = this.room('masked', []);
    kernels.fill(masked, -Infinity);
    return masked;
  }

  /** The causal mask of a block's rows, as a view for all heads. */
  private causal({ row, rows }: Block): Tensor {
    const { columns } = this;
    const data = new Uint8Array(rows * columns);
    for (let i = 0; i < rows; i++) data.fill(1, i * columns, i * columns + Math.min(row + i + 1, columns));
    const mask = Tensor.of(data, [rows, columns], bool, this.x.query.device);
    return mask.alias([this.samples, this.ofSample, this.rows, columns], [0, 0, columns, 1], -row * columns);
  }

  /** The rows whose scores are all −∞. */
  private emptyRows(scores: Tensor): number[] {
    const greatest = this.room('greatest', scores.sizes.slice(0, 2));
    kernels.fold('max', scores, [2], greatest);
    return [...look(greatest)].flatMap((v, i) => (v === -Infinity ? i : []));
  }

  /**
   * Computes a product for each head of a block, and writes it to the block's part of `to`, or adds it there. `views` gives what
   * is multiplied for the heads of one sample, which begin at `at` in the block.
   */
  multiply(block: Block, { to, isOfQueries, adds }: Target, ofQueries: Tensor, ofKeys: Tensor, views: Operands): void {
    // Elements that do not lie side by side are copied once for all samples, if the block has all of them.
    const all = !adds && this.isSmall && !to.isContiguousNow ? this.room('products', [block.heads, to.sizes[2], to.sizes[3]]) : null;
    const [queries, keys] = isOfQueries ? [[ofQueries, to], [ofKeys]] : [[ofQueries], [ofKeys, to]];
    this.each(block, queries, keys, (fromQueries, fromKeys, at, n) => {
      const [a, b] = views(fromQueries[0], fromKeys[0], at, n);
      if (all) kernels.matmul(a, b, heads(all, at, n));
      else this.into((isOfQueries ? fromQueries : fromKeys)[1], adds, a, b);
    });
    if (all) kernels.copy(all.alias(to.sizes, contiguousStrides(to.sizes)), to);
  }

  private into(to: View, adds: boolean, a: View, b: View): void {
    if (!adds && isContiguous(to.sizes, to.strides)) return kernels.matmul(a, b, to);
    const room = this.room('product', to.sizes);
    kernels.matmul(a, b, room);
    if (adds) kernels.map('add', [to, room], to, to.dtype);
    else kernels.copy(room, to);
  }
}

const turned = ({ storage, dtype, sizes: [n, rows, columns], strides: [first, row, column], offset }: View): View => ({
  storage,
  dtype,
  sizes: [n, columns, rows],
  strides: [first, column, row],
  offset,
});

/** Some heads of [heads, rows, columns]. */
const heads = (x: Tensor, at: number, n: number): Tensor => x.alias([n, x.sizes[1], x.sizes[2]], x.strides, x.offset + at * x.strides[0]);

/** Whether the heads of all samples are the same distance apart. */
const liesEvenly = ({ sizes, strides }: Tensor): boolean => sizes[0] === 1 || strides[0] === sizes[1] * strides[1];

/** The most elements that are copied so that all heads are multiplied at once. */
const COPIED = 2 ** 16;

/** Matrices that products read where they are. */
const even = (x: Tensor): Tensor => {
  const isMatrix = x.strides[2] > 0 && x.strides[3] === 1;
  if (isMatrix && (liesEvenly(x) || numel(x.sizes) > COPIED)) return x;
  const copy = Tensor.empty(x.sizes, x.dtype, x.device);
  kernels.copy(x, copy);
  return copy;
};

const evened = (x: Attended): Attended => ({ ...x, query: even(x.query), key: even(x.key), value: even(x.value) });

/** A tensor like `like`, in the same order in memory. */
const emptyLike = ({ sizes, strides, dtype, device }: Tensor): Tensor =>
  Tensor.emptyStrided(sizes, keptStrides(sizes, strides), dtype, device);

/**
 * The values that the queries get; then the weights, if they are few, or an empty tensor.
 * @param rowsFirst whether the elements lie in the order of rows, samples, heads
 */
export function attendInBlocks(given: Attended, rowsFirst: boolean): [output: Tensor, kept: Tensor] {
  const x = evened(given);
  const { query, value } = x;
  const work = new Attention(x);
  const [samples, ofSample, rows] = query.sizes as [number, number, number];
  const width = value.sizes[3];
  const sizes = [samples, ofSample, rows, width];
  const strides = rowsFirst ? [ofSample * width, width, samples * ofSample * width, 1] : contiguousStrides(sizes);
  const out = Tensor.emptyStrided(sizes, strides, query.dtype, query.device);
  const columns = x.key.sizes[2];
  const kept = Tensor.empty(work.isSmall ? [samples * ofSample, rows, columns] : [0], query.dtype, query.device);
  for (const block of work.blocks()) {
    const weights = work.isSmall ? kept : work.room('weights', [block.heads, block.rows, columns]);
    work.weigh(block, weights);
    const target = { to: out, isOfQueries: true, adds: false };
    work.multiply(block, target, query, value, (_, values, at, n) => [heads(weights, at, n), values]);
  }
  work.end();
  return [out, kept];
}

export interface AttentionGradients {
  readonly query: Tensor;
  readonly key: Tensor;
  readonly value: Tensor;
}

/** The gradients for the inputs of `attendInBlocks`. */
export function attendInBlocksBack(g: Tensor, given: Attended, kept: Tensor): AttentionGradients {
  const x = evened(given);
  const work = new Attention(x);
  const found = { query: emptyLike(given.query), key: emptyLike(given.key), value: emptyLike(given.value) };
  const ofOutput = even(g);
  for (const block of work.blocks()) {
    const sizes = [block.heads, block.rows, x.key.sizes[2]];
    const weights = work.isSmall ? kept : work.room('weights', sizes);
    if (!work.isSmall) work.weigh(block, weights);
    const slopes = work.room('slopes', sizes);
    const adds = block.row > 0;
    const toKeys = (to: Tensor): Target => ({ to, isOfQueries: false, adds });
    work.each(block, [ofOutput], [x.value], ([from], [values], at, n) => kernels.matmul(from, turned(values), heads(slopes, at, n)));
    work.multiply(block, toKeys(found.value), ofOutput, x.value, (from, _, at, n) => [turned(heads(weights, at, n)), from]);
    throughSoftmax(work, slopes, weights);
    const toQueries = { to: found.query, isOfQueries: true, adds: false };
    work.multiply(block, toQueries, x.query, x.key, (_, keys, at, n) => [heads(slopes, at, n), keys]);
    work.multiply(block, toKeys(found.key), x.query, x.key, (queries, _, at, n) => [turned(heads(slopes, at, n)), queries]);
  }
  work.end();
  return found;
}

/** Turns the gradient of the weights into that of the scores, in place. */
function throughSoftmax(work: Attention, slopes: Tensor, weights: Tensor): void {
  if (fused('softmaxBack', slopes, weights, false, slopes)) return;
  const { dtype } = slopes;
  const products = work.room('products', slopes.sizes);
  kernels.map('mul', [slopes, weights], products, dtype);
  const sums = work.room('greatest', [...slopes.sizes.slice(0, 2), 1]);
  kernels.fold('sum', products, [2], sums);
  kernels.map('sub', [slopes, sums], slopes, dtype);
  kernels.map('mul', [weights, slopes], slopes, dtype);
}
