import { explanationKey } from '../../src/exchange/html/explanations.js';
import type { PageContent } from '../../src/exchange/html/htmlDocument.js';
import type { PanelApi, PanelHostApi } from '../../src/protocol/panelApi.js';
import { connect, serve, type Port } from '../../src/protocol/rpc.js';
import type { Range, TensorData } from '../../src/protocol/trace.js';
import type { Host } from '../vscodePort.js';

/**
 * Plays the host for the panel of an exported page: answers with the run that the page brings, saves files as downloads.
 * @param showSource shows a range in the text of its file, where an editor would
 */
export function connectToPage({ run, sources, explanations }: PageContent, showSource: (range: Range, text: string) => void): Host {
  const [panelPort, hostPort] = portPair();
  const { remote } = connect<PanelApi>(hostPort);
  const nothing = () => undefined;
  serve<PanelHostApi>(
    {
      ready: () =>
        void remote.show({ file: run.file, model: run.file, pinned: true, pass: null, status: 'done', run, sources, stale: false }),
      tensor: (pass, id, which) => Promise.resolve(tensorOf(run, pass, id, which)),
      // The process that knew it is gone: what it said is in the page.
      explain: (pass, node, which, entry) => Promise.resolve(explanations?.[explanationKey({ pass, node, which, entry })] ?? null),
      field: () => Promise.resolve(null),
      // There is no text to move numbers of.
      numbers: () => Promise.resolve([]),
      moveNumber: nothing,
      moveEntry: nothing,
      endMoves: nothing,
      passes: (positions) => Promise.resolve(positions.flatMap((i) => run.passes[i] ?? [])),
      figures: (positions) => Promise.resolve(positions.flatMap((i) => run.figures?.[i] ?? [])),
      trace: () => Promise.resolve(run),
      copy: (text) => void navigator.clipboard?.writeText(text),
      save: (name, content, encoding) => Promise.resolve(download(name, content, encoding)),
      goTo: (range) => showSource(range, sources[range.file] ?? ''),
      // There is no editor beside the page in which lines could be lit, and nothing to run the model.
      reveal: nothing,
      run: nothing,
      stop: nothing,
      choosePass: nothing,
    },
    hostPort,
  );
  let stored: unknown;
  return { port: panelPort, stored: () => stored, store: (state) => (stored = state) };
}

function tensorOf({ passes }: PageContent['run'], pass: number, id: string, which: 'value' | 'grad'): TensorData | null {
  const node = passes.find(({ index }) => index === pass)?.nodes.find((one) => one.id === id);
  const summary = node?.[which];
  if (!node || !summary?.data) return null;
  return { shape: node.shape, dtype: node.dtype, data: summary.data, text: summary.text ?? JSON.stringify(summary.data) };
}

function download(name: string, content: string, encoding: 'utf8' | 'base64'): boolean {
  const part = encoding === 'base64' ? Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)) : content;
  const url = URL.createObjectURL(new Blob([part]));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url));
  return true;
}

/** Two ports that hear each other. What one posts is handed over as it is: a run is not copied. */
function portPair(): [Port, Port] {
  const listeners: Set<(message: unknown) => void>[] = [new Set(), new Set()];
  const portOf = (own: Set<(message: unknown) => void>, other: Set<(message: unknown) => void>): Port => ({
    post: (message) => void setTimeout(() => other.forEach((receive) => receive(message))),
    listen(receive) {
      own.add(receive);
      return () => own.delete(receive);
    },
  });
  return [portOf(listeners[0]!, listeners[1]!), portOf(listeners[1]!, listeners[0]!)];
}
