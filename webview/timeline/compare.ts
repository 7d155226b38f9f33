import { t } from '../../src/protocol/l10n.js';
import type { Summary, TraceNode } from '../../src/protocol/trace.js';
import { short, summaryText } from '../format.js';
import type { Measure } from '../graph/measure.js';
import { nameOf } from '../inspector/call.js';
import type { PassGraph } from '../../src/graph/moduleGraph.js';

/** What differs between two passes. */
export interface Comparison {
  /** Index of the pass that is compared with. */
  base: number;
  /** By key: how far the value moved, relative to its size. */
  moved: Map<string, number>;
  came: string[];
  went: string[];
  /** What those nodes are called. */
  names: { came: string[]; went: string[] };
}

/** Root mean square of the difference over that of the value before; from thumbnails where elements were not kept. */
function distance(a: Summary, b: Summary): number | null {
  const [x, y] = a.data && b.data ? [a.data, b.data] : [a.thumbnail?.data, b.thumbnail?.data];
  if (!x || !y || x.length !== y.length) return a.norm !== null && b.norm !== null ? Math.abs(a.norm - b.norm) / (a.norm || 1) : null;
  let [difference, size] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const [u, v] = [x[i], y[i]];
    if (typeof u !== 'number' || typeof v !== 'number') continue;
    difference += (u - v) ** 2;
    size += u * u;
  }
  return size > 0 ? Math.sqrt(difference / size) : difference > 0 ? 1 : 0;
}

export function compare(base: PassGraph, now: PassGraph): Comparison {
  const moved = new Map<string, number>();
  for (const [key, i] of now.byKey) {
    const before = base.byKey.get(key);
    const by = before === undefined ? null : distance(base.nodes[before]!.value, now.nodes[i]!.value);
    if (by !== null) moved.set(key, by);
  }
  const came = [...now.byKey.keys()].filter((key) => !base.byKey.has(key));
  const went = [...base.byKey.keys()].filter((key) => !now.byKey.has(key));
  return {
    base: base.pass.index,
    moved,
    came,
    went,
    names: { came: namesOf(now, came), went: namesOf(base, went) },
  };
}

const namesOf = (graph: PassGraph, keys: readonly string[]): string[] => keys.map((key) => nameOf(graph, graph.byKey.get(key)!));

/** How a node differs from what it was in the other pass, in a few words. */
export function changeText(base: PassGraph, node: TraceNode): string {
  const at = base.byKey.get(node.key);
  const before = at === undefined ? null : base.nodes[at]!.value;
  if (!before) return t('was not there');
  const by = distance(before, node.value);
  if (by === 0) return t('unchanged');
  if (before.numel === 1 && node.value.numel === 1) return `${summaryText(before)} → ${summaryText(node.value)}`;
  return by === null ? t('another shape') : `${short(by * 100)} %`;
}

/** Colours nodes by how far they moved. */
export const changeMeasure = ({ moved, base }: Comparison): Measure => ({
  id: 'change',
  name: t('Change since pass {0}', base + 1),
  of: ({ key }: TraceNode) => moved.get(key) || null,
  text: (value) => `${short(value * 100)} %`,
  logarithmic: true,
});

export function comparisonText({ base, moved, came, went, names }: Comparison): string {
  const changed = [...moved.values()].filter((by) => by > 0).length;
  const parts = [t('{0} of {1} values changed', changed, moved.size)];
  if (came.length) parts.push((came.length === 1 ? t('1 node came') : t('{0} nodes came', came.length)) + some(names.came));
  if (went.length) parts.push((went.length === 1 ? t('1 node went') : t('{0} nodes went', went.length)) + some(names.went));
  return t('Compared with pass {0}: {1}', base + 1, parts.join(', '));
}

const mostNamed = 4;

/** ` (mul, h, add …)` */
function some(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  return ` (${distinct.slice(0, mostNamed).join(', ')}${distinct.length > mostNamed ? ' …' : ''})`;
}
