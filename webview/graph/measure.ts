import { t } from '../../src/protocol/l10n.js';
import type { Comparison } from '../../src/graph/compare.js';
import { percent } from '../../src/present/comparison.js';
import type { TraceNode } from '../../src/protocol/trace.js';
import { savedBytes } from '../../src/graph/tape.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { mix } from '../../src/present/colours.js';
import { number } from '../../src/present/numbers.js';
import { bytes, duration } from '../../src/present/quantities.js';
import type { Theme } from '../../src/present/theme.js';
import { nodesIn } from '../../src/graph/groups.js';
import type { ViewItem } from '../../src/graph/view.js';

/** A measure by which nodes can be coloured. */
export interface Measure {
  id: string;
  name: string;
  /** The measure of a node. Null where the node has none. */
  of(node: TraceNode): number | null;
  text(value: number): string;
  /** True for magnitudes over many decades, which are shown by their logarithm. */
  logarithmic: boolean;
}

const magnitude = (value: number | null | undefined): number | null => (value == null || value === 0 ? null : Math.abs(value));

/** The measures in the order of the menu. The first one colours nodes by kind only. */
export const measures: readonly Measure[] = [
  { id: 'kind', name: t('Kind of node'), of: () => null, text: number, logarithmic: false },
  {
    id: 'value',
    name: t('Magnitude of value'),
    of: ({ value }) => magnitude(value.norm === null ? null : value.norm / Math.sqrt(Math.max(1, value.numel))),
    text: number,
    logarithmic: true,
  },
  { id: 'grad', name: t('Gradient norm'), of: ({ grad }) => magnitude(grad?.norm), text: number, logarithmic: true },
  {
    id: 'bad',
    name: t('NaN and Inf'),
    of: ({ value, grad }) => value.nan + value.inf + (grad ? grad.nan + grad.inf : 0),
    text: String,
    logarithmic: false,
  },
  { id: 'bytes', name: t('Bytes'), of: ({ bytes }) => magnitude(bytes), text: bytes, logarithmic: true },
  { id: 'saved', name: t('Kept for backward'), of: (node) => magnitude(savedBytes(node)), text: bytes, logarithmic: true },
  { id: 'time', name: t('Time'), of: ({ time_ms }) => magnitude(time_ms), text: duration, logarithmic: true },
  { id: 'backward', name: t('Time of backward'), of: ({ backward_ms }) => magnitude(backward_ms), text: duration, logarithmic: true },
];

/** The measure of an item. For a module, it is the largest measure of the nodes inside. */
export function valueOf(measure: Measure, graph: ModuleGraph, { node, group }: Pick<ViewItem, 'node' | 'group'>): number | null {
  if (!group) return measure.of(graph.nodes[node]!);
  return nodesIn(group).reduce<number | null>((most, i) => {
    const value = measure.of(graph.nodes[i]!);
    return value === null || (most !== null && most >= value) ? most : value;
  }, null);
}

export interface Scale {
  measure: Measure;
  min: number;
  max: number;
  /** The colour for a value of the measure, in nodes and in the legend. */
  color(theme: Theme, value: number): string;
}

const least = 0.08;
const most = 0.75;

/** A scale over all nodes of a pass. Null when the measure colours no node. */
export function scaleOf(measure: Measure, nodes: readonly TraceNode[]): Scale | null {
  const values = nodes.map((node) => measure.of(node)).filter((value): value is number => value !== null && Number.isFinite(value));
  if (measure.id === 'kind' || values.length === 0) return null;
  const min = values.reduce((a, b) => Math.min(a, b));
  const max = values.reduce((a, b) => Math.max(a, b));
  const at = (value: number) => (measure.logarithmic ? Math.log(value) : value);
  const color = (theme: Theme, value: number): string => {
    if (measure.id === 'bad') return value > 0 ? mix(theme.background, theme.error, 0.6) : theme.background;
    const t = max > min ? (at(value) - at(min)) / (at(max) - at(min)) : 1;
    return mix(theme.background, theme.measure, least + (most - least) * Math.max(0, Math.min(1, t)));
  };
  return { measure, min, max, color };
}

/** Colours nodes by how far their values have moved. */
export const changeMeasure = ({ moved, base }: Comparison): Measure => ({
  id: 'change',
  name: t('Change since pass {0}', base + 1),
  of: ({ key }: TraceNode) => moved.get(key) || null,
  text: percent,
  logarithmic: true,
});
