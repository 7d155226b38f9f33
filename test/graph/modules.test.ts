import { describe, expect, it } from 'vitest';
import type { Pass } from '../../src/protocol/trace.js';
import { buildGraph } from '../../src/graph/moduleGraph.js';
import { Identities } from '../../src/graph/identity.js';
import { nodesIn, outputOf, turnsOf } from '../../src/graph/groups.js';
import { repeatNote } from '../../src/graph/repeats.js';
import { openToFit, opensFor, openUpTo, viewOf } from '../../src/graph/view.js';
import { cnn, dynamic, logisticRegression, rnn, transformer } from '../webview/fixtures/runs.js';

const graphOf = (run: ReturnType<typeof cnn>, pass = 0, all = false) => buildGraph(run.passes[pass]!, all);

describe('the graph of a pass', () => {
  it('leaves out what the loss does not depend on, until asked', () => {
    const run = logisticRegression(1);
    expect(graphOf(run).nodes.map(({ label }) => label)).not.toContain('predicted');
    expect(graphOf(run).hidden).toBe(1);
    expect(graphOf(run, 0, true).nodes.map(({ label }) => label)).toContain('predicted');
  });

  it('shows everything of a pass without backward', () => {
    expect(graphOf(logisticRegression(1, false)).hidden).toBe(0);
  });

  it('keeps data that an operation of the graph reads', () => {
    const run = logisticRegression(1);
    const pass = structuredClone(run.passes[0]!);
    for (const node of pass.nodes) if (node.kind === 'input') node.in_graph = false;
    expect(buildGraph(pass, false).nodes.map(({ label }) => label)).toEqual(expect.arrayContaining(['x', 'y']));
  });

  it('keeps its groups for passes that differ in numbers only', () => {
    const run = logisticRegression(3);
    const first = graphOf(run, 0);
    expect(buildGraph(run.passes[2]!, false, first).root).toBe(first.root);
    const changing = dynamic(3);
    expect(buildGraph(changing.passes[1]!, false, graphOf(changing, 0)).root).not.toBe(graphOf(changing, 0).root);
  });

  it('does not depend on when leaves were made', () => {
    const pass = cnn(1).passes[0]!;
    const early = structuredClone(pass);
    early.nodes.sort((a, b) => Number(a.kind === 'op') - Number(b.kind === 'op'));
    expect(early.nodes.map(({ id }) => id)).not.toEqual(pass.nodes.map(({ id }) => id));
    const graph = buildGraph(pass, false);
    expect(buildGraph(early, false, graph).root).toBe(graph.root);
  });

  it('mends an order in which an edge runs backwards', () => {
    const pass = structuredClone(cnn(1).passes[0]!);
    pass.nodes.reverse();
    const graph = buildGraph(pass, true);
    expect(graph.links.every(({ from, to }) => from < to)).toBe(true);
  });
});

describe('names of nodes', () => {
  const moved = (pass: Pass, by: number) => {
    const copy = structuredClone(pass);
    for (const node of copy.nodes) node.key = node.key.replace(/:(\d+):/, (_, line: string) => `:${Number(line) + by}:`);
    return buildGraph(copy, false);
  };
  const first = graphOf(cnn(1));

  it('stay when a line is inserted above', () => {
    const identities = new Identities();
    const { ids } = identities.renew(first.nodes, null);
    expect(ids).toEqual(first.nodes.map(({ key }) => key));
    const later = moved(first.pass, 1);
    expect(later.nodes[0]!.key).not.toBe(first.nodes[0]!.key);
    expect(identities.renew(later.nodes, { nodes: first.nodes, ids })).toEqual({ ids, common: ids.length });
    expect(identities.of(later.nodes)).toEqual(ids);
  });

  it('stay around what an edit adds or takes away', () => {
    const identities = new Identities();
    const { ids } = identities.renew(first.nodes, null);
    const without = first.nodes.filter(({ op }) => op !== 'flatten');
    const shorter = identities.renew(without, { nodes: first.nodes, ids });
    expect(shorter.ids).toEqual(ids.filter((_, i) => first.nodes[i]!.op !== 'flatten'));
    const again = identities.renew(first.nodes, { nodes: without, ids: shorter.ids });
    expect(again.ids.filter((id) => !shorter.ids.includes(id))).toHaveLength(1);
    expect(new Set(again.ids).size).toBe(first.nodes.length);
  });

  it('are new in another model', () => {
    const other = graphOf(rnn(3));
    const identities = new Identities();
    const { ids } = identities.renew(first.nodes, null);
    const { common } = identities.renew(other.nodes, { nodes: first.nodes, ids });
    expect(common).toBeLessThan(other.nodes.length / 2);
  });
});

