/** `net[-1]`, `net['0:2']`, `net[0] = module`: Python's subscripts of modules that hold their items in a list. */
import { IndexError, TypeError_ } from '../errors.js';
import { behind } from '../operators/subscripts.js';
import { typeName } from '../operators/typeName.js';
import type { IndexSpec } from '../tensor/indexSpec.js';
import { sliceBounds } from '../ops/indexing/spec.js';
import type { Module } from './module.js';

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
    const [start, end, step] = sliceBounds(slice, all.length);
    return part(
      row as Module,
      all.slice(start, end).filter((_, i) => i % step === 0),
    );
  };
  const set = (row: object, specs: readonly IndexSpec[], value: unknown) => Reflect.set(row, at(row, specs)[0], value);
  Object.setPrototypeOf(prototype, behind(Object.getPrototypeOf(prototype) as object, get, set));
}
