import { expect, it } from 'vitest';
import type { PanelHostApi, PanelState } from '../../src/protocol/panelApi.js';
import { connect, serve } from '../../src/protocol/rpc.js';
import { explanationsOf } from '../../src/exchange/html/explanations.js';
import type { ExplainRequest } from '../../src/protocol/explanation.js';
import { connectToPage } from '../../webview/page/pageHost.js';
import { logisticRegression } from './fixtures/runs.js';

const run = logisticRegression(2);
const sources = { [run.file]: 'let x = 1;' };

it('an exported page shows the run that it brings, and has its tensors', async () => {
  const { port } = connectToPage({ run, sources }, () => undefined);
  const { remote } = connect<PanelHostApi>(port);
  const shown = new Promise<PanelState>((resolve) => serve({ show: resolve }, port));
  await remote.ready();
  expect(await shown).toMatchObject({ file: run.file, status: 'done', run, sources, stale: false });
  expect(await remote.trace()).toBe(run);
  expect(await remote.passes([1])).toEqual([run.passes[1]]);

  const pass = run.passes[1]!;
  const node = pass.nodes.find(({ value }) => value.data)!;
  expect(await remote.tensor(pass.index, node.id, 'value')).toMatchObject({ shape: node.shape, dtype: node.dtype, data: node.value.data });
  expect(await remote.tensor(pass.index, 'no such node', 'value')).toBeNull();
  expect(await remote.run('forward')).toBeUndefined();
});

it('an exported page brings why its numbers are what they are, of the pass it begins with first', async () => {
  const found = { value: 1, op: 'mul', source: null, sum: 1, terms: [], rest: 1, rest_count: 0 };
  const asked: ExplainRequest[] = [];
  const explanations = await explanationsOf(run, (request) => {
    asked.push(request);
    return Promise.resolve(request.which === 'value' ? found : null);
  });
  expect(asked[0]!.pass).toBe(run.passes.at(-1)!.index);
  expect(new Set(asked.map(({ pass }) => pass))).toEqual(new Set(run.passes.map(({ index }) => index)));
  const { remote } = connect<PanelHostApi>(connectToPage({ run, sources, explanations }, () => undefined).port);
  for (const { pass, node, which, entry } of asked)
    expect(await remote.explain(pass, node, which, entry)).toEqual(which === 'value' ? found : null);
  expect(await remote.explain(0, 'no such node', 'value', [])).toBeNull();
});

it('a page does not grow without end: of many numbers the first are explained', async () => {
  let count = 0;
  const long = 'x'.repeat(10_000);
  const text = await explanationsOf(run, () => {
    count++;
    return Promise.resolve({ value: 1, op: long, source: null, sum: 1, terms: [], rest: 1, rest_count: 0 });
  });
  expect(JSON.stringify(text).length).toBeLessThan(2_200_000);
  expect(count).toBeLessThanOrEqual(2000);
});

it('keeps what the panel stores while the page is open', () => {
  const host = connectToPage({ run, sources }, () => undefined);
  host.store({ zoom: 2 });
  expect(host.stored()).toEqual({ zoom: 2 });
});

it('shows the text of the model where a link leads to it', async () => {
  const shown: unknown[] = [];
  const { port } = connectToPage({ run, sources }, (range, text) => shown.push([range.line, text]));
  const { remote } = connect<PanelHostApi>(port);
  const range = { file: run.file, line: 1, column: 5, endLine: 1, endColumn: 6 };
  // Only `goTo` opens the source. `reveal`, such as for a step of the replay, opens nothing.
  await remote.reveal({ ...range, line: 7 });
  await remote.goTo(range);
  await remote.goTo({ ...range, file: 'elsewhere.ts' });
  expect(shown).toEqual([
    [1, 'let x = 1;'],
    [1, ''],
  ]);
});
