/** `net[-1]`, `net['0:2']`, `net[0] = module`: Python's subscripts of modules that hold their items in a list. */
import { IndexError, TypeError_, ValueError } from '../errors.js';
import { behind } from '../operators/subscripts.js';
import { typeName } from '../operators/typeName.js';
import type { IndexSpec } from '../tensor/indexSpec.js';
import type { Module } from './module.js';

/** The places of Python's slice, which may count down: `'::-1'`. */
function slicePlaces(slice: string, n: number): number[] {
  const [a, b, c] = slice.split(':').map((part) => (part.trim() === '' ? null : Number(part)));
  const step = c ?? 1;
  if (step === 0) throw new ValueError('slice step cannot be zero');
  const [least, most] = step < 0 ? [-1, n - 1] : [0, n];
  const place = (at: number) => Math.min(Math.max(at < 0 ? at + n : at, least), most);
  const [from, to] = [place(a ?? (step < 0 ? n - 1 : 0)), b === null || b === undefined ? (step < 0 ? -1 : n) : place(b)];
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, i) => from + i * step);
}

interface RowOf<Item> {
  /** The items with the names of the fields that hold them. */
  fields(row: Module): [name: string, item: Item][];
  /** Makes a new list of some of the items; absent where PyTorch has no slices. */
  part?(row: Module, fields: [name: string, item: Item][]): unknown;
}

/** @param prototype that of the class of such modules */
export function indexable<Item>(prototype: object, { fields, part }: RowOf<Item>): void {
  const at = (row: object, specs: readonly IndexSpec[]) => {
    const [index] = specs;
    if (specs.length !== 1 || typeof index !== 'number' || !Number.isInteger(index))
      throw new TypeError_(`'${specs.length > 1 ? 'tuple' : typeName(index)}' object cannot be interpreted as an integer`);
    const found = fields(row as Module).at(index);
    if (!found) throw new IndexError(`index ${index} is out of range`);
    return found;
  };
  const get = (row: object, specs: readonly IndexSpec[]) => {
    const [slice] = specs;
    if (!part || specs.length !== 1 || typeof slice !== 'string' || !slice.includes(':')) return at(row, specs)[1];
    const all = fields(row as Module);
    return part(
      row as Module,
      slicePlaces(slice, all.length).map((i) => all[i]),
    );
  };
  const set = (row: object, specs: readonly IndexSpec[], value: unknown) => Reflect.set(row, at(row, specs)[0], value);
  Object.setPrototypeOf(prototype, behind(Object.getPrototypeOf(prototype) as object, get, set));
}
