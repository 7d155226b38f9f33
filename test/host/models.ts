import * as vscode from 'vscode';
import { STATE_MS } from '../../scripts/patience.mjs';
import type { TensorLensApi } from '../../src/host/activate.js';
import type { Outcome } from '../../src/host/commands/run.js';
import type { ModelSession } from '../../src/host/sessions/modelSession.js';
import type { Run } from '../../src/protocol/trace.js';
import { asserted } from './assertions.js';

export const EXTENSION = 'tensor-lens.tensor-lens';

const folder = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;

export async function extension(): Promise<TensorLensApi> {
  return await vscode.extensions.getExtension<TensorLensApi>(EXTENSION)!.activate();
}

export const manifest = (): Record<string, never> & { contributes: { commands: Contributed[]; menus: Record<string, MenuItem[]> } } =>
  vscode.extensions.getExtension(EXTENSION)!.packageJSON as never;

interface Contributed {
  command: string;
  title: string;
  category: string;
  icon?: string;
  enablement?: string;
}
interface MenuItem {
  command: string;
  when?: string;
  group?: string;
}

/** Writes a model file into the workspace, opens it and returns its session. */
export async function model(
  name: string,
  text: string,
): Promise<{ uri: vscode.Uri; document: vscode.TextDocument; editor: vscode.TextEditor; session: ModelSession }> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  // VS Code may still hold an older text of the same name, changed and not saved.
  if (document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
  await until(() => document.getText() === text, `the text of ${name}`);
  return { uri, document, editor, session: (await extension()).sessions.of(uri) };
}

export const runForward = (uri: vscode.Uri) => runOf(uri, vscode.commands.executeCommand<Outcome | null>('tensorLens.runForward', uri));
export const runBackward = (uri: vscode.Uri) => runOf(uri, vscode.commands.executeCommand<Outcome | null>('tensorLens.runBackward', uri));

/** The run of a command. Null when a newer run replaced it. */
async function runOf(uri: vscode.Uri, command: Thenable<Outcome | null>): Promise<Run | null> {
  const outcome = await command;
  if (!outcome) return null;
  const { run } = (await extension()).sessions.of(uri).latest!;
  return run.elapsed_ms === outcome.elapsed_ms ? run : null;
}

/** The position of the first `text` in a document, moved by `offset` characters. */
export function positionOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`'${text}' is not in ${document.uri.path}.`);
  return document.positionAt(at + offset);
}

/** The Markdown of our hover at a position. '' when there is none. TypeScript's hovers are ignored. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  const texts = hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)));
  return texts.find((text) => text.includes('tensorLens.') || text.includes('held ')) ?? '';
}

export const diagnosticsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Tensor Lens');

/** Waits until `condition` holds. */
export async function until(condition: () => boolean, what: string, limitMs = STATE_MS): Promise<void> {
  asserted();
  const deadline = Date.now() + limitMs;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited ${limitMs} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * Repeats `again` until `done` is settled. Used for a question of VS Code, which does not report when the question is
 * open.
 */
export async function answer(done: Thenable<unknown>, again: () => Thenable<unknown>): Promise<void> {
  let open = true;
  const closed = () => (open = false);
  done.then(closed, closed);
  while (open) {
    await again();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await done;
}

/** The model of the tests: y = (x + 1)² · 2, the mean of y, and its gradient. */
export const SQUARES = `import * as torch from 'tensor-lens';

const x1 = torch.ones(2, 2, { requires_grad: true });
const y1 = x1.add(1);
const z1 = y1.mul(y1).mul(2);
const out1 = z1.mean();
console.log(z1, out1);
out1.backward();
console.log(x1.grad);
`;
