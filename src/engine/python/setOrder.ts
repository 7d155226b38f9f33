/**
 * The order in which Python's sets keep what they hold: a hash table, as in CPython. Numbers and tuples of them have
 * the same hashes in every run of Python, so programs may print such a set. Texts have others in each run: their sets
 * keep the order in which they were filled.
 */
import { Tuple } from './keys.js';

const WORD = 64;
const [PRIME_1, PRIME_2, PRIME_5] = [11400714785074694791n, 14029467366897019727n, 2870177450012600261n];
/** How many places beside the first are tried before the table is entered elsewhere. */
const LINEAR = 9;
const SHIFT = 5n;
const PRIME_OF_NUMBERS = 2n ** 61n - 1n;

/** Python's hash, as a word without a sign. Null for a value whose hash is not known. */
function hashOf(value: unknown): bigint | null {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return null;
    const size = BigInt(Math.abs(value)) % PRIME_OF_NUMBERS;
    // CPython has no hash of -1: it stands for an error.
    return BigInt.asUintN(WORD, value === -1 ? -2n : value < 0 ? -size : size);
  }
  if (!(value instanceof Tuple)) return null;
  let sum = PRIME_5;
  for (const one of value) {
    const lane = hashOf(one);
    if (lane === null) return null;
    sum = BigInt.asUintN(WORD, sum + lane * PRIME_2);
    sum = BigInt.asUintN(WORD, (sum << 31n) | (sum >> 33n));
    sum = BigInt.asUintN(WORD, sum * PRIME_1);
  }
  sum = BigInt.asUintN(WORD, sum + (BigInt(value.length) ^ (PRIME_5 ^ 3527539n)));
  return sum === 2n ** 64n - 1n ? 1546275796n : sum;
}

interface Slot {
  readonly hash: bigint;
  readonly value: unknown;
  isRemoved: boolean;
}

export class SetOrder {
  private slots: (Slot | undefined)[] = Array.from({ length: 8 });
  private filled = 0;
  private used = 0;
  /** Where `pop` looks next. */
  private finger = 0;
  /** False when it holds a value whose hash is not known. */
  isKnown = true;

  /** Notes a value that was not in the set. */
  add(value: unknown): void {
    if (!this.isKnown) return;
    const hash = hashOf(value);
    if (hash === null) {
      this.isKnown = false;
      this.slots = [];
      return;
    }
    this.place({ hash, value, isRemoved: false });
    this.filled++;
    this.used++;
    if (this.filled * 5 >= (this.slots.length - 1) * 3) this.resize(this.used * (this.used > 50000 ? 2 : 4));
  }

  remove(value: unknown): void {
    const slot = this.slots.find((one) => one !== undefined && !one.isRemoved && one.value === value);
    if (!slot) return;
    slot.isRemoved = true;
    this.used--;
  }

  clear(): void {
    this.slots = Array.from({ length: 8 });
    this.filled = this.used = this.finger = 0;
    this.isKnown = true;
  }

  /** Makes room for another set, all of which is added next. @returns true when that is done already */
  take(other: SetOrder): boolean {
    if (!this.isKnown || !other.isKnown) return false;
    if ((this.filled + other.used) * 5 >= (this.slots.length - 1) * 3) this.resize((this.used + other.used) * 2);
    if (this.filled > 0 || this.slots.length !== other.slots.length || other.filled !== other.used) return false;
    this.slots = other.slots.map((one) => one && { ...one });
    this.filled = this.used = other.used;
    return true;
  }

  values(): unknown[] {
    return this.slots.flatMap((one) => (one && !one.isRemoved ? [one.value] : []));
  }

  /** The value that `pop` takes. */
  next(): unknown {
    const { length } = this.slots;
    for (let i = 0; i < length; i++) {
      const at = (this.finger + i) & (length - 1);
      const slot = this.slots[at];
      if (!slot || slot.isRemoved) continue;
      this.finger = at + 1;
      return slot.value;
    }
    return undefined;
  }

  private resize(least: number): void {
    let size = 8;
    while (size <= least) size *= 2;
    const before = this.slots;
    this.slots = Array.from({ length: size });
    for (const one of before) if (one && !one.isRemoved) this.place(one);
    this.filled = this.used;
  }

  private place(slot: Slot): void {
    const mask = this.slots.length - 1;
    let at = Number(slot.hash & BigInt(mask));
    for (let rest = slot.hash; ;) {
      const last = at + LINEAR <= mask ? at + LINEAR : at;
      for (let i = at; i <= last; i++) {
        if (this.slots[i] !== undefined) continue;
        this.slots[i] = slot;
        return;
      }
      rest >>= SHIFT;
      at = Number((BigInt(at * 5 + 1) + rest) & BigInt(mask));
    }
  }
}
