import type { Pass, TensorData, TraceNode } from '../../protocol/trace.js';
import type { Site, TensorRequest } from '../../protocol/runnerApi.js';
import type { Storage } from '../../engine/storage.js';
import type { Tensor } from '../../engine/tensor/tensor.js';
import { writePass, type Written } from './passDocument.js';
import type { NodeRecord, PassRecord } from '../recording/records.js';
import type { Snapshot } from '../recording/snapshot.js';
import { writeSteps } from './steps.js';
import { wholeTensor } from './summary.js';

interface Kept {
  record: PassRecord;
  /** The document of the pass. It is made at the end of the run, or earlier if the tensors must be freed. */
  written: Written | null;
  /** Bytes of the tensors that the pass holds. */
  bytes: number;
  /** Whether the pass is kept whatever the stride becomes. */
  always: boolean;
}

/** The most elements in all documents together. Documents that are written after that show only small tensors whole. */
const MAX_SCALARS = 8_000_000;
const SMALL = 16;

/** The time between two passes that are written early, so that something is there if the run has to be ended. */
const STREAM_MS = 200;
/** The share of the time that such writing may take. */
const STREAM_SHARE = 0.05;

/** Receives passes as soon as they are written. */
export interface PassListener {
  now(): number;
  written(pass: Pass): void;
}

export interface KeptLimits {
  maxPasses: number;
  maxValues: number;
  /** The most bytes that whole tensors of kept passes may take. */
  keptBytes: number;
  /** The index of a pass that is kept whole, whatever comes after it. */
  keep?: number | undefined;
  /** Set when numbers are moved. Such a run is over soon, so only the passes that are kept in the end are written. */
  moved?: unknown;
  /** Whether passes carry their steps. */
  withSteps?: boolean;
}

/**
 * The passes that stay: the first, the last, the last with gradients, evenly spread ones between, the first whose loss
 * is not finite, and the one before that, which show what broke. Each `stride`-th pass is kept when it ends, and when
 * they become too many, the stride doubles. Whole tensors stay within a budget of bytes; those of the latest passes
 * stay longest.
 */
export class KeptPasses {
  private kept: Kept[] = [];
  private stride = 1;
  private last: PassRecord | null = null;
  /**
   * The last pass with gradients, which shows the result of training. Passes without gradients may have come after it.
   */
  private trained: PassRecord | null = null;
  private bytes = 0;
  private scalars = 0;
  private isBroken = false;
  private readonly began: number;
  private streamed: number;
  private spent = 0;

  constructor(
    private readonly sites: readonly Site[],
    private readonly limits: KeptLimits,
    private readonly listener: PassListener,
  ) {
    this.began = this.streamed = listener.now();
  }

  add(pass: PassRecord): void {
    const { last } = this;
    const breaks = !this.isBroken && pass.loss !== null && !Number.isFinite(pass.loss);
    if (last && breaks) this.keepAlways(last);
    if (last) this.passBy(last);
    this.last = pass;
    if (breaks || pass.index === this.limits.keep) this.keepAlways(pass);
    else if (pass.index % this.stride === 0) this.keep(pass);
    this.isBroken ||= breaks;
    while (this.kept.filter(({ always }) => !always).length > Math.max(1, this.limits.maxPasses - 1)) this.thin();
    this.stream(pass);
  }

  /**
   * The documents of the kept passes. To be called when there will be no more passes.
   * @param isLate whether time is up. Then only the passes that are always needed are written
   * @param areGone whether values cannot be read any more. Then the result has only what was written before
   */
  finish(isLate: () => boolean, areGone: () => boolean): Pass[] {
    const { last, trained } = this;
    if (trained && !trained.isKept && !last?.backward) this.keep(trained);
    if (last && !last.isKept) this.keep(last);
    const first = this.kept[0];
    const isNeeded = (kept: Kept) => kept === first || kept.record === last || kept.record === trained || kept.always;
    for (const kept of this.kept) if (kept.record.isRenamed && kept.bytes > 0 && !areGone()) kept.written = null;
    for (const kept of byNeed(this.kept, isNeeded)) if (!areGone() && (isNeeded(kept) || !isLate())) this.write(kept);
    this.kept = this.kept.filter(({ written }) => written).sort((a, b) => a.record.index - b.record.index);
    return this.kept.map(({ written }) => written!.pass);
  }

  /** The written node, if its pass was kept and shows the node. */
  find(node: NodeRecord): TraceNode | null {
    const written = this.kept.find(({ record }) => record === node.pass)?.written;
    const id = written?.ids.get(node);
    return written?.pass.nodes.find((shown) => shown.id === id) ?? null;
  }

  /** The leaves of a kept pass by the ids of their nodes. Leaves that are no longer known are left out. */
  leavesOf(pass: number): ReadonlyMap<string, Tensor> {
    const written = this.kept.find(({ record }) => record.index === pass)?.written;
    return new Map([...(written?.ids ?? [])].flatMap(([{ tensor }, id]) => (tensor ? [[id, tensor]] : [])));
  }