describe('modules', () => {
  it('are groups, with their parameters inside', () => {
    const graph = graphOf(cnn(1));
    const conv1 = graph.groups.get('conv1#0')!;
    expect(nodesIn(conv1).map((i) => graph.nodes[i]!.op)).toEqual(['conv2d', 'parameter', 'parameter']);
    expect(graph.nodes[outputOf(graph, conv1)]!.op).toBe('conv2d');
    expect(conv1.type).toBe('Conv2d');
  });

  it('fold when they repeat, and say what differs', () => {
    const graph = graphOf(transformer(4));
    const fold = [...graph.groups.values()].find(({ kind }) => kind === 'repeat')!;
    expect(turnsOf(fold)).toBe(4);
    expect(fold.name).toBe('blocks 0 … 3');
    expect(repeatNote(fold)).toContain('weights of their own');
  });

  it('do not fold when one of them differs', () => {
    const pass = structuredClone(transformer(4).passes[0]!);
    const odd = pass.nodes.find(({ module, op }) => module === 'blocks.2.mlp' && op === 'gelu')!;
    odd.op = 'relu';
    expect([...buildGraph(pass, true).groups.values()].filter(({ kind }) => kind === 'repeat')).toEqual([]);
  });

  it('are told apart call by call, and turns of a loop fold with their shared weights', () => {
    const graph = graphOf(rnn(6));
    const fold = [...graph.groups.values()].find(({ kind }) => kind === 'repeat')!;
    expect(turnsOf(fold)).toBe(6);
    expect(repeatNote(fold)).toContain('same weights');
  });

  it('never hold an operation that depends on them from outside', () => {
    for (const run of [transformer(3), rnn(5), cnn(1)]) {
      const graph = graphOf(run);
      for (const group of graph.groups.values()) {
        const inside = new Set(nodesIn(group));
        const beyond = new Set<number>();
        for (const { from, to } of graph.links) {
          if (inside.has(from) ? !inside.has(to) : beyond.has(from)) beyond.add(to);
        }
        expect([...inside].filter((i) => beyond.has(i))).toEqual([]);
      }
    }
  });
});

describe('the view', () => {
  it('shows a closed group in place of what is in it', () => {
    const graph = graphOf(cnn(1));
    const closed = viewOf(graph, new Set());
    expect(closed.items.filter(({ group }) => group).map(({ id }) => id)).toEqual(['group:conv1#0', 'group:conv2#0', 'group:fc#0']);
    const open = viewOf(graph, new Set(graph.groups.keys()));
    expect(open.items).toHaveLength(graph.nodes.length);
    expect(open.edges).toHaveLength(graph.links.length);
    expect(open.boxes.map(({ id }) => id)).toContain('conv1#0');
  });

  it('joins the edges between two groups and keeps count of them', () => {
    const graph = graphOf(rnn(4));
    const view = viewOf(graph, new Set());
    expect(view.edges.reduce((sum, { links }) => sum + links.length, 0)).toBeLessThanOrEqual(graph.links.length);
    expect(view.itemOf.every((item) => item >= 0 && item < view.items.length)).toBe(true);
  });

  it('opens as far as fits, and leaves repeats folded', () => {
    const graph = graphOf(transformer(4));
    const all = openToFit(graph, () => true);
    expect([...all].some((id) => graph.groups.get(id)!.kind === 'repeat')).toBe(false);
    expect(openToFit(graph, () => false).size).toBe(0);
  });

  it('opens everything, or as much as is wanted from the start of each level', () => {
    const graph = graphOf(transformer(4));
    expect(openUpTo(graph, 1e6)).toEqual(new Set(graph.groups.keys()));
    const some = openUpTo(graph, 100);
    const shown = viewOf(graph, some).items.length;
    expect(shown).toBeGreaterThan(60);
    expect(shown).toBeLessThanOrEqual(100);
    expect([...some].every((id) => opensFor(graph.groups.get(id)!).every((around) => some.has(around)))).toBe(true);
  });

  it('knows what must be open for a node to be seen', () => {
    const graph = graphOf(transformer(4));
    const deep = graph.nodes.findIndex(({ module }) => module === 'blocks.2.attn.q');
    const opened = viewOf(graph, new Set(opensFor(graph.groupOf[deep]!)));
    expect(opened.items[opened.itemOf[deep]!]!.group).toBeNull();
  });
});
