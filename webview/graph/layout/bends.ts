import type { Frame, Item, Net } from './frames.js';
import { layerOf } from './paths.js';
import { entryOffset } from './place.js';
import type { Ports } from './ports.js';
import { longSpan } from './types.js';

/** What of a net runs across the flow in one gap between two layers, to one side. */
interface Run {
  net: Net;
  from: number;
  to: number;
  /** How many runs that it must pass below are above it. */
  level: number;
}

/**
 * Decides where in the gap between two layers each line bends, so that lines do not run on top of each other
 * and cross only where their order changes: of lines that go to the left, the left one bends first, of those
 * that go to the right, the right one. Linear, apart from sorting within each gap.
 */
export function assignBends(frame: Frame, portsOf: (item: Item) => Ports | undefined): void {
  const gaps: [left: Run[], right: Run[]][] = Array.from({ length: frame.tops.length + 1 }, () => [[], []]);
  for (const net of frame.nets.values()) {
    const start = layerOf(net);
    net.bends = [];
    const open = new Map<number, Run>();
    const add = (layer: number, from: number, to: number) => {
      if (Math.abs(to - from) < 0.5) return;
      const side = to < from ? 0 : 1;
      const known = open.get(2 * layer + side);
      if (known) known.to = side === 0 ? Math.min(known.to, to) : Math.max(known.to, to);
      else {
        const run = { net, from, to, level: 0 };
        open.set(2 * layer + side, run);
        gaps[layer + 1]![side].push(run);
      }
    };
    for (let i = 1; i < net.xs.length; i++) add(start + i - 1, net.xs[i - 1]!, net.xs[i]!);
    if (!Number.isNaN(net.margin)) add(start, net.xs[0]!, net.margin);
    for (const target of net.targets.keys()) {
      const at = target.x + (target.frame ? entryOffset(target, net) : (portsOf(target)?.get(net)?.[0] ?? 0));
      const last = target.layer - 1;
      add(last, target.layer - start > longSpan ? net.margin : net.xs[last - start]!, at);
    }
  }
  gaps.forEach(([left, right], i) => {
    const both = left.length > 0 && right.length > 0;
    stack(left, i - 1, 0, -1, both ? [0.26, 0.46] : [0.3, 0.7]);
    stack(right, i - 1, 1, 1, both ? [0.54, 0.74] : [0.3, 0.7]);
  });
}

/** Gives the runs that go to one side their heights within a part of the gap, beginning with the one that is furthest on that side. */
function stack(runs: Run[], layer: number, side: 0 | 1, sign: 1 | -1, [top, bottom]: [number, number]): void {
  runs.sort((a, b) => sign * (b.from - a.from));
  let most = 0;
  runs.forEach((run, i) => {
    const before = runs[i - 1];
    if (before && sign * (run.to - before.from) > 0) run.level = before.level + 1;
    most = Math.max(most, run.level);
  });
  for (const { net, level } of runs) net.bends[2 * (layer - layerOf(net)) + side] = top + ((bottom - top) * (level + 0.5)) / (most + 1);
}
