/** A real VS Code in a real browser. The tests use it like a person: by keyboard, pointer and command palette. */
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Frame, type Locator, type Page } from 'playwright-core';
import { CARD_FLAGS, CHROMIUM_FLAGS, chromiumPath } from '../../scripts/chromium.mjs';
import { STATE_MS } from '../../scripts/patience.mjs';
import { root } from '../../scripts/processes.mjs';
import { serve } from '../../scripts/vscodeHost.mjs';
import { watchConsole } from '../../scripts/browserLog.mjs';
import { temporaryWorkspace } from './workspace.js';

export const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  contrast: 'Default High Contrast',
  contrastLight: 'Default High Contrast Light',
} as const;

/** The time between two looks at a state, in milliseconds. */
export const LOOK_MS = 100;
/** After this many looks, a key or a pointer move may have been lost, and is repeated. */
const LOOKS = 30;
/** After this time, the command that reloads the window may have been lost, and is repeated. */
const RELOAD_MS = STATE_MS / 4;
/** After this many equal looks in a row, the state is at rest. */
const STILL = 5;

const THEME_CLASSES = { light: 'vs', dark: 'vs-dark', contrast: 'hc-black', contrastLight: 'hc-light' } as const;
const WEBVIEW_CLASSES = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  contrast: 'vscode-high-contrast',
  contrastLight: 'vscode-high-contrast-light',
} as const;

const HOVER = '.monaco-resizable-hover .monaco-hover:visible, .monaco-editor .monaco-hover:not(.hidden):visible';

export interface Options {
  /** The folder that is copied to a temporary workspace, relative to the repository. Null for an empty workspace. */
  folder?: string | null;
  /** Files that are written into the workspace, by path. */
  files?: Record<string, string | Uint8Array>;
  theme?: keyof typeof THEMES;
  settings?: Record<string, unknown>;
  /** Packaged extensions to install instead of the one in this repository. */
  vsix?: string[];
  size?: { width: number; height: number };
  /**
   * The display language, by VS Code's name. Without a language pack, VS Code's own texts stay English, but an
   * extension's texts do not.
   */
  language?: string;
  /** Whether the browser has a graphics card, which is computed. */
  card?: boolean;
}

/** Settings that keep VS Code from changing the typed text. */
const PLAIN_TYPING = {
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'none',
  'editor.formatOnType': false,
  'editor.quickSuggestions': false,
  'editor.suggestOnTriggerCharacters': false,
  'editor.parameterHints.enabled': false,
  'editor.acceptSuggestionOnEnter': 'off',
};

const ARTEFACTS = path.join(root, 'test', 'artefacts');
const EXTENSION_ID = 'tensor-lens.tensor-lens';

export async function openVSCode({
  folder = 'examples',
  files = {},
  theme = 'dark',
  settings = {},
  vsix = [],
  size,
  language,
  card = false,
}: Options = {}): Promise<VSCode> {
  const executablePath = await chromiumPath();
  const workspace = temporaryWorkspace(folder, files);
  const server = await serve({
    folder: workspace,
    extensions: vsix.length ? [] : [root],
    vsix,
    settings: { ...PLAIN_TYPING, 'workbench.colorTheme': THEMES[theme], ...settings },
    remove: [workspace],
  });
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath, args: card ? CARD_FLAGS : CHROMIUM_FLAGS, timeout: STATE_MS });
    const page = await browser.newPage({ viewport: size ?? { width: 1440, height: 900 } });
    page.setDefaultTimeout(STATE_MS);
    const log = watchConsole(page);
    if (language) await page.addInitScript((name) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: name }), language);
    await page.goto(server.url);
    await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
    const opened = browser;
    return new VSCode(page, workspace, log.problems, async () => {
      await opened.close();
      await server.stop();
    });
  } catch (error) {
    await browser?.close();
    await server.stop();
    throw error;
  }
}

