/** Python's `heapq` and `bisect`. */
import { IndexError } from '../errors.js';
import { lt } from './compare.js';
import { iter, list, sorted } from './sequences.js';

type Key<T> = ((item: T) => unknown) | null;

function rise<T>(heap: T[], at: number): void {
  for (let i = at; i > 0;) {
    const parent = (i - 1) >> 1;
    if (!lt(heap[i], heap[parent])) return;
    [heap[i], heap[parent]] = [heap[parent], heap[i]];
    i = parent;
  }
}

/**
 * Moves an item down as CPython does: the hole goes down to a leaf, then the item rises to its place. So equal items
 * keep CPython's order.
 */
function sink<T>(heap: T[], at: number): void {
  const item = heap[at];
  let hole = at;
  for (let child = 2 * hole + 1; child < heap.length; child = 2 * hole + 1) {
    const right = child + 1;
    if (right < heap.length && !lt(heap[child], heap[right])) child = right;
    heap[hole] = heap[child]!;
    hole = child;
  }
  heap[hole] = item;
  while (hole > at) {
    const parent = (hole - 1) >> 1;
    if (!lt(item, heap[parent])) break;
    heap[hole] = heap[parent]!;
    hole = parent;
  }
  heap[hole] = item;
}

/** As Python's `heapq`: a list whose first element is its smallest. */
export const heapq = {
  heapify<T>(heap: T[]): void {
    for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(heap, i);
  },
  heappush<T>(heap: T[], item: T): void {
    heap.push(item);
    rise(heap, heap.length - 1);
  },
  /** @throws IndexError for an empty list */
  heappop<T>(heap: T[]): T {
    if (heap.length === 0) throw new IndexError('index out of range');
    const last = heap.pop()!;
    return heap.length === 0 ? last : heapq.heapreplace(heap, last);
  },
  /** Removes the smallest item and adds another one. @throws IndexError for an empty list */
  heapreplace<T>(heap: T[], item: T): T {
    if (heap.length === 0) throw new IndexError('index out of range');
    const smallest = heap[0];
    heap[0] = item;
    sink(heap, 0);
    return smallest;
  },
  heappushpop: <T>(heap: T[], item: T): T => (heap.length > 0 && lt(heap[0], item) ? heapq.heapreplace(heap, item) : item),
  nlargest: <T>(n: number, all: Iterable<T>, { key = null }: { key?: Key<T> } = {}): T[] =>
    sorted(all, { key, reverse: true }).slice(0, Math.max(0, n)),
  nsmallest: <T>(n: number, all: Iterable<T>, { key = null }: { key?: Key<T> } = {}): T[] => sorted(all, { key }).slice(0, Math.max(0, n)),
  merge: <T>(...all: Iterable<T>[]): T[] => sorted(all.flatMap((one) => [...iter<T>(one)])),
};

function place<T>(all: readonly T[], x: unknown, isLeft: boolean, low: number, high: number, key: Key<T>): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    const value = key ? key(all[middle]) : all[middle];
    if (isLeft ? lt(value, x) : !lt(x, value)) from = middle + 1;
    else to = middle;
  }
  return from;
}
interface Options<T> {
  lo?: number;
  hi?: number | null;
  key?: Key<T>;
}
const finder =
  (isLeft: boolean) =>
  <T>(all: readonly T[], x: unknown, { lo = 0, hi = null, key = null }: Options<T> = {}): number =>
    place(list(all), x, isLeft, lo, hi ?? all.length, key);
const inserter =
  (isLeft: boolean) =>
  <T>(all: T[], x: T): void => {
    all.splice(place(all, x, isLeft, 0, all.length, null), 0, x);
  };

/** As Python's `bisect`: finds places in sorted lists. */
export const bisect = {
  bisect: finder(false),
  bisect_right: finder(false),
  bisect_left: finder(true),
  insort: inserter(false),
  insort_right: inserter(false),
  insort_left: inserter(true),
};
