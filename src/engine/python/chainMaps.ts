/** Python's `collections.ChainMap`. */
import { Dict, Tuple } from './keys.js';

/** Several dicts that are read as one: the first that has a key answers. What is written goes to the first. */
export class ChainMap<K, V> extends Dict<K, V> {
  readonly maps: Map<K, V>[];

  constructor(...maps: Map<K, V>[]) {
    super();
    this.maps = maps.length > 0 ? maps : [new Dict<K, V>()];
  }

  private holder(key: K): Map<K, V> | undefined {
    return this.maps.find((map) => map.has(key));
  }

  private get all(): Dict<K, V> {
    return new Dict([...this.maps].reverse().flatMap((map) => [...map]));
  }

  override get size(): number {
    return this.all.size;
  }

  override has(key: K): boolean {
    return this.holder(key) !== undefined;
  }

  override get(key: K, other: V | null = null): V {
    return (this.holder(key)?.get(key) ?? other) as V;
  }

  override at(key: K): V {
    const holder = this.holder(key);
    return holder ? (holder.get(key) as V) : this.missing(key);
  }

  override set(key: K, value: V): this {
    this.maps[0].set(key, value);
    return this;
  }

  override delete(key: K): boolean {
    return this.maps[0].delete(key);
  }

  override keys(): MapIterator<K> {
    return this.all.keys();
  }

  override values(): MapIterator<V> {
    return this.all.values();
  }

  override entries(): MapIterator<[K, V]> {
    return this.all.entries();
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.all.entries();
  }

  override *items(): IterableIterator<[K, V]> {
    for (const pair of this.all) yield Tuple.from(pair as unknown[]) as unknown as [K, V];
  }

  new_child(map: Map<K, V> = new Dict<K, V>()): ChainMap<K, V> {
    return new ChainMap(map, ...this.maps);
  }

  get parents(): ChainMap<K, V> {
    return new ChainMap(...this.maps.slice(1));
  }

  shown(): string {
    return `ChainMap(${Dict.shownList(this.maps).slice(1, -1)})`;
  }
}
