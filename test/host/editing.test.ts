import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf, model, positionOf, runBackward, SQUARES, until } from './models.js';

const IMPORT = "import * as torch from 'tensor-lens';\n";
const set = (name: string, value: unknown) =>
  vscode.workspace.getConfiguration('tensorLens').update(name, value, vscode.ConfigurationTarget.Global);

describe('a shape that does not fit', () => {
  before(() => set('live.mode', 'off'));
  after(() => set('live.mode', undefined));

  it('is marked on its expression, explained, and mended by a quick fix', async () => {
    const text = `${IMPORT}const a = torch.ones(4, 3);\nconst w = torch.ones(2, 3);\nconst y = a.matmul(w);\n`;
    const { uri, document } = await model('fix.tl.ts', text);
    await runBackward(uri);
    const [found] = diagnosticsOf(uri);
    assert.equal((found!.code as { value: string }).value, 'shape-mismatch');
    assert.deepEqual([found!.range.start.line, found!.range.start.character, found!.range.end.character], [3, 10, 21]);
    assert.match(found!.message, /^RuntimeError: mat1 and mat2 shapes cannot be multiplied \(4x3 and 2x3\)\n/);
    assert.deepEqual(
      found!.relatedInformation?.map(({ location }) => location.range.start.line),
      [1, 2],
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, found!.range);
    const fix = actions.find(({ title }) => title === 'Use w.t()');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.lineAt(3).text, 'const y = a.matmul(w.t());');
    assert.equal((await runBackward(uri))?.status, 'ok');
    assert.deepEqual(diagnosticsOf(uri), []);
  });
});

describe('live', () => {
  before(async () => {
    await set('live.mode', 'onType');
    await set('live.delay', 50);
  });
  after(async () => {
    await set('live.mode', undefined);
    await set('live.delay', undefined);
  });

  it('a model that was run runs again while one types, and keeps its results while it cannot be compiled', async () => {
    const { uri, document, editor, session } = await model('live.tl.ts', SQUARES);
    await runBackward(uri);
    const before = session.result!.run;
    const at = positionOf(document, 'add(1)', 4);
    await editor.edit((builder) => builder.replace(new vscode.Range(at, at.translate(0, 1)), '3'));
    await until(() => session.result!.run !== before && !session.stale, 'the run of the new text');
    assert.equal(session.result!.run.passes[0]!.loss, 32);

    const shown = session.result!.run;
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), 'const = ;\n'));
    await until(() => session.latest!.run !== shown, 'the failure to compile');
    assert.equal(session.result!.run, shown);
    assert.equal(session.stale, true);
    assert.match(diagnosticsOf(uri)[0]!.message, /^SyntaxError/);
    await vscode.commands.executeCommand('undo');
    await until(() => session.latest!.run !== shown && !session.stale, 'the results to be those of the text again');
  });

  it('rests when it is stopped, and when it was never run', async () => {
    const { uri, editor, session } = await model('rests.tl.ts', `${IMPORT}while (true) {}\n`);
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(session.running, null);
    const run = runBackward(uri);
    await until(() => session.running !== null, 'the run to begin');
    await vscode.commands.executeCommand('tensorLens.stop', uri);
    await run;
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(session.running, null);
  });
});
