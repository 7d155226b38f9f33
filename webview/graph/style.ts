import type { StylesheetJson } from 'cytoscape';
import type { Role } from '../../src/present/names.js';
import { roleColor } from '../../src/present/nodes/drawCard.js';
import type { Theme } from '../../src/present/theme.js';

/** The shape and border of each kind of node. The kinds can be told apart without colours. */
const shapes: { [R in Role]: Record<string, unknown> } = {
  op: { shape: 'round-rectangle', 'corner-radius': '6' },
  input: { shape: 'cut-rectangle', 'corner-radius': '10' },
  parameter: { shape: 'round-rectangle', 'corner-radius': '22' },
  constant: { shape: 'rectangle', 'border-style': 'dotted' },
  failed: { shape: 'round-rectangle', 'corner-radius': '6', 'border-style': 'dashed', 'border-width': 2.5 },
  loss: { shape: 'polygon', 'shape-polygon-points': 'data(points)', 'border-width': 4, 'border-style': 'double' },
  module: { shape: 'round-rectangle', 'corner-radius': '6', 'border-width': 1.5 },
};

export function styleFor(theme: Theme, withShapes: boolean): StylesheetJson {
  const roles = (Object.keys(shapes) as Role[]).map((role) => ({
    selector: `node.${role}`,
    style: { ...shapes[role], 'border-color': role === 'op' || role === 'module' ? theme.border : roleColor(theme, role) },
  }));
  const glow = (color: string, padding: number) => ({
    'underlay-color': color,
    'underlay-opacity': 0.35,
    'underlay-padding': padding,
    'underlay-shape': 'round-rectangle',
  });
  const rules = [
    {
      selector: 'node',
      style: {
        width: 'data(w)',
        height: 'data(h)',
        'z-index-compare': 'manual',
        'z-index': 10,
        'border-width': 1.25,
        'overlay-opacity': 0,
        'background-color': theme.background,
      },
    },
    { selector: 'node.item', style: { 'background-color': 'data(fill)' } },
    ...roles,
    {
      selector: 'node.box',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '8',
        'z-index': -100,
        'background-color': theme.foreground,
        'background-opacity': theme.highContrast ? 0 : 0.035,
        'border-width': 1,
        'border-color': theme.border,
        'border-opacity': theme.highContrast ? 1 : 0.7,
        events: 'yes',
      },
    },
    {
      selector: 'edge',
      style: {
        'z-index-compare': 'manual',
        'z-index': 0,
        width: 1.5,
        'line-color': theme.line,
        'target-arrow-color': theme.line,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.85,
        'source-endpoint': 'data(start)',
        'target-endpoint': 'data(end)',
        'edge-distances': 'endpoints',
        'overlay-opacity': 0,
        events: 'no',
        ...(withShapes && {
          label: 'data(shape)',
          'font-size': 10,
          'font-family': theme.mono,
          color: theme.muted,
          'text-background-color': theme.background,
          'text-background-opacity': 0.9,
          'text-background-padding': '2px',
          'min-zoomed-font-size': 7,
        }),
      },
    },
    {
      selector: 'edge.bent',
      style: { 'curve-style': 'unbundled-bezier', 'control-point-weights': 'data(weights)', 'control-point-distances': 'data(distances)' },
    },
    { selector: 'edge.straight', style: { 'curve-style': 'straight' } },
    { selector: 'edge.still', style: { width: 1, 'line-opacity': 0.7 } },
    { selector: 'node.changed', style: { 'border-width': 2.5, 'border-color': theme.highlight } },
    { selector: 'node.lit', style: { ...glow(theme.highlight, 7), 'border-width': 2.5, 'border-color': theme.highlight } },
    { selector: 'node.found', style: glow(theme.link, 6) },
    {
      selector: 'edge.lit',
      style: { 'line-color': theme.focus, 'target-arrow-color': theme.focus, width: 2.25, 'line-opacity': 1, 'z-index': 5 },
    },
    {
      selector: 'edge.grad',
      style: { 'line-color': theme.grad.positive, 'target-arrow-color': theme.grad.positive, width: 3, 'line-opacity': 1, 'z-index': 6 },
    },
    { selector: 'node.box.selected', style: { 'border-width': 2, 'border-color': theme.focus, 'border-opacity': 1, 'z-index': -99 } },
    { selector: 'node.item.selected', style: { 'border-width': 3, 'border-color': theme.focus, 'border-style': 'solid', 'z-index': 11 } },
    {
      selector: 'node.playing',
      style: { ...glow(theme.grad.positive, 9), 'border-width': 3, 'border-color': theme.grad.positive, 'border-style': 'solid' },
    },
    { selector: '.dim', style: { opacity: 0.22 } },
  ];
  // Cytoscape's types lack some mapped values and its newer properties.
  return rules as unknown as StylesheetJson;
}
