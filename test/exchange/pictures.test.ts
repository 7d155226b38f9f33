import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { htmlDocument } from '../../src/exchange/html/htmlDocument.js';
import { exportName, exports } from '../../webview/exports/index.js';
import { dotOf } from '../../src/exchange/pictures/dot.js';
import { mermaidOf } from '../../src/exchange/pictures/mermaid.js';
import { modelExplorerOf } from '../../src/exchange/pictures/modelExplorer.js';
import { controlPoints, relativeTo, svgPath } from '../../src/graph/layout/curves.js';
import { buildGraph } from '../../src/graph/moduleGraph.js';
import { cnn, logisticRegression } from '../webview/fixtures/runs.js';

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
    const html = htmlDocument(run, 'const a = "</script>";', 'body{}');
    expect(html.match(/<script/g)).toHaveLength(3);
    expect(html.match(/<\/script/g)).toHaveLength(3);
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
