/**
 * How many bytes the tensors of a run hold, in a browser. A browser tells of collected garbage only between turns, and
 * a training is a single turn. Within a turn it does clear weak references as soon as garbage is collected, but an
 * object stays until the end of the turn when a weak reference to it was made, or found it alive, in this turn. So the
 * references are made ahead, for tokens that storages are given, and each reference is asked once a turn.
 *
 * Only some storages have tokens: one in so many bytes stands for all that were made since the last one.
 */

interface Token {
  token: object;
  ref: WeakRef<object>;
}

interface Sample {
  /** The bytes of all storages that this sample stands for. */
  bytes: number;
  refs: WeakRef<object>[];
  /** How many of the references were asked in this turn. When all were asked, the sample counts as alive. */
  asked: number;
}

const TOKENS = 24_000;
/** The number of tokens of each storage that has some. */
const ASKS = 3;
/**
 * Bytes between two storages that have tokens. They become four times as many whenever a quarter of the tokens is used
 * up.
 */
const FEWEST_BYTES = 2 ** 18;
/**
 * How much array memory is requested, and dropped at once, to make the browser collect garbage. It is never written, so
 * it costs no memory.
 */
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

  /** Called when a storage was made. */
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

  /** The bytes that are alive, after a garbage collection when `collect` is set; 0 when that cannot be told. */
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

  /**
   * A token that nothing refers to any more. It must be gone after a garbage collection; if it is not, nothing is
   * known.
   */
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
    // There is less memory than that. To ask for it was enough.
  }
}
