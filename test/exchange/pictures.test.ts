import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlDocument } from '../../src/exchange/html/htmlDocument.js';
import { exportName, exports } from '../../webview/exports/index.js';
import { dotOf } from '../../src/exchange/pictures/formats/dot.js';
import { mermaidOf } from '../../src/exchange/pictures/formats/mermaid.js';
import { modelExplorerOf } from '../../src/exchange/pictures/formats/modelExplorer.js';
import { controlPoints, relativeTo, svgPath } from '../../src/graph/layout/curves.js';
import { buildGraph } from '../../src/graph/moduleGraph.js';
import { USAGE } from '../../src/cli/usage.js';
import { exportFormats } from '../../src/cli/exports.js';
import { graphFormats } from '../../src/exchange/pictures/formats/index.js';
import { mostAtOnce } from '../../src/graph/view.js';
import { pictureOf } from '../../src/exchange/pictures/pictureOf.js';
import { tableRuler } from '../../src/exchange/pictures/ruler.js';
import { svgOf } from '../../src/exchange/pictures/formats/svg.js';
import { cnn, logisticRegression, transformer } from '../webview/fixtures/runs.js';

const graph = buildGraph(cnn(1).passes[0]!, false);

describe('exports as text', () => {
  it('write DOT with a cluster for each module', () => {
    const dot = dotOf(graph);
    expect(dot).toContain('label="conv1 Conv2d"');
    expect(dot.match(/->/g)).toHaveLength(graph.links.length);
    const graphviz = spawnSync('dot', ['-Tplain'], { input: dot, encoding: 'utf8' });
    if (!graphviz.error) expect(graphviz.status).toBe(0);
  });

  it('write Mermaid', () => {
    const text = mermaidOf(graph, 'LR');
    expect(text.startsWith('flowchart LR')).toBe(true);
    expect(text.match(/-->/g)).toHaveLength(graph.links.length);
    expect(text.match(/subgraph/g)).toHaveLength(3);
  });

  it("write Model Explorer's JSON", () => {
    const [collection] = JSON.parse(modelExplorerOf(graph, 'm')) as {
      graphs: { nodes: { id: string; namespace: string; incomingEdges: { sourceNodeId: string }[] }[] }[];
    }[];
    const { nodes } = collection!.graphs[0]!;
    expect(nodes).toHaveLength(graph.nodes.length);
    const ids = new Set(nodes.map(({ id }) => id));
    expect(nodes.flatMap(({ incomingEdges }) => incomingEdges).every(({ sourceNodeId }) => ids.has(sourceNodeId))).toBe(true);
    expect(nodes.some(({ namespace }) => namespace === 'conv1')).toBe(true);
  });
});

describe('formats', () => {
  it('are all in the list, and in the usage of the headless runner', () => {
    const folder = path.resolve(import.meta.dirname, '../../src/exchange/pictures/formats');
    const files = fs.readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? file.replace(/\.ts$/, '') : []));
    const ids = graphFormats.map(({ id }) => id);
    const inCamelCase = ids.map((id) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
    expect(inCamelCase.sort()).toEqual(files.filter((file) => file !== 'index').sort());
    for (const id of exportFormats) expect(USAGE).toContain(`--${id} OUT`);
  });
});

describe('a picture', () => {
  const pass = cnn(1).passes[0]!;
  const options = { file: 'net.tl.ts', theme: 'light', direction: 'TB' } as const;

  it('opens what a page can show, and stays closed where that is too much', () => {
    expect(pictureOf(pass, options).scene.view.boxes.length).toBeGreaterThan(0);
    const large = pictureOf(transformer(48).passes[0]!, options);
    expect(large.scene.view.items.length).toBeLessThanOrEqual(mostAtOnce);
    expect(large.graph.nodes.length).toBeGreaterThan(mostAtOnce);
  });

  it('has every node within it, and no text wider than its node', () => {
    const picture = pictureOf(pass, options);
    const { svg: text, width, height } = svgOf(picture);
    const { bounds, result, cards } = picture.scene;
    for (const { x, y, width: w, height: h } of result.nodes) {
      expect(x).toBeGreaterThanOrEqual(bounds.x);
      expect(y).toBeGreaterThanOrEqual(bounds.y);
      expect(x + w).toBeLessThanOrEqual(bounds.x + width);
      expect(y + h).toBeLessThanOrEqual(bounds.y + height);
    }
    const widest = Math.max(...cards.map((card) => card.width));
    const texts = [...text.matchAll(/<text [^>]*style="font:([^"]*)">([^<]*)</g)];
    expect(texts.length).toBeGreaterThan(cards.length);
    for (const [, font, content] of texts) expect(tableRuler(content!, font!), content).toBeLessThanOrEqual(widest);
  });

  it('measures text as Helvetica is wide', () => {
    expect(tableRuler('Wij', '10px Arial, sans-serif')).toBeCloseTo(9.44 + 2.22 + 2.22);
    expect(tableRuler('Wij', 'italic 600 10px Arial, sans-serif')).toBeGreaterThan(tableRuler('Wij', '10px Arial, sans-serif'));
    expect(tableRuler('Wij', '10px monospace')).toBe(tableRuler('iii', '10px monospace'));
    expect(tableRuler('值', '10px Arial, sans-serif')).toBe(10);
  });
});

describe('exports of the panel', () => {
  it('are named after the model', () => {
    expect(
      exportName(
        '/home/me/06-net.tl.ts',
        exports.find(({ id }) => id === 'svg')!,
      ),
    ).toBe('06-net.svg');
  });
});

describe('the HTML document', () => {
  it('cannot be broken out of by what is in it', () => {
    const run = { ...logisticRegression(1), output: ['</script><script>alert(1)</script>'] };
    const html = htmlDocument({ run, sources: {} }, { script: 'const a = "</script>";', style: 'body{}' });
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script/g)).toHaveLength(2);
    const data = /<script type="application\/json" id="run">([^]*?)<\/script>/.exec(html)![1]!;
    expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify({ run, sources: {} })));
  });
});

describe('curves', () => {
  it('are straight where the route is', () => {
    expect(controlPoints([0, 0, 0, 50], 'TB')).toEqual([]);
    expect(svgPath([0, 0, 0, 50], 'TB')).toBe('M0 0L0 50');
  });

  it('keep to their lane along long straight pieces', () => {
    const points = controlPoints([0, 0, 0, 20, 40, 20, 40, 300, 80, 300, 80, 320], 'TB');
    const inLane = points.filter((_, i) => i % 2 === 0).filter((x) => x === 40);
    expect(inLane).toHaveLength(4);
  });

  it('turn into distances from the line between the ends and back', () => {
    const route = [10, 5, 10, 30, 60, 30, 60, 90];
    const points = controlPoints(route, 'TB');
    const { weights, distances } = relativeTo(route, points);
    const [dx, dy] = [50, 85];
    const length = Math.hypot(dx, dy);
    weights.forEach((w, i) => {
      expect(10 + w * dx - (distances[i]! * dy) / length).toBeCloseTo(points[2 * i]!);
      expect(5 + w * dy + (distances[i]! * dx) / length).toBeCloseTo(points[2 * i + 1]!);
    });
  });
});
