import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { STATE_MS } from '../../scripts/patience.mjs';
import type { PanelSnapshot } from '../../webview/snapshot.js';
import { LOOK_MS, type VSCode } from './vscode.js';

type PanelNode = PanelSnapshot['nodes'][number];

declare global {
  interface Window {
    __tensorLens: { state(): PanelSnapshot };
  }
}

/**
 * The number of equal looks, a tenth of a second apart, after which the panel is at rest. The panel may still be
 * changing its size.
 */
const STILL = 2;

/** The graph panel: what it reports about itself, and what a user can click in it. */
export class GraphPanel {
  constructor(private readonly code: VSCode) {}

  async state(): Promise<PanelSnapshot> {
    const frame = await this.code.panelFrame();
    return frame.evaluate(() => window.__tensorLens.state());
  }

  /** Waits until the panel is at rest and its state is as wanted. Returns the state. */
  until(what: string, isSo: (state: PanelSnapshot) => boolean): Promise<PanelSnapshot> {
    return this.untilMoving(what, (state) => state.isAtRest && isSo(state));
  }

  /** Waits until the state is as wanted, even if the panel is still moving. */
  async untilMoving(what: string, isSo: (state: PanelSnapshot) => boolean): Promise<PanelSnapshot> {
    const deadline = Date.now() + STATE_MS;
    let last: PanelSnapshot | null = null;
    while (Date.now() < deadline) {
      // A panel that is still loading has no state.
      last = await this.state().catch(() => null);
      if (last && isSo(last)) {
        // Waiting for a state counts as an assertion.
        expect(last, what).toBeDefined();
        return last;
      }
      await this.code.page.waitForTimeout(LOOK_MS);
    }
    throw new Error(`The panel did not come to this: ${what}. It shows ${last ? describe(last) : 'nothing'}`);
  }

  async find(testId: string): Promise<Locator> {
    return (await this.code.panelFrame()).locator(`[data-testid="${testId}"]`);
  }

  /** Waits until the layout is there, its animation has ended, and the panel has its final size. */
  async settled(): Promise<PanelSnapshot> {
    let before = '';
    let same = 0;
    return this.until('at rest', ({ nodes, zoom }) => {
      const now = JSON.stringify([zoom, nodes.map(({ position }) => position)]);
      same = now === before ? same + 1 : 0;
      before = now;
      return same >= STILL;
    });
  }

  /** Clicks the middle of a node. */
  async clickNode(label: string): Promise<void> {
    const { x, y } = await this.pointOn(label);
    await this.code.page.mouse.click(x, y);
  }

  /** Opens or closes the module with this name. */
  async doubleClickNode(label: string): Promise<void> {
    const { x, y } = await this.pointOn(label);
    await this.code.page.mouse.dblclick(x, y);
  }

  async click(testId: string): Promise<void> {
    await (await this.find(testId)).first().click();
  }

  /** Chooses an entry of the "More" menu. */
  async menu(item: string): Promise<void> {
    await this.click('more');
    await this.click(`menu-${item}`);
  }

  /** Presses keys while the graph has the focus. */
  async press(...keys: string[]): Promise<void> {
    await (await this.find('graph')).first().focus();
    for (const key of keys) await this.code.page.keyboard.press(key);
  }

  /** Searches the graph, as with the key `/`. */
  async search(query: string): Promise<void> {
    await this.code.until('the search', async () => {
      await this.press('/');
      return (await this.isSearching()) || undefined;
    });
    await this.code.page.keyboard.press('Control+A');
    await this.code.page.keyboard.type(query);
  }

  /** Whether the box for searches has the focus. */
  async isSearching(): Promise<boolean> {
    return (await this.find('search')).first().evaluate((box) => box.contains(box.ownerDocument.activeElement));
  }

  async text(testId: string): Promise<string> {
    return (await this.find(testId)).first().innerText();
  }

  /** The rows of the graph's tree, as a screen reader reads them. The selected row is marked with `> `. */
  async rows(): Promise<string[]> {
    const tree = await this.find('outline');
    return tree
      .locator('[role=treeitem]')
      .evaluateAll((rows) =>
        rows.map((row) => `${row.getAttribute('aria-selected') === 'true' ? '> ' : ''}${row.getAttribute('aria-label') ?? ''}`),
      );
  }

  private async pointOn(label: string): Promise<{ x: number; y: number }> {
    const { x, y, width, height } = nodeOf(await this.settled(), label).position;
    const box = await (await (await this.code.panelFrame()).frameElement()).boundingBox();
    if (!box) throw new Error('The panel is not to be seen.');
    // The point is near the upper edge, where the name is: a large node may reach below the panel's edge.
    return { x: box.x + x + width / 2, y: box.y + y + Math.min(10, height / 2) };
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
