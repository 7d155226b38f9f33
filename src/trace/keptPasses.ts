import type { Pass, TensorData, TraceNode } from '../protocol/trace.js';
import type { Site, TensorRequest } from '../protocol/runnerApi.js';
import type { Storage } from '../engine/storage.js';
import { writePass, type Written } from './passDocument.js';
import type { NodeRecord, PassRecord } from './records.js';
import type { Snapshot } from './snapshot.js';
import { wholeTensor } from './summary.js';

interface Kept {
  record: PassRecord;
  /** Its document: made in the end, or when its tensors have to go. */
  written: Written | null;
  /** Of the tensors that it holds. */
  bytes: number;
}

/** Elements in all documents together, beyond which passes between the first and the last show only small tensors whole. */
const MAX_SCALARS = 8_000_000;
const SMALL = 16;

export interface KeptLimits {
  maxPasses: number;
  maxValues: number;
  /** Of whole tensors. */
  keptBytes: number;
}

/**
 * The passes that stay: the first, the last, and evenly spread ones between. Each `stride`-th is
 * kept when it ends, and when they become too many the stride doubles. Whole tensors stay within
 * a budget of bytes, those of the latest passes longest.
 */
export class KeptPasses {
  private kept: Kept[] = [];
  private stride = 1;
  private last: PassRecord | null = null;
  private bytes = 0;
  private scalars = 0;

  constructor(
    private readonly sites: readonly Site[],
    private readonly limits: KeptLimits,
  ) {}

  add(pass: PassRecord): void {
    const { last } = this;
    if (last && !this.isKept(last)) last.forget();
    this.last = pass;
    if (pass.index % this.stride === 0) this.keep(pass);
    while (this.kept.length > Math.max(1, this.limits.maxPasses - 1)) this.thin();
  }

  /**
   * The documents, once there will be no more passes.
   * @param isLate whether there is no time to write more than has to be
   */
  finish(isLate: () => boolean): Pass[] {
    const { last } = this;
    if (last && !this.isKept(last)) this.keep(last);
    const first = this.kept[0];
    const isNeeded = (kept: Kept) => kept === first || kept.record === last;
    for (const kept of byNeed(this.kept, isNeeded)) if (isNeeded(kept) || !isLate()) this.write(kept);
    this.kept = this.kept.filter(({ written }) => written);
    return this.kept.map(({ written }) => written!.pass);
  }

  /** The node as it was written, if its pass was kept and shows it. */
  find(node: NodeRecord): TraceNode | null {
    const written = this.kept.find(({ record }) => record === node.pass)?.written;
    const id = written?.ids.get(node);
    return written?.pass.nodes.find((shown) => shown.id === id) ?? null;
  }

  tensor({ pass, node, which }: TensorRequest): TensorData | null {
    const written = this.kept.find(({ record }) => record.index === pass)?.written;
    for (const [record, id] of written?.ids ?? []) {
      const snapshot = id === node ? (which === 'value' ? record.value : record.grad) : null;
      if (snapshot) return wholeTensor(snapshot);
    }
    return null;
  }

  private isKept(pass: PassRecord): boolean {
    return this.kept.some(({ record }) => record === pass);
  }

  private keep(record: PassRecord): void {
    const kept = { record, written: null, bytes: memoryOf(record) };
    this.kept.push(kept);
    this.bytes += kept.bytes;
    for (const earlier of this.kept) {
      if (this.bytes <= this.limits.keptBytes) return;
      if (earlier !== kept) this.letGo(earlier);
    }
    if (this.bytes > this.limits.keptBytes) this.letGoOfLargest(kept);
  }

  private thin(): void {
    this.stride *= 2;
    const stays = ({ record }: Kept) => record.index % this.stride === 0;
    for (const kept of this.kept) {
      if (stays(kept)) continue;
      // The last one may be called on once more; it goes when the next one comes.
      if (kept.record === this.last) this.bytes -= kept.bytes;
      else this.forget(kept);
    }
    this.kept = this.kept.filter(stays);
  }

  private write(kept: Kept): Written {
    if (kept.written) return kept.written;
    const { maxValues } = this.limits;
    kept.written = writePass(kept.record, this.sites, this.scalars < MAX_SCALARS ? maxValues : Math.min(maxValues, SMALL));
    for (const { value, grad } of kept.written.pass.nodes) this.scalars += (value.data?.length ?? 0) + (grad?.data?.length ?? 0);
    return kept.written;
  }

  /** Its document stays. */
  private letGo(kept: Kept): void {
    if (kept.bytes === 0) return;
    this.write(kept);
    this.forget(kept);
  }

  private forget(kept: Kept): void {
    this.bytes -= kept.bytes;
    kept.bytes = 0;
    kept.record.forget();
  }

  private letGoOfLargest(kept: Kept): void {
    this.write(kept);
    for (const node of kept.record.nodes.toSorted((a, b) => b.bytes - a.bytes)) {
      if (this.bytes <= this.limits.keptBytes) return;
      node.forgetValues();
      this.bytes -= kept.bytes;
      kept.bytes = memoryOf(kept.record);
      this.bytes += kept.bytes;
    }
  }
}

/** What is needed in any case, then every other one, then every other of the rest: as even as it can be wherever it stops. */
function byNeed(kept: readonly Kept[], isNeeded: (kept: Kept) => boolean): Kept[] {
  const order = kept.filter(isNeeded);
  let rest = kept.filter((k) => !isNeeded(k));
  while (rest.length > 0) {
    order.push(...rest.filter((_, i) => i % 2 === 0));
    rest = rest.filter((_, i) => i % 2 === 1);
  }
  return order;
}

/** Bytes of the storages that a pass holds. */
function memoryOf({ nodes }: PassRecord): number {
  const storages = new Set<Storage>();
  const add = (snapshot: Snapshot | null) => snapshot && storages.add(snapshot.memory);
  for (const { value, grad } of nodes) {
    add(value);
    add(grad);
  }
  let bytes = 0;
  for (const storage of storages) bytes += storage.bytes;
  return bytes;
}
