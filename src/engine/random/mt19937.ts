/**
 * The Mersenne Twister MT19937 as PyTorch's CPU generator runs it (Matsumoto and Nishimura, 1998).
 */
import { drawVectors } from '../backends/cpu/wasm/mersenne.js';
import type { TypedArray } from '../dtype.js';

const N = 624;
const M = 397;

const mixed = (upper: number, lower: number): number => (((upper & 0x80000000) | (lower & 0x7fffffff)) >>> 1) ^ (-(lower & 1) & 0x9908b0df);

function tempered(state: number): number {
  let y = state ^ (state >>> 11);
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return y ^ (y >>> 18);
}

export class Mt19937 {
  private readonly state = new Uint32Array(N);
  private next = N;

  constructor(seed: number) {
    const { state } = this;
    state[0] = seed >>> 0;
    for (let i = 1; i < N; i++) {
      const previous = state[i - 1] ^ (state[i - 1] >>> 30);
      state[i] = Math.imul(1812433253, previous) + i;
    }
  }

  /** 32 random bits. */
  random(): number {
    if (this.next >= N) this.twist();
    return tempered(this.state[this.next++]) >>> 0;
  }

  /** Numbers from 0 (included) to 1 (not included) with 24 random bits each. */
  fill24(data: TypedArray, from: number, to: number): void {
    const { state } = this;
    const next = drawVectors(state, this.next, data, from, to, null);
    if (next !== null) return void (this.next = next);
    for (let i = from; i < to;) {
      if (this.next >= N) this.twist();
      const until = Math.min(to, i + N - this.next);
      let k = this.next;
      while (i < until) data[i++] = (tempered(state[k++]) & 0xffffff) / 2 ** 24;
      this.next = k;
    }
  }

  /** `value` where a number with 53 random bits is less than `p`, else 0. The bits are the low ones of two numbers of 32. */
  fillTrials(data: TypedArray, p: number, value: number): void {
    const { state } = this;
    const next = drawVectors(state, this.next, data, 0, data.length, { p, value });
    if (next !== null) return void (this.next = next);
    const limit = p * 2 ** 53;
    // The high bits decide, unless they are those of the limit.
    const high = Math.floor(limit / 2 ** 32);
    const low = limit - high * 2 ** 32;
    let k = this.next;
    for (let i = 0; i < data.length; i++) {
      if (k >= N) k = this.twist();
      const bits = tempered(state[k++]) & 0x1fffff;
      if (k >= N) k = this.twist();
      const further = state[k++];
      data[i] = (bits === high ? tempered(further) >>> 0 < low : bits < high) ? value : 0;
    }
    this.next = k;
  }

  /** A double from 0 (included) to 1 (not included) with 53 random bits, as Python and NumPy make it. */
  double(): number {
    const a = this.random() >>> 5;
    const b = this.random() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  private twist(): number {
    const { state } = this;
    for (let i = 0; i < N - M; i++) state[i] = state[i + M] ^ mixed(state[i], state[i + 1]);
    for (let i = N - M; i < N - 1; i++) state[i] = state[i + M - N] ^ mixed(state[i], state[i + 1]);
    state[N - 1] = state[M - 1] ^ mixed(state[N - 1], state[0]);
    return (this.next = 0);
  }

  /** The state from which the generator can continue. */
  save(): { state: number[]; next: number } {
    return { state: [...this.state], next: this.next };
  }

  restore(saved: { state: number[]; next: number }): void {
    this.state.set(saved.state);
    this.next = saved.next;
  }
}
