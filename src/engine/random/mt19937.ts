/**
 * The Mersenne Twister MT19937 as PyTorch's CPU generator runs it (Matsumoto and Nishimura, 1998).
 */
const N = 624;
const M = 397;

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
    let y = this.state[this.next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  /** A double from 0 (included) to 1 (not included) with 53 random bits, as Python and NumPy make it. */
  double(): number {
    const a = this.random() >>> 5;
    const b = this.random() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  private twist(): void {
    const { state } = this;
    const mix = (upper: number, lower: number) => ((upper & 0x80000000) | (lower & 0x7fffffff)) >>> 1;
    for (let i = 0; i < N; i++) {
      const lower = state[(i + 1) % N];
      state[i] = state[(i + M) % N] ^ mix(state[i], lower) ^ (lower & 1 ? 0x9908b0df : 0);
    }
    this.next = 0;
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
