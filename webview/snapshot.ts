import type { PanelState } from '../src/protocol/panelApi.js';
import { summaryText } from '../src/present/summaries.js';
import type { GraphView } from './graph/graphView.js';
import type { Rect } from '../src/graph/layout/types.js';
import type { Shown } from './panel/shown.js';
import type { Settings } from './settings.js';

/** The content of the screen as plain data. End-to-end tests read it by `window.__tensorLens.state()`. */
export interface PanelSnapshot {
  file: string;
  status: PanelState['status'];
  stale: boolean;
  error: string | null;
  /** True when the screen shows what was requested: no pass is missing, no layout is running, and nothing moves. */
  isAtRest: boolean;
  selected: string | null;
  /** The index of the current pass. Null without one. */
  pass: number | null;
  passes: number;
  loss: number | null;
  zoom: number;
  settings: Settings;
  layoutMs: number;
  /** The step of the backward replay. Null without a replay. */
  step: number | null;
  /** The number of visible plots, and of all plots of the run. */
  plots: { shown: number; all: number };
  /** The index of the pass with which others are compared. */
  comparing: number | null;
  openGroups: string[];
  nodes: {
    id: string;
    label: string;
    role: string;
    group: boolean;
    shape: number[] | null;
    value: string;
    grad: string;
    fill: string;
    marks: string[];
    /** In CSS pixels of the panel. */
    position: Rect;
  }[];
}

export function panelSnapshot(shown: Shown, view: GraphView, step: number | null, plots: number): PanelSnapshot {
  const { state, settings, pass, picture, base } = shown;
  const { graph, scene, open, layoutMs } = picture;
  const zoom = view.cy.zoom();
  const pan = view.cy.pan();
  const frame = view.cy.container()!.getBoundingClientRect();
  const nodes = (graph && scene ? scene.view.items : []).map((item, i) => {
    const node = item.group ? null : graph!.nodes[item.node]!;
    const rect = scene!.result.nodes[i]!;
    const card = scene!.cards[i]!;
    const element = view.cy.getElementById(item.id);
    return {
      id: item.id,
      label: [card.title, card.aside].filter(Boolean).join(' '),
      role: card.role,
      group: item.group !== null,
      shape: node?.shape ?? null,
      value: node ? summaryText(node.value) : '',
      grad: node?.grad ? summaryText(node.grad) : '',
      fill: String(element.data('fill') ?? ''),
      marks: ['selected', 'lit', 'found', 'dim', 'playing', 'changed'].filter((mark) => element.hasClass(mark)),
      position: {
        x: frame.left + pan.x + rect.x * zoom,
        y: frame.top + pan.y + rect.y * zoom,
        width: rect.width * zoom,
        height: rect.height * zoom,
      },
    };
  });
  return {
    file: state.file,
    status: state.status,
    stale: state.stale,
    error: state.run?.error?.message ?? null,
    isAtRest: (pass ? graph?.pass === pass && scene !== null : !graph) && !picture.isLayingOut && !view.isMoving,
    selected: settings.selected,
    pass: pass?.index ?? null,
    passes: state.run?.passes.length ?? 0,
    loss: pass?.loss ?? null,
    zoom,
    settings,
    layoutMs,
    step,
    plots: { shown: plots, all: state.run?.figures?.length ?? 0 },
    comparing: base?.pass.index ?? null,
    openGroups: [...open],
    nodes,
  };
}
