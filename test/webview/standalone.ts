/**
 * The panel without VS Code: this page acts as the host. `node test/webview/standalone.mjs` serves it. The address says
 * what is shown, e.g. `#run=transformer4&theme=light&width=900`.
 */
import type { SourceNumber } from '../../src/protocol/numbers.js';
import type { PanelApi, PanelHostApi, PanelState } from '../../src/protocol/panelApi.js';
import { startingPosition } from '../../src/graph/run.js';
import { passForPanel, runForPanel } from '../../src/host/panel/panelRun.js';
import { connect, serve, type Port } from '../../src/protocol/rpc.js';
import type { Run } from '../../src/protocol/trace.js';
import * as runs from './fixtures/runs.js';
import { defaultThemes } from '../../src/present/defaultThemes.js';

const samples: Record<string, () => Run | null> = {
  none: () => null,
  logistic: () => runs.logisticRegression(),
  forward: () => runs.logisticRegression(1, false),
  cnn: () => runs.cnn(),
  transformer1: () => runs.transformer(1),
  transformer4: () => runs.transformer(4, 3),
  transformer1x300: () => runs.transformer(1, 300),
  transformer12: () => runs.transformer(12),
  transformer16: () => runs.transformer(16),
  transformer48: () => runs.transformer(48),
  transformer145: () => runs.transformer(145),
  rnn140: () => runs.rnn(140),
  rnn: () => runs.rnn(),
  dynamic: () => runs.dynamic(),
  failed: () => runs.failed(),
};

const wanted = new URLSearchParams(location.hash.slice(1));

function setTheme(name: keyof typeof defaultThemes): void {
  const { bodyClass, variables } = defaultThemes[name];
  document.documentElement.removeAttribute('style');
  for (const [variable, value] of Object.entries(variables)) document.documentElement.style.setProperty(`--vscode-${variable}`, value);
  document.body.className = bodyClass;
}

setTheme((wanted.get('theme') ?? 'dark') as keyof typeof defaultThemes);

// Two connected ports. They copy messages, as a real boundary does.
const listeners: ((message: unknown) => void)[] = [];
const toPanel = (message: unknown) => window.dispatchEvent(new MessageEvent('message', { data: structuredClone(message) }));
const hostPort: Port = {
  post: (message) => void setTimeout(() => toPanel(message)),
  listen(receive) {
    listeners.push(receive);
    return () => undefined;
  },
};
let stored: unknown = JSON.parse(sessionStorage.getItem('panel') ?? 'null');
const log: unknown[][] = [];

Object.assign(window, {
  acquireVsCodeApi: () => ({
    postMessage(message: unknown) {
      const copy = structuredClone(message);
      setTimeout(() => listeners.forEach((listener) => listener(copy)));
    },
    getState: () => stored,
    setState(state: unknown) {
      stored = structuredClone(state);
      sessionStorage.setItem('panel', JSON.stringify(state));
    },
  }),
  setTheme,
  hostLog: log,
});

const run = samples[wanted.get('run') ?? 'logistic']!();
const { remote } = connect<PanelApi>(hostPort);
const first = run ? startingPosition(run) : 0;
const sources = Object.fromEntries(
  run ? [[run.file, Array.from({ length: 80 }, (_, i) => `const line${i + 1} = layer(${i + 1});`).join('\n')]] : [],
);
const state: PanelState = {
  model: '',
  pinned: false,
  pass: null,
  file: run?.file ?? '06-logistic-regression.tl.ts',
  status: (wanted.get('status') ?? (run ? 'done' : 'empty')) as PanelState['status'],
  run,
  stale: wanted.has('stale'),
};
Object.assign(window, { panel: remote, panelState: state, samples });

const numberAt = (line: number) => ({ file: run?.file ?? '', line, column: 9, endLine: line, endColumn: 12 });
const sourceNumbers: SourceNumber[] = [
  { name: 'lr', kind: 'rate', text: '0.1', value: 0.1, range: numberAt(12) },
  { name: 'new nn.Linear(2, 16)', kind: 'size', text: '16', value: 16, range: numberAt(5) },
  { name: 'x', kind: 'data', text: '3', value: 3, range: numberAt(3) },
];

serve<PanelHostApi>(
  {
    ready() {
      log.push(['ready']);
      void remote.show({
        ...state,
        run: run && runForPanel(run, new Set([first])),
        absent: run?.passes.map((_, i) => i).filter((i) => i !== first),
        sources,
      });
      if (state.status === 'running') void remote.progress({ passes: 37, loss: 0.4312, operations: 1850, losses: [] });
    },
    reveal: (range) => void log.push(['reveal', range]),
    goTo: (range) => void log.push(['goTo', range]),
    run: (mode) => void log.push(['run', mode]),
    stop: () => void log.push(['stop']),
    numbers: () => Promise.resolve(sourceNumbers),
    moveNumber: (place, value) => void log.push(['moveNumber', place, value]),
    moveEntry: (...moved) => void log.push(['moveEntry', ...moved]),
    endMoves: (how) => void log.push(['endMoves', how]),
    choosePass: (index) => void log.push(['choosePass', index]),
    field: () => Promise.resolve(null),
    explain(pass, id, which, entry) {
      log.push(['explain', pass, id, which, entry]);
      return Promise.resolve(null);
    },
    tensor(pass, id, which) {
      log.push(['tensor', pass, id, which]);
      const node = state.run?.passes.find(({ index }) => index === pass)?.nodes.find((n) => n.id === id);
      const summary = node?.[which];
      return Promise.resolve(
        node && summary?.data ? { shape: node.shape, dtype: node.dtype, data: summary.data, text: summary.text ?? '' } : null,
      );
    },
    passes(positions) {
      log.push(['passes', positions]);
      return Promise.resolve(positions.flatMap((i) => state.run?.passes[i] ?? []).map(passForPanel));
    },
    figures: (positions) => Promise.resolve(positions.flatMap((i) => state.run?.figures?.[i] ?? [])),
    trace: () => Promise.resolve(state.run),
    copy: (text) => void log.push(['copy', text]),
    save(name, content, encoding) {
      log.push(['save', name, content, encoding]);
      return Promise.resolve(true);
    },
  },
  hostPort,
);
