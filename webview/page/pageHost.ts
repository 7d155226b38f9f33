import { explanationKey } from '../../src/exchange/html/explanations.js';
import type { PageContent } from '../../src/exchange/html/htmlDocument.js';
import type { PanelApi, PanelHostApi } from '../../src/protocol/panelApi.js';
import { connect, serve, type Port } from '../../src/protocol/rpc.js';
import type { Range, TensorData } from '../../src/protocol/trace.js';
import type { Host } from '../vscodePort.js';

/**
 * Acts as the host of the panel in an exported page. It answers with the run in the page and saves files as downloads.
 * @param showSource shows a range in the text of its file, as an editor would
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
      // The process that explained numbers is gone. Its explanations are in the page.
      explain: (pass, node, which, entry) => Promise.resolve(explanations?.[explanationKey({ pass, node, which, entry })] ?? null),
      field: () => Promise.resolve(null),
      // There is no source whose numbers could be moved.
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
      // The page has no editor beside it to light up lines, and no process to run the model.
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

/** Two connected ports. A message is passed as the same object: a run is not copied. */
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
