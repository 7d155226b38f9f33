import type { Frame, Item } from './frames.js';
import { layerOf } from './paths.js';
import { entryOffset } from './place.js';
import type { Ports } from './ports.js';

/** The part of a net that runs across the flow in one gap between two layers, to one side. */
export interface Run {
  from: number;
  to: number;
  /** The number of runs above this one that have to be kept above it. */
  level: number;
  /** The position of the bend, as a fraction of the gap. */
  bend: number;
}

/** The key of a run: its gap, counted from the source of the net, and its side. */
export const runKey = (gap: number, from: number, to: number): number => 2 * gap + (to < from ? 0 : 1);

/**
 * Decides where each line bends in the gap between two layers. Lines must not run on top of each other, and must cross
 * only where their order changes. So of the lines that go to the left, the left one bends first; of those that go to
 * the right, the right one. Linear time, apart from sorting within each gap.
 */
export function assignBends(frame: Frame, portsOf: (item: Item) => Ports | null): void {
  const gaps: ([left: Run[], right: Run[]] | undefined)[] = [];
  for (const net of frame.nets.values()) {
    const start = layerOf(net);
    const add = (layer: number, from: number, to: number) => {
      if (Math.abs(to - from) < 0.5) return;
      const key = runKey(layer - start, from, to);
      const known = net.runs?.get(key);
      if (known) known.to = to < from ? Math.min(known.to, to) : Math.max(known.to, to);
      else {
        const run = { from, to, level: 0, bend: 0.5 };
        (net.runs ??= new Map()).set(key, run);
        (gaps[layer + 1] ??= [[], []])[to < from ? 0 : 1].push(run);
      }
    };
    for (let i = 1; i < net.xs.length; i++) add(start + i - 1, net.xs[i - 1]!, net.xs[i]!);
    if (!Number.isNaN(net.margin)) add(start, net.xs[0]!, net.margin);
    for (const target of net.targets.keys()) {
      const at = target.x + (target.frame ? entryOffset(target, net) : (portsOf(target)?.get(net)?.[0] ?? 0));
      const last = target.layer - 1;
      add(last, target.layer - start > net.span ? net.margin : net.xs[last - start]!, at);
    }
  }
  for (const gap of gaps) {
    if (!gap) continue;
    const [left, right] = gap;
    const both = left.length > 0 && right.length > 0;
    stack(left, -1, both ? [0.26, 0.46] : [0.3, 0.7]);
    stack(right, 1, both ? [0.54, 0.74] : [0.3, 0.7]);
  }
}

/** Spreads the runs that go to one side over a part of the gap, beginning with the run that is furthest on that side. */
function stack(runs: Run[], sign: 1 | -1, [top, bottom]: [number, number]): void {
  runs.sort((a, b) => sign * (b.from - a.from));
  let most = 0;
  runs.forEach((run, i) => {
    const before = runs[i - 1];
    if (before && sign * (run.to - before.from) > 0) run.level = before.level + 1;
    most = Math.max(most, run.level);
  });
  for (const run of runs) run.bend = top + ((bottom - top) * (run.level + 0.5)) / (most + 1);
}
