/** As Python's `list`, for a class that extends it: an array with the methods of Python's lists. */
import { IndexError } from '../errors.js';
import { Listed } from './keys.js';
import { count, index_of, iter, list, pop, remove, slice, sort } from './sequences.js';
import type { Slice } from './slices.js';

type Sorting<T> = Parameters<typeof sort<T>>[1];

export class List<T = unknown> extends Listed<T> {
  constructor(given: Iterable<T> = []) {
    super();
    for (const one of iter<T>(given)) super.push(one);
  }

  append(value: T): void {
    super.push(value);
  }

  extend(more: Iterable<T>): void {
    for (const one of list<T>(more)) super.push(one);
  }

  insert(place: number, value: T): void {
    super.splice(place, 0, value);
  }

  remove(value: T): void {
    remove(this, value);
  }

  override pop(index = -1): T {
    return pop(this, index);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Python's `sort` takes other arguments than JavaScript's
  override sort(sorting?: any): any {
    sort(this, sorting as Sorting<T>);
    return null;
  }

  index(value: T): number {
    return index_of(this, value);
  }

  count(value: T): number {
    return count(this, value);
  }

  copy(): T[] {
    return [...this];
  }

  clear(): void {
    this.length = 0;
  }

  __len__(): number {
    return this.length;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a part is a list
  __getitem__(index: number | Slice): any {
    return typeof index === 'number' ? this[this.place(index)] : slice([...this], index.start, index.stop, index.step ?? 1);
  }

  __setitem__(index: number, value: T): void {
    this[this.place(index)] = value;
  }

  private place(index: number): number {
    const place = index < 0 ? index + this.length : index;
    if (place < 0 || place >= this.length) throw new IndexError('list index out of range');
    return place;
  }
}
