/** As `functools.lru_cache` and `functools.cache`: functions that keep their results. */
import { namedtuple } from './collections.js';
import { Dict, Tuple } from './keys.js';
import { repr } from './text.js';

/** A function that keeps its results, as Python has it: `f.cache_info()`. */
interface Cached {
  cache_info: () => object;
  cache_clear: () => void;
}

/** How often a function found its result, and how many it keeps. */
const CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'], (value) => repr(value)) as new (
  ...values: (number | null)[]
) => object;

/** As `@functools.lru_cache(maxsize)`: keeps results by their arguments. The one that was used longest ago goes first. */
export const lru_cache =
  (given: number | null | { maxsize: number | null } = 128) =>
  <Args extends unknown[], R>(f: (...args: Args) => R): ((...args: Args) => R) & Cached => {
    const maxsize = typeof given === 'object' && given !== null ? given.maxsize : given;
    const kept = new Dict<unknown, R>();
    let [hits, misses] = [0, 0];
    const found = (...args: Args): R => {
      const key = args.length === 1 && !Array.isArray(args[0]) ? args[0] : Tuple.from(args);
      if (kept.has(key)) {
        hits++;
        const known = kept.get(key);
        if (maxsize !== null) {
          kept.delete(key);
          kept.set(key, known);
        }
        return known;
      }
      misses++;
      const result = f(...args);
      if (maxsize !== null && kept.size >= maxsize) kept.delete(kept.keys().next().value);
      if (maxsize !== 0) kept.set(key, result);
      return result;
    };
    return Object.assign(found, {
      cache_info: () => new CacheInfo(hits, misses, maxsize, kept.size),
      cache_clear: () => {
        kept.clear();
        [hits, misses] = [0, 0];
      },
    });
  };

/** As `@functools.cache`: keeps all results by their arguments. */
export const cache = <Args extends unknown[], R>(f: (...args: Args) => R): ((...args: Args) => R) & Cached => lru_cache(null)(f);

const properties = new WeakMap<object, Map<string, unknown>>();

/** As `@functools.cached_property`: computes a property of an object once. */
export const cached =
  (x: object, name: string) =>
  <T>(make: () => T): T => {
    const kept = properties.get(x) ?? new Map<string, unknown>();
    properties.set(x, kept);
    if (!kept.has(name)) kept.set(name, make());
    return kept.get(name) as T;
  };
