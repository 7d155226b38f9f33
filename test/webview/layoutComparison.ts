/**
 * Compares the panel's layout with Graphviz's dot (when it is on the PATH) and with elkjs and dagre (when
 * LAYOUTS names a folder in which they are installed), on crossings, edge length, area and time.
 *
 *   node test/webview/layoutComparison.mjs [TEXT]              the table, of the models whose name has the text
 *   node test/webview/layoutComparison.mjs --pictures FOLDER   the pictures of docs/layout.md
 */
import fs from 'node:fs';
import path from 'node:path';
import type { LayoutRequest } from '../../webview/graph/layout/types.js';
import { requestFor } from '../../webview/graph/scene.js';
import { buildGraph } from '../../webview/model/graph.js';
import { viewOf } from '../../webview/model/view.js';
import type { Run } from '../../src/protocol/trace.js';
import { cnn, logisticRegression, rnn, transformer } from './fixtures/runs.js';
import { areaOf, crossings, lengthOf, type Outcome } from './layoutMeasures.js';
import { dagre, dot, elk, hasPackages, ours, type Peer } from './layoutPeers.js';
import { sideBySide } from './layoutPictures.js';

/** The most nodes that each finishes in reasonable time. */
const peers: [name: string, peer: Peer, most: number][] = [
  ['ours', ours, Infinity],
  ['dot', dot(120_000), 1000],
  ...(hasPackages()
    ? ([
        ['dagre', dagre, 1000],
        ['elkjs', elk, 4000],
      ] as [string, Peer, number][])
    : []),
];

const models: [string, () => Run][] = [
  ['logistic regression', () => logisticRegression(1)],
  ['convolutions', () => cnn(1)],
  ['transformer, 1 layer', () => transformer(1)],
  ['transformer, 4 layers', () => transformer(4)],
  ['transformer, 12 layers', () => transformer(12)],
  ['transformer, 48 layers', () => transformer(48)],
  ['transformer, 145 layers', () => transformer(145)],
  ['recurrence, 5 steps', () => rnn(5)],
  ['recurrence, 20 steps', () => rnn(20)],
  ['recurrence, 100 steps', () => rnn(100)],
];

interface Subject {
  request: LayoutRequest;
  labels: string[];
}

function subjects(run: Run): { nested: Subject; flat: Subject } {
  const graph = buildGraph(run.passes[0]!, true);
  const view = viewOf(graph, new Set(graph.groups.keys()));
  const { request, cards } = requestFor(graph, view, 'TB', true);
  const labels = cards.map(({ title }) => title);
  const flat = { ...request, nodes: request.nodes.map((node) => ({ ...node, parent: -1 })), boxes: [] };
  return { nested: { request, labels }, flat: { request: flat, labels } };
}

function row(kind: string, name: string, outcome: Outcome): string {
  const count = outcome.nodes.length <= 4000 ? crossings(outcome.lines) : null;
  const cells = [
    kind,
    name,
    count ? `${count.seen}` : '',
    count ? `${count.pairs}` : '',
    `${Math.round(lengthOf(outcome.lines) / 1000)}k`,
    `${(areaOf(outcome) / 1e6).toFixed(1)}M`,
    outcome.ms.toFixed(outcome.ms < 10 ? 1 : 0),
  ];
  return `| ${cells.join(' | ')} |`;
}

async function table(filter: string): Promise<void> {
  for (const [name, run] of models) {
    if (!name.includes(filter)) continue;
    const { nested, flat } = subjects(run());
    const size = nested.request.nodes.length;
    console.log(`\n${name}: ${size} nodes, ${nested.request.edges.length} edges\n`);
    console.log('| | | crossings seen | pairs | edge length | area | ms |\n| --- | --- | --: | --: | --: | --: | --: |');
    for (const [kind, { request }] of [
      ['modules', nested],
      ['flat', flat],
    ] as const)
      for (const [who, peer, most] of peers) {
        const outcome = size <= most ? await peer(request).catch(() => null) : null;
        if (outcome) console.log(row(kind, who, outcome));
      }
  }
}

async function pictures(folder: string): Promise<void> {
  const all: [file: string, run: Run, kind: 'nested' | 'flat', scale: number][] = [
    ['layout-convolutions', cnn(1), 'nested', 0.3],
    ['layout-transformer', transformer(1), 'flat', 0.2],
    ['layout-transformer-modules', transformer(1), 'nested', 0.2],
    ['layout-recurrence', rnn(5), 'flat', 0.25],
    ['layout-recurrence-modules', rnn(5), 'nested', 0.25],
  ];
  fs.mkdirSync(folder, { recursive: true });
  for (const [file, run, kind, scale] of all) {
    const { request, labels } = subjects(run)[kind];
    const panels = [];
    for (const [name, peer] of peers) {
      const outcome = await peer(request);
      if (outcome) panels.push({ name, outcome });
    }
    fs.writeFileSync(path.join(folder, `${file}.svg`), sideBySide(panels, request, labels, scale));
  }
}

const [first = '', second] = process.argv.slice(2);
await (first === '--pictures' ? pictures(path.resolve(second ?? 'docs/pictures')) : table(first));
