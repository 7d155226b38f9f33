/** PCG64 (M. O'Neill, 2014), seeded by NumPy's SeedSequence: the random bits of `np.random.default_rng`. */
const MASK32 = 0xffffffffn;
const MASK64 = 0xffffffffffffffffn;
const MASK128 = (1n << 128n) - 1n;
const FACTOR = 0x2360ed051fc65da44385df649fccf645n;

/** NumPy's SeedSequence: each word of the seed changes the whole pool of words. */
function* words(seed: bigint): Generator<bigint, never> {
  const entropy: bigint[] = [];
  for (let rest = seed; entropy.length === 0 || rest > 0n; rest >>= 32n) entropy.push(rest & MASK32);
  let constant = 0x43b0d7e5n;
  const hashed = (value: bigint): bigint => {
    let x = value ^ constant;
    constant = (constant * 0x931e8875n) & MASK32;
    x = (x * constant) & MASK32;
    return x ^ (x >> 16n);
  };
  const mixed = (x: bigint, y: bigint): bigint => {
    const value = (0xca01f9ddn * x - 0x4973f715n * y) & MASK32;
    return value ^ (value >> 16n);
  };
  const pool = Array.from({ length: 4 }, (_, i) => hashed(entropy[i] ?? 0n));
  for (let from = 0; from < 4; from++) for (let to = 0; to < 4; to++) if (from !== to) pool[to] = mixed(pool[to], hashed(pool[from]));
  for (let from = 4; from < entropy.length; from++) for (let to = 0; to < 4; to++) pool[to] = mixed(pool[to], hashed(entropy[from]));
  let next = 0x8b51f9ddn;
  for (let i = 0; ; i++) {
    let value = pool[i % 4] ^ next;
    next = (next * 0x58f38dedn) & MASK32;
    value = (value * next) & MASK32;
    yield value ^ (value >> 16n);
  }
}

export class Pcg64 {
  private state: bigint;
  private readonly step: bigint;
  /** The upper half of the last 64 bits, when only their lower half was used. */
  private half: number | null = null;

  constructor(seed: bigint) {
    const from = words(seed);
    const word64 = (): bigint => from.next().value | (from.next().value << 32n);
    const [a, b, c, d] = [word64(), word64(), word64(), word64()];
    const [start, sequence] = [(a << 64n) | b, (c << 64n) | d];
    this.step = ((sequence << 1n) | 1n) & MASK128;
    this.state = 0n;
    this.advance();
    this.state = (this.state + start) & MASK128;
    this.advance();
  }

  private advance(): void {
    this.state = (this.state * FACTOR + this.step) & MASK128;
  }

  bits64(): bigint {
    this.advance();
    const { state } = this;
    const turn = state >> 122n;
    const value = ((state >> 64n) ^ state) & MASK64;
    return ((value >> turn) | (value << (64n - turn))) & MASK64;
  }

  bits32(): number {
    if (this.half !== null) {
      const { half } = this;
      this.half = null;
      return half;
    }
    const bits = this.bits64();
    this.half = Number(bits >> 32n);
    return Number(bits & MASK32);
  }

  /** A number from 0 (included) to 1 (not included). */
  double(): number {
    return Number(this.bits64() >> 11n) / 9007199254740992;
  }
}
