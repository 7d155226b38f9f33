/** The functions that subscripts of a model file are compiled to, where a plain member access is not enough. */
import { isTensor } from '../engine/operators/meaning.js';
import { keyOf, lately } from '../engine/operators/subscripts.js';
import type { IndexSpec } from '../engine/tensor/indexSpec.js';
import type { Any } from './operators.js';

type InPlace = (site: number, old: Any, value: Any) => Any;
type Operator = 'iadd' | 'isub' | 'imul' | 'idiv' | 'imod' | 'ipow' | 'iand' | 'ior' | 'ixor' | 'ishl' | 'ishr';
type Changes = Record<Operator, InPlace> & Record<'inc' | 'dec', (site: number, old: Any) => Any>;
type Place = Record<`$${Operator}`, (site: number, value: Any) => Any> & Record<'$inc' | '$dec', (site: number) => Any>;

/** The key in the form that the object needs. @param object undefined where it is not known */
function keyIn(object: Any, key: Any): Any {
  if (typeof key !== 'object' || key === null) return key;
  if (isTensor(key) && key.ndim === 0 && key.dtype.category === 1) return key.item();
  if (isTensor(object)) return keyOf([key as IndexSpec]);
  if (object !== undefined) return key;
  return isTensor(key) || (Array.isArray(key) && key.some((item) => typeof item === 'object')) ? keyOf([key as IndexSpec]) : key;
}

/** Several keys: Python's tuple on a tensor; otherwise JavaScript's comma, whose value is the last key. */
function keysIn(object: Any, keys: Any[]): Any {
  return isTensor(object) || object === undefined ? keyOf(keys as IndexSpec[]) : keyIn(object, keys.at(-1));
}

export function subscripts(computed: (site: number) => void, change: Changes) {
  const read = (site: number, value: Any): Any => {
    if (isTensor(value)) computed(site);
    return value;
  };
  const wrote = (site: number, value: Any): Any => {
    if (lately.isWritten) {
      lately.isWritten = false;
      computed(site);
    }
    return value;
  };

  /** The place `o().k` that is to be changed. `o()` is evaluated once, and the old value is read at once. */
  class PlaceIn implements Place {
    private readonly old: Any;
    constructor(
      private readonly object: Any,
      private readonly key: Any,
    ) {
      this.old = object[key];
    }
    $iadd(site: number, value: Any): Any {
      return wrote(site, (this.object[this.key] = change.iadd(site, this.old, value)));
    }
    $isub(site: number, value: Any): Any {
      return wrote(site, (this.object[this.key] = change.isub(site, this.old, value)));
    }
    $imul(site: number, value: Any): Any {
      return wrote(site, (this.object[this.key] = change.imul(site, this.old, value)));
    }
    $idiv(site: number, value: Any): Any {
      return wrote(site, (this.object[this.key] = change.idiv(site, this.old, value)));
    }
    $imod(site: number, value: Any): Any {
      return wrote(site, (this.object[this.key] = change.imod(site, this.old, value)));
    }
    $ipow(site: number, value: Any): Any {
      return wrote(site, (this.object[this.key] = change.ipow(site, this.old, value)));
    }
    $iand(site: number, value: Any): Any {
      return wrote(site, (this.object[this.key] = change.iand(site, this.old, value)));
    }
    $ior(site: number, value: Any): Any {
      return wrote(site, (this.object[this.key] = change.ior(site, this.old, value)));
    }
    $ixor(site: number, value: Any): Any {
      return wrote(site, (this.object[this.key] = change.ixor(site, this.old, value)));
    }
    $ishl(site: number, value: Any): Any {
      return wrote(site, (this.object[this.key] = change.ishl(site, this.old, value)));
    }
    $ishr(site: number, value: Any): Any {
      return wrote(site, (this.object[this.key] = change.ishr(site, this.old, value)));
    }
    $inc(site: number): Any {
      return wrote(site, (this.object[this.key] = change.inc(site, this.old)));
    }
    $dec(site: number): Any {
      return wrote(site, (this.object[this.key] = change.dec(site, this.old)));
    }
  }

  return {
    /** `x[…]` was read. */
    item: read,
    /** `x[…] = v` was written. */
    put: (site: number, value: Any): Any => (lately.isWritten ? wrote(site, value) : value),
    /** The key of `x[k]`, where `k` may be a tensor or a list. */
    key: keyIn,
    /** The keys of `x[0, '1:3']`. */
    keys: (object: Any, ...keys: Any[]): Any => keysIn(object, keys),
    /** Reads `f()[0, '1:3']`. */
    get: (site: number, object: Any, ...keys: Any[]): Any => read(site, object[keysIn(object, keys)]),
    /** `f()[0, '1:3'] = v` is `set(site, f(), 0, '1:3').$to(site, v)`. */
    set(_site: number, object: Any, ...keys: Any[]) {
      const key = keysIn(object, keys) as PropertyKey;
      return { $to: (at: number, value: Any): Any => wrote(at, (object[key] = value)) };
    },
    /** `f().k += v` is `ref(site, f(), 'k').$iadd(site, v)`. */
    ref: (_site: number, object: Any, key: Any): Place => new PlaceIn(object, keyIn(object, key)),
    /** `f()[0, '1:3'] += v` is `refs(site, f(), 0, '1:3').$iadd(site, v)`. */
    refs: (_site: number, object: Any, ...keys: Any[]): Place => new PlaceIn(object, keysIn(object, keys)),
  };
}