export class VSCode {
  constructor(
    readonly page: Page,
    /** The folder of the temporary workspace on disk. */
    readonly workspace: string,
    /** The console errors, uncaught errors and CSP violations so far, except VS Code's own. */
    readonly consoleProblems: () => string[],
    readonly stop: () => Promise<void>,
  ) {}

  /** Runs a command through the palette, by its title. With 'asks', the command's question stays open. */
  async command(title: string, then: 'runs' | 'asks' = 'runs'): Promise<void> {
    await this.pick('F1', `>${title}`, `[aria-label^="${title}"]`, then);
  }

  /**
   * Reloads the window. As long as VS Code has not stored all of the window's state, the browser asks whether to leave.
   * Then the window stays, and is reloaded again.
   */
  async reloadWindow(): Promise<void> {
    await this.until('the window to load again', async () => {
      const isLoaded = this.page.waitForEvent('load', { timeout: RELOAD_MS }).then(
        () => true,
        () => undefined,
      );
      const hasStayed = new Promise<undefined>((resolve) => {
        this.page.once('dialog', (question) => void question.dismiss().finally(() => resolve(undefined)));
      });
      await this.command('Developer: Reload Window');
      return Promise.race([isLoaded, hasStayed]);
    });
  }

  /** The titles that the palette offers for `query`. */
  async commandsFor(query: string): Promise<string[]> {
    await (await this.quickInput('F1')).fill(`>${query}`);
    // The label of a command includes its key: 'Run Forward, Control+Enter'.
    const labels = await this.rested(() =>
      this.quickRows().evaluateAll((rows) => rows.map((row) => (row.getAttribute('aria-label') ?? '').split(', ')[0]!)),
    );
    await this.closeQuickInput();
    return labels;
  }

  /** Chooses an answer to a question of VS Code. `answer` is a part of the text for screen readers. */
  async choose(answer: string): Promise<void> {
    const input = this.quickWidget().locator('input').first();
    await input.waitFor();
    await input.fill(answer);
    await this.quickWidget().locator(`.monaco-list-row.focused[aria-label*="${answer}" i]`).first().waitFor();
    await input.press('Enter');
  }

  /** Opens a file of the workspace through quick open, in a column if one is given, and waits for its editor. */
  async openFile(name: string, column?: number): Promise<void> {
    if (column !== undefined) await this.pressUntil(`Control+${column}`, () => this.isActive(column));
    await this.pick('Control+P', name, `[aria-label^="${path.basename(name)}"]`);
    await this.tab(path.basename(name)).waitFor();
    await this.focusedEditor().waitFor();
  }

  /** Moves the focus back to the text editor in the first column. */
  async focusEditor(): Promise<void> {
    await this.pressUntil('Control+1', async () => (await this.isActive(1)) && (await this.focusedEditor().isVisible()));
  }

  /** True when this column of editors is active. */
  private isActive(column: number): Promise<boolean> {
    return this.page.locator('.editor-group-container').evaluateAll((groups, nth) => {
      const left = (group: Element) => group.getBoundingClientRect().left;
      return groups.sort((one, other) => left(one) - left(other))[nth]?.classList.contains('active') ?? false;
    }, column - 1);
  }

  tab(name: string): Locator {
    return this.page.locator(`.tab.active[data-resource-name="${name}"]`);
  }

