/**
 * How many bytes the tensors of a run hold, in a browser. That tells of garbage between turns only, and a training is a
 * single turn; it clears weak references as soon as garbage is collected, but what a weak reference was made for, or
 * was found alive by one, is kept to the end of the turn. So the references are made ahead, for tokens that storages
 * are given, and each is asked once a turn.
 *
 * Not each storage has tokens: one in so many bytes stands for all that were made since the last one.
 */

interface Token {
  token: object;
  ref: WeakRef<object>;
}

interface Sample {
  /** That it stands for. */
  bytes: number;
  refs: WeakRef<object>[];
  /** How many of them were asked in this turn. When none is left, it counts as alive. */
  asked: number;
}

const TOKENS = 24_000;
/** For each storage that has some. */
const ASKS = 3;
/** Bytes between two that have tokens; four times as many whenever a quarter of the tokens is used up. */
const FEWEST_BYTES = 2 ** 18;
/** What is asked of the memory for arrays, and thrown away, to have garbage collected. It is never written, so it costs none. */
const PRESSURE = { times: 4, bytes: 2 ** 28 };

export class LiveArrays {
  private readonly samples = new Set<Sample>();
  private readonly holders = new WeakMap<object, object[]>();
  private readonly freed = new FinalizationRegistry<Sample>((sample) => this.remove(sample));
  private tokens: Token[] = [];
  private total = 0;
  private pending = 0;
  private isFillingUp = false;

  /** @param later calls back in another turn */
  constructor(private readonly later: (callback: () => void) => void) {
    this.fillUp();
  }

  /** A storage was made. */
  made(owner: object, bytes: number): void {
    this.pending += bytes;
    const used = Math.floor((4 * (TOKENS - this.tokens.length)) / TOKENS);
    if (this.pending < FEWEST_BYTES * 4 ** used || this.isBlind) return;
    const taken = this.tokens.splice(-ASKS);
    const sample: Sample = { bytes: this.pending, refs: taken.map(({ ref }) => ref), asked: 0 };
    this.holders.set(
      owner,
      taken.map(({ token }) => token),
    );
    this.freed.register(taken[0]!.token, sample);
    this.samples.add(sample);
    this.total += this.pending;
    this.pending = 0;
    if (this.isFillingUp) return;
    this.isFillingUp = true;
    this.later(() => this.fillUp());
  }

  /** The bytes that are alive, after garbage was collected when `collect` is set; 0 where that cannot be told. */
  bytes(collect: boolean): number {
    if (this.isBlind) return 0;
    if (!collect) return this.total + this.pending;
    const garbage = this.drop();
    collectGarbage();
    if (garbage.deref()) return 0;
    for (const sample of this.samples) if (sample.refs[sample.asked++]?.deref() === undefined && sample.asked <= ASKS) this.remove(sample);
    return this.total + this.pending;
  }

  /** Whether there are no tokens left in this turn. */
  private get isBlind(): boolean {
    return this.tokens.length <= ASKS;
  }

  /** A token that nobody has: it must be gone when garbage was collected, or nothing is known. */
  private drop(): WeakRef<object> {
    return this.tokens.pop()!.ref;
  }

  private fillUp(): void {
    this.isFillingUp = false;
    for (const sample of this.samples) sample.asked = 0;
    while (this.tokens.length < TOKENS) {
      const token = {};
      this.tokens.push({ token, ref: new WeakRef(token) });
    }
  }

  private remove(sample: Sample): void {
    if (this.samples.delete(sample)) this.total -= sample.bytes;
  }
}

function collectGarbage(): void {
  try {
    for (let i = 0; i < PRESSURE.times; i++) new ArrayBuffer(PRESSURE.bytes);
  } catch {
    // There is less: asking was enough.
  }
}
