/** Python's `slice` as a value. */
import { Tuple } from './keys.js';

/** As `slice(start, stop, step)`. */
export class Slice {
  constructor(
    readonly start: number | null,
    readonly stop: number | null,
    readonly step: number | null,
  ) {}

  /** As `slice.indices(length)`: the ends and the step for a list of this length. */
  indices(length: number): [number, number, number] {
    const step = this.step ?? 1;
    const [least, most] = step < 0 ? [-1, length - 1] : [0, length];
    const place = (at: number | null, otherwise: number): number =>
      at === null ? otherwise : at < 0 ? Math.max(at + length, least) : Math.min(at, most);
    const ends = [place(this.start, step < 0 ? most : 0), place(this.stop, step < 0 ? least : length), step];
    return Tuple.from(ends) as unknown as [number, number, number];
  }

  __eq__(other: unknown): boolean {
    return other instanceof Slice && other.start === this.start && other.stop === this.stop && other.step === this.step;
  }

  __repr__(): string {
    return `slice(${[this.start, this.stop, this.step].map((one) => one ?? 'None').join(', ')})`;
  }
}
Object.defineProperty(Slice, 'name', { value: 'slice' });

/** The argument of `__getitem__` for `x[start:stop:step]`. */
export const slice_of = (start: number | null, stop: number | null, step: number | null): Slice => new Slice(start, stop, step);

/** `del x[start:stop:step]` */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list, or an object with `__delitem__`
export function del_slice(x: any, start: number | null, stop: number | null = null, step: number | null = null): void {
  const part = slice_of(start, stop, step);
  if (typeof x.__delitem__ === 'function') return void x.__delitem__(part);
  const all = x as unknown[];
  const [from, to, by] = part.indices(all.length);
  const gone = new Set<number>();
  for (let i = from; by > 0 ? i < to : i > to; i += by) gone.add(i);
  let at = 0;
  for (let i = 0; i < all.length; i++) if (!gone.has(i)) all[at++] = all[i];
  all.length = at;
}
