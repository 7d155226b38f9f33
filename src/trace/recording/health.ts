/**
 * Measures how training goes for each parameter, by four norms: of its gradient after backward(), of the gradient at
 * the moment of the step (smaller after clipping), of the parameter, and of the parameter's change until the next pass.
 */
import { look } from '../../engine/backends/allocation.js';
import type { TypedArray } from '../../engine/dtype.js';
import type { Storage } from '../../engine/storage.js';
import type { Tensor } from '../../engine/tensor/tensor.js';
import type { Site } from '../../protocol/runnerApi.js';
import type { ParameterHealth, Run } from '../../protocol/trace.js';
import { elementsOf, type Gradient, gradientOf, isSame } from '../checks/watched/gradient.js';
import { siteRange } from '../writing/passDocument.js';
import { nodeOf } from './nodesOf.js';
import { type Snapshot, take } from './snapshot.js';

/** The most passes that are measured. In a longer training every second, fourth, eighth ... pass is measured. */
const MOST_PASSES = 128;
const MOST_PARAMETERS = 512;

interface Series {
  site: number;
  told: Omit<ParameterHealth, 'source'>;
  /**
   * How many passes reached the parameter, and the stride of those that are measured. A generator and a discriminator
   * are reached in turns.
   */
  reached: number;
  stride: number;
}

/** A parameter that the last pass measured. Its entry is open until the next pass ends. */
interface Open {
  tensor: Tensor;
  series: Series;
  /** The value of the parameter in the pass. */
  before: Snapshot;
  grad: Gradient | null;
  /** Whether the gradient of its step is known. */
  isChanged: boolean;
}

export class Health {
  private readonly series = new Map<string, Series>();
  private readonly reached = new Set<Tensor>();
  private open: Open[] = [];
  private readonly openOf = new Map<Storage, Open>();

  /** A gradient was added to the gradient of a leaf. */
  reaches(leaf: Tensor): void {
    this.reached.add(leaf);
  }

  backwardEnded(pass: number): void {
    // The backward walk reaches the last layer first.
    const leaves = [...this.reached].reverse();
    this.reached.clear();
    this.close();
    const seen = new Map<string, number>();
    for (const leaf of leaves) {
      // A tensor on a graphics card would have to be read back in each pass.
      if (leaf.device.type !== 'cpu' || leaf.dtype.is_complex) continue;
      const series = this.seriesOf(leaf, seen);
      if (series && series.reached++ % series.stride === 0) this.begin(leaf, series, pass);
    }
  }

  /** The elements of a storage are about to change. */
  written(storage: Storage): void {
    const open = this.openOf.get(storage);
    if (!open || open.isChanged) return;
    open.isChanged = true;
    const { grad, used } = open.series.told;
    const now = gradientOf(open.tensor);
    used[grad.length - 1] = isSame(now, open.grad) ? grad.at(-1)! : now && norm(elementsOf(now));
  }

  /** To be called once, when there are no more passes. */
  document(sites: readonly Site[]): Pick<Run, 'health'> {
    this.close();
    const health = [...this.series.values()].map(({ site, told }) => ({ ...told, source: siteRange(sites[site]) }));
    return health.length > 0 ? { health } : {};
  }

  /**
   * The series of a parameter, found by its place in the source and its name: in each pass it may be another tensor.
   */
  private seriesOf(leaf: Tensor, seen: Map<string, number>): Series | null {
    const node = nodeOf(leaf);
    if (!node) return null;
    const stem = `${node.site}|${node.label}|${leaf.sizes.join()}`;
    const occurrence = seen.get(stem) ?? 0;
    seen.set(stem, occurrence + 1);
    const key = `${stem}|${occurrence}`;
    let series = this.series.get(key) ?? null;
    if (!series && this.series.size < MOST_PARAMETERS) {
      const told = { name: node.label ?? node.op, shape: [...leaf.sizes], passes: [], grad: [], used: [], weight: [], update: [] };
      series = { site: node.site, told, reached: 0, stride: 1 };
      this.series.set(key, series);
    }
    return series;
  }

  private begin(tensor: Tensor, series: Series, pass: number): void {
    const grad = gradientOf(tensor);
    const before = take(tensor);
    const { told } = series;
    if (told.passes.length === MOST_PASSES) thin(series);
    told.passes.push(pass);
    told.grad.push(grad && norm(elementsOf(grad)));
    told.used.push(null);
    told.weight.push(norm(before.elements()));
    told.update.push(null);
    const open = { tensor, series, before, grad, isChanged: false };
    this.open.push(open);
    this.openOf.set(tensor.storage, open);
  }

  /** The next pass ended. Now it is known how much the parameters were changed. */
  private close(): void {
    for (const { tensor, series, before, isChanged } of this.open) {
      const { update } = series.told;
      if (before.isHeld && isChanged) update[update.length - 1] = distance(before.elements(), look(tensor));
      before.release();
    }
    this.open = [];
    this.openOf.clear();
  }
}

/** Drops every second pass that was measured. */
function thin(series: Series): void {
  series.stride *= 2;
  for (const list of ['passes', 'grad', 'used', 'weight', 'update'] as const)
    series.told[list] = (series.told[list] as number[]).filter((_, i) => i % 2 === 0);
}

/** Null for a number that is not finite, because JSON has no word for it. */
const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

function norm(elements: TypedArray): number | null {
  let squares = 0;
  for (let i = 0; i < elements.length; i++) squares += elements[i]! * elements[i]!;
  return finite(Math.sqrt(squares));
}

function distance(a: TypedArray, b: TypedArray): number | null {
  if (a.length !== b.length) return null;
  let squares = 0;
  for (let i = 0; i < a.length; i++) squares += (a[i]! - b[i]!) ** 2;
  return finite(Math.sqrt(squares));
}