  /** The active text editor. */
  editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  private focusedEditor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor.focused');
  }

  /** Moves the cursor to a 1-based position of the active editor. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.until(`the cursor at ${line}:${column}`, async () => {
      const input = await this.quickInput('Control+G');
      await input.fill(`:${line}:${column}`);
      await input.press('Enter');
      await this.quickWidget().waitFor({ state: 'hidden' });
      return (await this.becomes(async () => (await this.cursor()) === `${line}:${column}`)) || undefined;
    });
    await this.focusedEditor().waitFor();
  }

  async typeAt(line: number, column: number, text: string): Promise<void> {
    await this.goTo(line, column);
    await this.page.keyboard.type(text);
  }

  /** Replaces the first occurrence of `before` in the active file. The file is read from disk, as last saved. */
  async replaceInFile(name: string, before: string, after: string): Promise<void> {
    const { line, column } = this.position(name, before);
    await this.goTo(line, column);
    for (let i = 0; i < before.length; i++) await this.page.keyboard.press('Shift+ArrowRight');
    await this.page.keyboard.type(after);
  }

  /** Undoes all changes of the active file since it was opened. */
  async undoAll(): Promise<void> {
    await this.pressUntil(
      'Control+Z',
      () => this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').first().isVisible(),
      0,
    );
  }

  /** The 1-based position of the first `text` in a file on disk. */
  position(name: string, text: string): { line: number; column: number } {
    const content = this.read(name);
    const offset = content.indexOf(text);
    if (offset < 0) throw new Error(`${name} does not contain '${text}'.`);
    const before = content.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }

  read(name: string): string {
    return fs.readFileSync(path.join(this.workspace, name), 'utf8');
  }

  /** The 1-based line of the cursor, from the status bar. */
  async cursorLine(): Promise<number> {
    return Number((await this.cursor()).split(':')[0]);
  }

  /** The 1-based position of the cursor as 'line:column', from the status bar. */
  private async cursor(): Promise<string> {
    const text = await this.page.locator('#status\\.editor\\.selection').innerText();
    return /Ln (\d+), Col (\d+)/.exec(text)?.slice(1).join(':') ?? '';
  }

  /** The first line in any editor with an expression that is lit up for the panel. NaN when there is none. */
  async litLine(): Promise<number> {
    return this.page.evaluate(() => {
      const lit = document.querySelector('.view-overlays .cdr[class*="ced-"][class*="TextEditorDecorationType"]');
      const y = lit?.getBoundingClientRect().top;
      const numbers = [...(lit?.closest('.monaco-editor')?.querySelectorAll('.margin .line-numbers') ?? [])];
      const number = numbers.find((one) => Math.abs(one.getBoundingClientRect().top - y!) < 3);
      return Number(number?.textContent ?? NaN);
    });
  }

  /**
   * Moves the pointer to a position of the active editor until the hover there `says` a text. Returns the text of the
   * hover.
   */
  async hoverAt(line: number, column: number, says: string | RegExp): Promise<string> {
    await this.goTo(line, column);
    const isSaid = (text: string) => (typeof says === 'string' ? text.includes(says) : says.test(text));
    let [text, looks] = ['', LOOKS];
    return this.until(`a hover that says ${says}`, async () => {
      await this.leaveHover();
      const cursor = await this.editor().locator('.cursors-layer .cursor').first().boundingBox();
      if (!cursor) return undefined;
      // The pointer moves straight to the position: a position on the way would show its own hover.
      await this.page.mouse.move(cursor.x + 3, cursor.y + cursor.height / 2);
      await this.page.mouse.move(cursor.x + 4, cursor.y + cursor.height / 2);
      // The hovers of several providers come one after the other. A provider that is asked too early shows nothing, or
      // 'Loading...', forever.
      if (await this.becomes(async () => isSaid((text = await this.hoverText())), looks)) return text;
      looks *= 1.5;
      return undefined;
    });
  }

  async hoverWord(name: string, word: string, says: string | RegExp): Promise<string> {
    const { line, column } = this.position(name, word);
    return this.hoverAt(line, column, says);
  }

  private async hoverText(): Promise<string> {
    const hovers = await this.page
      .locator(HOVER)
      .evaluateAll((all) => all.map((hover) => (hover as unknown as { innerText: string }).innerText));
    return hovers.join('\n');
  }

  /** Looks repeatedly until `look` returns something, and returns it. */
  async until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + STATE_MS;
    while (Date.now() < deadline) {
      const seen = await look();
      if (seen !== undefined) return seen;
      await this.page.waitForTimeout(LOOK_MS);
    }
    throw new Error(`Waited ${STATE_MS / 1000} s for ${what}.`);
  }

  /** Presses a key until a condition is true. A key is lost while a window is busy or the focus moves. */
  async pressUntil(key: string, isSo: () => Promise<boolean>, looks = LOOKS): Promise<void> {
    await this.until(`what ${key} brings`, async () => {
      if (await isSo()) return true;
      await this.page.keyboard.press(key);
      return (await this.becomes(isSo, looks)) || undefined;
    });
  }

  /** True when a condition becomes true within this many looks. */
  private async becomes(isSo: () => Promise<boolean>, looks = LOOKS): Promise<boolean> {
    for (let look = 0; look < looks; look++) {
      if (await isSo()) return true;
      await this.page.waitForTimeout(LOOK_MS);
    }
    return false;
  }

  /** Returns a value when several looks in a row read the same. Used for lists that VS Code fills in steps. */
  async rested<T>(read: () => Promise<T>): Promise<T> {
    let before = '';
    let same = 0;
    return this.until('a list at rest', async () => {
      const seen = await read();
      const now = JSON.stringify(seen);
      same = now === before ? same + 1 : 0;
      before = now;
      return same >= STILL ? seen : undefined;
    });
  }

  hover(): Locator {
    return this.page.locator(HOVER).first();
  }

  async leaveHover(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.mouse.move(5, 5);
  }

  /** The texts that extensions show in the active editor without changing its content. */
  async decorations(): Promise<string> {
    const contents = await this.editor()
      .locator('.view-lines span')
      .evaluateAll((spans) => spans.map((span) => getComputedStyle(span, '::after').content));
    return contents
      .filter((content) => content !== 'none')
      .join('\n')
      .replaceAll('\u00a0', ' ');
  }

  /** The squiggles of errors in the active editor. */
  squiggles(): Locator {
    return this.editor().locator('.squiggly-error');
  }

  /** Returns the rows of the Problems view, as a screen reader reads them, once they contain all these texts. */
  async problems(all: readonly string[]): Promise<string> {
    await this.command('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    const said = () => rows.evaluateAll((each) => each.map((row) => row.getAttribute('aria-label') ?? '').join('\n'));
    return this.until(`problems that say ${all.join(', ')}`, async () => {
      const text = await said();
      return all.every((part) => text.includes(part)) ? text : undefined;
    });
  }

  /** The lines of code lenses in the active editor. */
  codeLenses(): Locator {
    return this.editor().locator('.codelens-decoration:visible');
  }

  /** The text of the code lenses in the active editor. */
  async lenses(): Promise<string> {
    return (await this.codeLenses().allInnerTexts()).join('\n');
  }

  /** The document of our visible webview: the frame inside the frame that VS Code gives the extension. */
  panelFrame(): Promise<Frame> {
    return this.until('a webview of Tensor Lens', async () => (await this.panelFrames())[0]);
  }

  /** The documents of our webviews that are visible and loaded. */
  private async panelFrames(): Promise<Frame[]> {
    const found: Frame[] = [];
    for (const outer of this.page.frames().filter((frame) => frame.url().includes(`extensionId=${EXTENSION_ID}`))) {
      const inner = outer.childFrames().find((frame) => frame.url().includes('/fake.html'));
      // The outer or the inner frame may already be gone.
      const inFront = async () => (await (await outer.frameElement()).isVisible()) && inner?.evaluate(() => document.readyState);
      if (inner && (await inFront().catch(() => null)) === 'complete') found.push(inner);
    }
    return found;
  }

  /** The text of the pages without a script that are shown: the frames around them read it. */
  async textOfPages(): Promise<string> {
    const texts = this.page
      .frames()
      .filter((frame) => frame.url().includes('index.html'))
      .map((frame) =>
        frame
          .evaluate(() => {
            const isShown = (one: Element) => getComputedStyle(one).visibility === 'visible';
            const pages = [...document.querySelectorAll('iframe')].filter(isShown);
            return pages.map(({ contentDocument }) => contentDocument?.body.innerText ?? '').join('');
          })
          .catch(() => ''),
      );
    return (await Promise.all(texts)).join('');
  }

  /** Changes the colour theme in the workspace's settings, while everything is open. */
  async setTheme(theme: keyof typeof THEMES): Promise<void> {
    const folder = path.join(this.workspace, '.vscode');
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': THEMES[theme] }));
    await this.page.locator(`.monaco-workbench.${THEME_CLASSES[theme]}`).waitFor();
    // The webviews get the new theme after the workbench.
    await this.until(`the panel in the theme ${theme}`, async () => {
      const kinds = (await this.panelFrames()).map((frame) => frame.evaluate(() => document.body.className).catch(() => ''));
      return (await Promise.all(kinds)).every((classes) => classes.split(' ').includes(WEBVIEW_CLASSES[theme])) || undefined;
    });
  }

  /**
   * Where $TL_PICTURES is 'themes', takes a picture of the screen in each theme and calls `look` there. Otherwise takes
   * one picture.
   */
  async screenshotsInThemes(name: string, look?: () => Promise<void>): Promise<void> {
    if (process.env['TL_PICTURES'] !== 'themes') return this.screenshot(name);
    for (const theme of ['light', 'contrastLight', 'contrast', 'dark'] as const) {
      await this.setTheme(theme);
      await this.screenshot(`${name}-${theme}`);
      await look?.();
    }
  }

  /** Takes a picture in test/artefacts, where $TL_PICTURES is set. */
  async screenshot(name: string, page = this.page): Promise<void> {
    if (process.env['TL_PICTURES']) await this.picture(name, page);
  }

  /** Takes a picture in test/artefacts. */
  async picture(name: string, page = this.page): Promise<void> {
    fs.mkdirSync(ARTEFACTS, { recursive: true });
    await page.screenshot({ path: path.join(ARTEFACTS, `${name}.png`) });
  }

  /** The texts on the screen, for a failed step. */
  async describe(): Promise<string> {
    const said = async (what: string, selector: string) => {
      const labels = this.page.locator(selector).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));
      return `${what}: ${(await labels).join(' | ')}`;
    };
    const parts = [
      said('tabs', '.tab'),
      said('notifications', '.notification-list-item'),
      said('status bar', '.statusbar-item[aria-label]'),
      said('lines', '.view-line'),
    ];
    return [...(await Promise.all(parts)), `console: ${this.consoleProblems().join(' | ')}`].join('\n');
  }

  private quickWidget(): Locator {
    return this.page.locator('.quick-input-widget:not(.quick-input-widget-closing)').first();
  }

  private quickRows(): Locator {
    return this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
  }

  /** The input field of the quick input that a key opens. */
  private async quickInput(key: string): Promise<Locator> {
    const input = this.quickWidget().locator('input').first();
    await this.pressUntil(key, () => input.isVisible());
    return input;
  }

  async closeQuickInput(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.quickWidget().waitFor({ state: 'hidden' });
  }

  private async pick(key: string, query: string, row: string, then: 'runs' | 'asks' = 'runs'): Promise<void> {
    // Enter takes the focused row, and the list may still be filtering.
    const focused = this.quickWidget().locator(`.monaco-list-row.focused${row}`).first();
    let looks = 2 * LOOKS;
    const input = await this.until(`${query} in the list`, async () => {
      const opened = await this.quickInput(key);
      await opened.fill(query);
      if (await this.becomes(() => focused.isVisible(), looks)) return opened;
      // The list was closed, or was filled before the wanted row was there.
      looks *= 1.5;
      await this.page.keyboard.press('Escape');
      return undefined;
    });
    await input.press('Enter');
    if (then === 'runs') await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    else await this.page.locator(`.quick-input-widget .monaco-list-row${row}`).first().waitFor({ state: 'detached' });
  }
}
