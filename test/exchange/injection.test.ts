import { describe, expect, it } from 'vitest';
import { htmlDocument } from '../../src/exchange/html/htmlDocument.js';
import { dotOf } from '../../src/exchange/pictures/formats/dot.js';
import { svgOf } from '../../src/exchange/pictures/formats/svg.js';
import { mermaidOf } from '../../src/exchange/pictures/formats/mermaid.js';
import { pictureOf } from '../../src/exchange/pictures/pictureOf.js';
import { buildGraph } from '../../src/graph/moduleGraph.js';
import { code, fenced, sentence } from '../../src/present/markdown.js';
import { forTerminal } from '../../src/protocol/plainText.js';
import type { Run } from '../../src/protocol/trace.js';
import { shortName } from '../../src/trace/recording/shortName.js';
import { cnn } from '../webview/fixtures/runs.js';

/** Hostile names, for every place where a model can choose a name. */
const EVIL = [
  'x\n\n![evil](https://evil.example/x.png)',
  '`](command:evil) ``` \n```\n<img src=evil onerror=evil()>',
  '"]; evil [label="',
  '"]\nend\nclick n0 href "https://evil.example"\n',
  '\'"--></script></svg></style><script>evil()</script>',
  '\x1b]0;evil\x07\x1b[2J\x9bevil\0\x08',
  '\u202elive\u2066 ]]> &lt;evil',
];

function hostileRun(): Run {
  const run = cnn(1);
  let at = 0;
  const evil = () => EVIL[at++ % EVIL.length]!;
  for (const { nodes } of run.passes)
    for (const node of nodes)
      Object.assign(node, {
        label: evil(),
        module: `${evil()}.${evil()}`,
        module_types: [evil(), evil(), evil()],
        attributes: evil(),
        op: evil(),
      });
  return run;
}

const run = hostileRun();
const graph = buildGraph(run.passes[0]!, false);
const without = (text: string, ...what: RegExp[]): string => what.reduce((rest, one) => rest.replaceAll(one, ''), text);

describe('what a model may have written stays a text', () => {
  it.each(EVIL)('in Markdown: %j', (text) => {
    expect(code(text)).toMatch(/^`[^`\n]+`$/);
    const block = fenced('text', text);
    const fence = /^`+/.exec(block)![0];
    expect(block.split('\n').filter((line) => line.startsWith(fence))).toHaveLength(2);
    expect(without(sentence(text), /`[^`\n]*`/g, /\\[[\]<!]/g)).not.toMatch(/[[\]<!\n]/);
  });

  it('in Markdown, as it is where nothing is wrong with it', () => {
    expect([code('fc.weight'), fenced('python', 'a\nb'), sentence('Sums `x[0]` up.')]).toEqual([
      '`fc.weight`',
      '```python\na\nb\n```',
      'Sums `x[0]` up.',
    ]);
  });

  it('in DOT: within quotes', () => {
    expect(without(dotOf(graph), /"(?:\\.|[^"\\])*"/gs)).not.toMatch(/evil|href/);
  });

  it('in Mermaid: within quotes, on one line', () => {
    const lines = mermaidOf(graph, 'LR').split('\n');
    expect(lines.map((line) => without(line, /"[^"]*"/g)).join('\n')).not.toMatch(/evil|click|"/);
  });

  it('in SVG: no element, and nothing that XML has no place for', () => {
    const { svg } = svgOf(pictureOf(run.passes[0]!, { file: EVIL[4]!, theme: 'light', direction: 'LR' }));
    expect(svg).not.toMatch(/<(?:script|img)|onerror=["']/);
    // eslint-disable-next-line no-control-regex -- they are what it looks for
    expect(svg).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]/);
  });

  it('in a page: the scripts are two, and both are ours', () => {
    const page = htmlDocument({ run, sources: { 'a.tl.ts': EVIL.join('') } }, { script: 'ours()', style: '' });
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page).not.toMatch(/<img/);
  });

  it('on a terminal: a colour, and no command', () => {
    expect(forTerminal(`\x1b[31mred\x1b[0m\t${EVIL[5]}\x1b]8;;https://evil.example\x1b\\l\x1b]8;;\x1b\\\r.`)).toBe(
      '\x1b[31mred\x1b[0m\tevill.',
    );
  });

  it('in names, which are on one line and read from one side', () => {
    // eslint-disable-next-line no-control-regex -- they are what it looks for
    expect(EVIL.map(shortName).join('')).not.toMatch(/[\n\x1b\x9b\0\u202e\u2066]/);
    expect(shortName('fc.0 é')).toBe('fc.0 é');
  });
});