  tensor({ pass, node, which }: TensorRequest): TensorData | null {
    const written = this.kept.find(({ record }) => record.index === pass)?.written;
    for (const [record, id] of written?.ids ?? []) {
      const snapshot = id === node ? (which === 'value' ? record.value : record.grad) : null;
      if (snapshot?.isHeld) return wholeTensor(snapshot);
    }
    return null;
  }

  /** The record of the node with this id in a kept pass, with all ids of that pass. */
  withId(pass: number, id: string): { record: NodeRecord; ids: Written['ids'] } | null {
    const ids = this.kept.find(({ record }) => record.index === pass)?.written?.ids;
    for (const [record, known] of ids ?? []) if (known === id) return { record, ids: ids! };
    return null;
  }

  /** The record of a kept pass. */
  recordOf(pass: number): PassRecord | null {
    return this.kept.find(({ record }) => record.index === pass)?.record ?? null;
  }

  /** The records of the same leaf in all kept passes, found by its key. */
  through(node: NodeRecord): NodeRecord[] {
    const keyOf = ({ written }: Kept, id: string | undefined) => written?.pass.nodes.find((shown) => shown.id === id)?.key;
    const own = this.kept.find(({ record }) => record === node.pass);
    const key = own && keyOf(own, own.written?.ids.get(node));
    if (key === undefined) return [];
    return this.kept.flatMap(({ written }) => {
      const id = written?.pass.nodes.find((shown) => shown.key === key)?.id;
      return [...(written?.ids ?? [])].flatMap(([record, known]) => (known === id ? [record] : []));
    });
  }

  /**
   * Another pass came after this one. A pass that is not kept is forgotten. The last one with gradients is forgotten
   * only when another such pass comes.
   */
  private passBy(record: PassRecord): void {
    const old = record.backward ? this.trained : record;
    if (record.backward) this.trained = record;
    if (old && !old.isKept) old.forget();
  }

  private keepAlways(record: PassRecord): void {
    if (!record.isKept) this.keep(record);
    for (const kept of this.kept) kept.always ||= kept.record === record;
  }

  private keep(record: PassRecord): void {
    const kept = { record, written: null, bytes: memoryOf(record), always: false };
    record.isKept = true;
    this.kept.push(kept);
    this.bytes += kept.bytes;
    for (const earlier of this.kept) {
      if (this.bytes <= this.limits.keptBytes) return;
      if (earlier !== kept && earlier.record.index !== this.limits.keep) this.letGo(earlier);
    }
    if (this.bytes > this.limits.keptBytes) this.letGoOfLargest(kept);
  }

  private thin(): void {
    this.stride *= 2;
    const stays = ({ record, always }: Kept) => always || record.index % this.stride === 0;
    for (const kept of this.kept) {
      if (stays(kept)) continue;
      kept.record.isKept = false;
      // `backward()` may be called once more on the last pass, so that pass is forgotten when the next one comes.
      if (kept.record === this.last || kept.record === this.trained) this.bytes -= kept.bytes;
      else this.forget(kept);
    }
    this.kept = this.kept.filter(stays);
  }

  /**
   * Writes an ended pass during the run, so that it is not lost if the run is ended. All of the first passes are
   * written, as they would be in the end. In a long training only the latest pass is written, from time to time.
   */
  private stream(record: PassRecord): void {
    if (this.limits.moved) return;
    const { now, written } = this.listener;
    const began = now();
    const kept = this.kept.find((each) => each.record === record);
    const isFirst = this.stride === 1 && kept !== undefined;
    if (!isFirst && (began - this.streamed < STREAM_MS || this.spent > (began - this.began) * STREAM_SHARE)) return;
    if (kept) this.write(kept);
    else written(writePass(record, this.sites, Math.min(this.limits.maxValues, SMALL)).pass);
    this.streamed = now();
    if (!isFirst) this.spent += this.streamed - began;
  }

  private write(kept: Kept): Written {
    if (kept.written) return kept.written;
    const { maxValues, withSteps } = this.limits;
    kept.written = writePass(kept.record, this.sites, this.scalars < MAX_SCALARS ? maxValues : Math.min(maxValues, SMALL));
    for (const { value, grad } of kept.written.pass.nodes) this.scalars += (value.data?.length ?? 0) + (grad?.data?.length ?? 0);
    if (withSteps) kept.written.pass.steps = writeSteps(kept.record, kept.written.ids, this.sites);
    this.listener.written(kept.written.pass);
    return kept.written;
  }

  /** Frees the tensors of a kept pass; its document stays. */
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

/**
 * The order in which passes are written: first those that are needed, then every second one of the rest, again and
 * again. Wherever writing stops, the written passes are evenly spread.
 */
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
  const add = (snapshot: Snapshot | null) => snapshot?.memory && storages.add(snapshot.memory);
  for (const { value, grad, flows } of nodes) {
    add(value);
    add(grad);
    for (let flow = flows; flow; flow = flow.before) add(flow.grad);
  }
  let bytes = 0;
  for (const storage of storages) bytes += storage.bytes;
  return bytes;
}
