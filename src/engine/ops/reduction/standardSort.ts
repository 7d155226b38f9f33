/**
 * The algorithms of C++'s standard library with which ATen sorts: `std::sort`, `std::partial_sort` and
 * `std::nth_element` as GCC's library has them. They decide where equal elements go.
 */

/** Elements of a row with their original places. The algorithms move both. */
export interface Row {
  readonly values: Float64Array;
  readonly places: Float64Array;
}

type Before = (a: number, b: number) => boolean;

/** ATen's orders: NaN counts as greatest. */
export const ascending: Before = (a, b) => a < b || (b !== b && a === a);
export const descending: Before = (a, b) => a > b || (a !== a && b === b);

/** Rows of at most this length are sorted by insertion, which leaves equal elements in their order. */
const INSERTED = 16;

const depthFor = (n: number): number => 2 * (31 - Math.clz32(n));

/** std::sort of the first `end` elements. */
export function sort(row: Row, before: Before, end = row.values.length): void {
  if (end < 2) return;
  introsort(row, 0, end, depthFor(end), before);
  insert(row, 0, Math.min(end, INSERTED), before);
  for (let i = INSERTED; i < end; i++) insertOne(row, i, before);
}

/** std::partial_sort: the first `middle` elements are the least ones, in order. */
export function partialSort(row: Row, middle: number, before: Before): void {
  sortByHeap(row, 0, middle, row.values.length, before);
}

/** std::nth_element: those before `nth` are not after it in order, and those behind it are not before it. */
export function nthElement(row: Row, nth: number, before: Before): void {
  let [first, last] = [0, row.values.length];
  if (nth >= last) return;
  for (let depth = depthFor(last); last - first > 3; depth--) {
    if (depth === 0) {
      selectByHeap(row, first, nth + 1, last, before);
      exchange(row, first, nth);
      return;
    }
    const cut = partition(row, first, last, before);
    if (cut <= nth) first = cut;
    else last = cut;
  }
  insert(row, first, last, before);
}

function exchange({ values, places }: Row, i: number, j: number): void {
  const [value, place] = [values[i], places[i]];
  [values[i], places[i]] = [values[j], places[j]];
  [values[j], places[j]] = [value, place];
}

function move({ values, places }: Row, from: number, to: number): void {
  values[to] = values[from];
  places[to] = places[from];
}

function introsort(row: Row, first: number, last: number, depth: number, before: Before): void {
  for (; last - first > INSERTED; depth--) {
    if (depth === 0) return sortByHeap(row, first, last, last, before);
    const cut = partition(row, first, last, before);
    introsort(row, cut, last, depth - 1, before);
    last = cut;
  }
}

/** Splits a part around the median of three of its elements. */
function partition(row: Row, first: number, last: number, before: Before): number {
  const { values } = row;
  const [a, b, c] = [first + 1, first + ((last - first) >> 1), last - 1];
  const isBefore = (i: number, j: number) => before(values[i], values[j]);
  if (isBefore(a, b)) exchange(row, first, isBefore(b, c) ? b : isBefore(a, c) ? c : a);
  else exchange(row, first, isBefore(a, c) ? a : isBefore(b, c) ? c : b);
  const pivot = values[first];
  for (let [i, j] = [a, last]; ; i++) {
    while (before(values[i], pivot)) i++;
    j--;
    while (before(pivot, values[j])) j--;
    if (i >= j) return i;
    exchange(row, i, j);
  }
}

function insert(row: Row, first: number, last: number, before: Before): void {
  const { values, places } = row;
  for (let i = first + 1; i < last; i++) {
    const [value, place] = [values[i], places[i]];
    if (before(value, values[first])) {
      values.copyWithin(first + 1, first, i);
      places.copyWithin(first + 1, first, i);
      [values[first], places[first]] = [value, place];
    } else insertOne(row, i, before);
  }
}

/** Moves one element down to its place; a smaller one is known to be there. */
function insertOne(row: Row, at: number, before: Before): void {
  const { values, places } = row;
  const [value, place] = [values[at], places[at]];
  let i = at;
  for (; before(value, values[i - 1]); i--) move(row, i - 1, i);
  [values[i], places[i]] = [value, place];
}

function sortByHeap(row: Row, first: number, middle: number, last: number, before: Before): void {
  selectByHeap(row, first, middle, last, before);
  for (let end = middle - 1; end > first; end--) popHeap(row, first, end, end, before);
}

function selectByHeap(row: Row, first: number, middle: number, last: number, before: Before): void {
  const { values, places } = row;
  const length = middle - first;
  for (let parent = (length - 2) >> 1; parent >= 0; parent--) {
    adjustHeap(row, first, parent, length, values[first + parent], places[first + parent], before);
  }
  for (let i = middle; i < last; i++) if (before(values[i], values[first])) popHeap(row, first, middle, i, before);
}

/** The element `from` takes the place in the heap of the first one, which goes to `from`. */
function popHeap(row: Row, first: number, last: number, from: number, before: Before): void {
  const [value, place] = [row.values[from], row.places[from]];
  move(row, first, from);
  adjustHeap(row, first, 0, last - first, value, place, before);
}

function adjustHeap(row: Row, first: number, top: number, length: number, value: number, place: number, before: Before): void {
  const { values, places } = row;
  let hole = top;
  let child = hole;
  while (child < (length - 1) >> 1) {
    child = 2 * (child + 1);
    if (before(values[first + child], values[first + child - 1])) child--;
    move(row, first + child, first + hole);
    hole = child;
  }
  if (length % 2 === 0 && child === (length - 2) >> 1) {
    child = 2 * (child + 1);
    move(row, first + child - 1, first + hole);
    hole = child - 1;
  }
  for (let parent = (hole - 1) >> 1; hole > top && before(values[first + parent], value); parent = (hole - 1) >> 1) {
    move(row, first + parent, first + hole);
    hole = parent;
  }
  [values[first + hole], places[first + hole]] = [value, place];
}
