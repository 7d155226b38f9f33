import type { Pass, TensorData } from '../protocol/trace.js';
import type { Site, TensorRequest } from '../protocol/runnerApi.js';
import type { Storage } from '../engine/storage.js';
import { writePass, type Written } from './passDocument.js';
import type { NodeRecord, PassRecord } from './records.js';
import type { Snapshot } from './snapshot.js';
import { wholeTensor } from './summary.js';

interface Kept extends Written {
  record: PassRecord;
  /** Of whole tensors that it holds. */
  bytes: number;
}

/**
 * The passes that stay: the first, the last, and evenly spread ones between. Each `stride`-th is
 * written when it ends, and when they become too many the stride doubles. The last one is held as
 * it was recorded until the next one ends. Whole tensors stay within a budget of bytes, those of
 * the latest passes longest.
 */
export class KeptPasses {
  private readonly kept: Kept[] = [];
  private stride = 1;
  private last: PassRecord | null = null;
  private bytes = 0;
  private readonly whole: Kept[] = [];

  constructor(
    private readonly sites: readonly Site[],
    private readonly limits: { maxPasses: number; maxValues: number; keptBytes: number },
  ) {}

  add(pass: PassRecord): void {
    const { last } = this;
    if (last && !this.isKept(last)) last.forget();
    this.last = pass;
    if (pass.index % this.stride === 0) this.keep(pass);
    while (this.kept.length > Math.max(2, this.limits.maxPasses - 1)) this.thin();
  }

  /** The documents, once there will be no more passes. */
  finish(): Pass[] {
    if (this.last && !this.isKept(this.last)) this.keep(this.last);
    return this.kept.map(({ pass }) => pass);
  }

  idOf(node: NodeRecord): string | null {
    return this.kept.find(({ record }) => record === node.pass)?.ids.get(node) ?? null;
  }

  keyOf(node: NodeRecord): string | null {
    const kept = this.kept.find(({ record }) => record === node.pass);
    const id = kept?.ids.get(node);
    return kept?.pass.nodes.find((written) => written.id === id)?.key ?? null;
  }

  tensor({ pass, node, which }: TensorRequest): TensorData | null {
    const kept = this.kept.find(({ record }) => record.index === pass);
    if (!kept) return null;
    for (const [record, id] of kept.ids) {
      const snapshot = id === node ? (which === 'value' ? record.value : record.grad) : null;
      if (snapshot) return wholeTensor(snapshot);
    }
    return null;
  }

  private isKept(pass: PassRecord): boolean {
    return this.kept.some(({ record }) => record === pass);
  }

  private keep(record: PassRecord): void {
    const kept = { record, ...writePass(record, this.sites, this.limits.maxValues), bytes: memoryOf(record) };
    this.kept.push(kept);
    this.whole.push(kept);
    this.bytes += kept.bytes;
    while (this.bytes > this.limits.keptBytes && this.whole.length > 1) this.letGo(this.whole.shift()!);
    if (this.bytes > this.limits.keptBytes) this.letGoOfLargest(kept);
  }

  private thin(): void {
    this.stride *= 2;
    const isBetween = ({ record }: Kept) => record.index % this.stride !== 0 && record !== this.last;
    for (const dropped of this.kept.filter(isBetween)) {
      if (this.whole.includes(dropped)) this.letGo(this.whole.splice(this.whole.indexOf(dropped), 1)[0]!);
      this.kept.splice(this.kept.indexOf(dropped), 1);
    }
  }

  /** Its summaries stay. */
  private letGo({ record, bytes }: Kept): void {
    this.bytes -= bytes;
    record.forget();
  }

  private letGoOfLargest(kept: Kept): void {
    for (const node of kept.record.nodes.toSorted((a, b) => b.bytes - a.bytes)) {
      if (this.bytes <= this.limits.keptBytes) return;
      node.value?.release();
      node.grad?.release();
      node.value = node.grad = null;
      this.bytes -= kept.bytes;
      kept.bytes = memoryOf(kept.record);
      this.bytes += kept.bytes;
    }
  }
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
