/**
 * Compares the panel's layout with Graphviz's dot (if it is on the PATH), and with elkjs and dagre (if LAYOUTS names a
 * folder in which they are installed). It compares crossings, edge length, area and time.
 *
 *   node test/webview/layoutComparison.mjs [TEXT]              the table of the models whose name contains TEXT
 *   node test/webview/layoutComparison.mjs --pictures FOLDER   the pictures of docs/layout.md
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Run } from '../../src/protocol/trace.js';
import { cnn, rnn, transformer } from '../webview/fixtures/runs.js';
import { crossings, extentOf, lengthOf, type Outcome } from './layoutMeasures.js';
import { models, subjects } from './layoutModels.js';
import { dagre, dot, elk, hasPackages, ours, type Peer } from './layoutPeers.js';
import { sideBySide } from './layoutPictures.js';

/** The layouts, each with the most nodes that it finishes in a reasonable time. */
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

function row(kind: string, name: string, outcome: Outcome): string {
  const count = outcome.nodes.length <= 4000 ? crossings(outcome.lines) : null;
  const { width, height } = extentOf(outcome);
  const cells = [
    kind,
    name,
    count ? `${count.seen}` : '',
    count ? `${count.pairs}` : '',
    `${Math.round(lengthOf(outcome.lines) / 1000)}k`,
    `${((width * height) / 1e6).toFixed(1)}M`,
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
  const all: [file: string, run: Run, kind: 'nested' | 'flat'][] = [
    ['layout-convolutions', cnn(1), 'nested'],
    ['layout-recurrence', rnn(5), 'flat'],
    ['layout-transformer', transformer(1), 'nested'],
  ];
  fs.mkdirSync(folder, { recursive: true });
  for (const [file, run, kind] of all) {
    const { request, labels } = subjects(run)[kind];
    const panels = [];
    for (const [name, peer] of peers) {
      const outcome = await peer(request);
      if (outcome) panels.push({ name, outcome });
    }
    fs.writeFileSync(path.join(folder, `${file}.svg`), sideBySide(panels, request, labels));
  }
}

const [first = '', second] = process.argv.slice(2);
await (first === '--pictures' ? pictures(path.resolve(second ?? 'docs/pictures')) : table(first));
