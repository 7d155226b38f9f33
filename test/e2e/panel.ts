import type { Locator } from 'playwright-core';
import type { PanelSnapshot } from '../../webview/snapshot.js';
import type { VSCode } from './vscode.js';

type PanelNode = PanelSnapshot['nodes'][number];

declare global {
  interface Window {
    __tensorLens: { state(): PanelSnapshot };
  }
}

/** The graph panel, through what it says of itself and what a person can click in it. */
export class GraphPanel {
  constructor(private readonly code: VSCode) {}

  async state(): Promise<PanelSnapshot> {
    const frame = await this.code.panelFrame();
    return frame.evaluate(() => window.__tensorLens.state());
  }

  /** Waits until what the panel shows is as wanted, and returns it. */
  async until(what: string, isSo: (state: PanelSnapshot) => boolean, timeoutMs = 60_000): Promise<PanelSnapshot> {
    const deadline = Date.now() + timeoutMs;
    let last: PanelSnapshot | null = null;
    while (Date.now() < deadline) {
      // A panel that is only just loading has nothing to say.
      last = await this.state().catch(() => null);
      if (last && isSo(last)) return last;
      await this.code.page.waitForTimeout(100);
    }
    throw new Error(`The panel did not come to this: ${what}. It shows ${last ? describe(last) : 'nothing'}`);
  }

  async find(testId: string): Promise<Locator> {
    return (await this.code.panelFrame()).locator(`[data-testid="${testId}"]`);
  }

  /** Clicks into the middle of a node of the graph. */
  async clickNode(label: string): Promise<void> {
    const node = nodeOf(await this.state(), label);
    const { x, y, width } = node.position;
    const box = await (await (await this.code.panelFrame()).frameElement()).boundingBox();
    if (!box) throw new Error('The panel is not to be seen.');
    // Near its upper edge, where the name stands: a large node may reach below the panel's edge.
    await this.code.page.mouse.click(box.x + x + width / 2, box.y + y + 10);
  }
}

/** The node that is bound to a name. */
export function nodeOf(state: PanelSnapshot, name: string): PanelNode {
  const node = state.nodes.find(({ label }) => label.split(' ').includes(name));
  if (!node) throw new Error(`The panel shows no node '${name}', only ${state.nodes.map(({ label }) => label).join(', ')}.`);
  return node;
}

const describe = ({ nodes, settings: _, ...rest }: PanelSnapshot): string =>
  `${JSON.stringify(rest)} with ${nodes.map(({ label, marks }) => [label, ...marks].join(' ')).join(', ')}`;
