import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf, hoverAt, model, positionOf, runBackward, SQUARES, until } from './models.js';

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
    assert.match(found!.message, /^RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied \(4x3 and 2x3\)\n/);
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

  it('of a view is mended by another shape', async () => {
    const { uri, document } = await model('view.tl.ts', `${IMPORT}const x = torch.arange(12);\nconst y = x.view(5, 2);\n`);
    await runBackward(uri);
    const [found] = diagnosticsOf(uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, found!.range);
    const fix = actions.find(({ title }) => title === 'Use view(-1, 2)');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.lineAt(2).text, 'const y = x.view(-1, 2);');
    assert.equal((await runBackward(uri))?.status, 'ok');
  });
});

describe('what is shown keeps with its text', () => {
  const TEXT = `${IMPORT}const a = torch.tensor([0.5, 0], { requires_grad: true });\nconst loss = a\n  .log()\n  .mean();\nloss.backward();\n`;
  let opened: Awaited<ReturnType<typeof model>>;

  before(() => set('live.mode', 'off'));
  after(() => set('live.mode', undefined));
  beforeEach(async () => {
    opened = await model('keeps.tl.ts', TEXT);
    await runBackward(opened.uri);
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  /** Checks that the squiggle is on the logarithm, and the hover on the name of the loss. */
  async function check(): Promise<void> {
    const { uri, document } = opened;
    const marked = () => diagnosticsOf(uri).map(({ range }) => document.getText(range).replaceAll('\r\n', '\n'));
    await until(() => marked()[0] === 'a\n  .log()', 'the squiggle to be on the logarithm');
    assert.match(await hoverAt(document, positionOf(document, 'loss = ', 1)), /\*\*`loss`\*\*/);
  }

  it('when lines are typed above and below, with several cursors', async () => {
    await opened.editor.edit((builder) => {
      builder.insert(new vscode.Position(0, 0), '// one\n// two\n');
      builder.insert(new vscode.Position(2, 0), '/* first */ ');
      builder.insert(new vscode.Position(6, 0), '// end\n');
    });
    await check();
  });

  it('when all of it is pasted over, changed elsewhere only', async () => {
    const { document, editor } = opened;
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    await editor.edit((builder) => builder.replace(all, `// pasted\n${TEXT.replace('[0.5, 0]', '[0.25, 0]')}// end\n`));
    await check();
  });

  it('when its ends of lines change', async () => {
    await opened.editor.edit((builder) => builder.setEndOfLine(vscode.EndOfLine.CRLF));
    assert.equal(opened.document.eol, vscode.EndOfLine.CRLF);
    await check();
  });

  it('when it is deleted and that is undone', async () => {
    const { document, editor } = opened;
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '// kept\n'));
    await editor.edit((builder) => builder.delete(new vscode.Range(3, 0, 6, 0)));
    assert.doesNotMatch(document.getText(), /log/);
    await vscode.commands.executeCommand('undo');
    assert.match(document.getText(), /^\/\/ kept[^]*log/);
    await check();
  });

  it('when the line before it is joined to it', async () => {
    await opened.editor.edit((builder) => builder.replace(new vscode.Range(1, 200, 2, 0), ' '));
    await check();
  });
});

describe('live', () => {
  const DELAY_MS = 50;
  before(async () => {
    await set('live.mode', 'onType');
    await set('live.delay', DELAY_MS);
  });
  /**
   * Waits longer than the delay of a live run, in two halves and by the clock of this process. Any run that should have
   * begun has then begun.
   */
  const pause = async () => {
    for (let half = 0; half < 2; half++) await new Promise((resolve) => setTimeout(resolve, DELAY_MS / 2 + 5));
  };
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

  it('an edit ends the run of what the text was at once, and a new one follows', async () => {
    const { uri, document, editor, session } = await model(
      'slow.tl.ts',
      `${IMPORT}const began = Date.now();\nwhile (Date.now() - began < Infinity) torch.ones(1);\n`,
    );
    const first = runBackward(uri);
    // Until then, the run may still take the text as it is after the edit.
    await until(() => session.running?.handle != null, 'the run to have its text');
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
    assert.equal(await first, null);
    assert.ok(session.running, 'what is shown goes on to say that it runs');
    const at = positionOf(document, 'Infinity');
    await editor.edit((builder) => builder.replace(new vscode.Range(at, at.translate(0, 'Infinity'.length)), '10'));
    await until(() => session.result?.run.status === 'ok' && !session.isOutOfDate, 'the run of the last text');
    assert.equal(session.running, null);
  });

  it('runs again on save only, or not at all, as the setting says', async () => {
    await set('live.mode', 'onSave');
    const { uri, document, editor, session } = await model('saved.tl.ts', SQUARES);
    await runBackward(uri);
    const before = session.result!.run;
    const change = (text: string) => {
      const at = positionOf(document, 'y1).mul(', 8);
      return editor.edit((builder) => builder.replace(new vscode.Range(at, at.translate(0, 1)), text));
    };
    await change('3');
    await until(() => session.shownStale, 'the results to be shown as out of date');
    await pause();
    assert.equal(session.running, null);
    assert.equal(session.result!.run, before);
    await document.save();
    await until(() => session.result!.run !== before, 'the run of what was saved');
    assert.equal(session.result!.run.passes[0]!.loss, 12);
    assert.equal(session.shownStale, false);
    await set('live.mode', 'off');
    const saved = session.result!.run;
    await change('4');
    await document.save();
    await pause();
    assert.equal(session.running, null);
    assert.equal(session.result!.run, saved);
    await set('live.mode', 'onType');
  });

  it('rests when it is stopped, and when it was never run', async () => {
    const { uri, editor, session } = await model('rests.tl.ts', `${IMPORT}while (true) {}\n`);
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
    await pause();
    assert.equal(session.running, null);
    const run = runBackward(uri);
    await until(() => session.running !== null, 'the run to begin');
    await vscode.commands.executeCommand('tensorLens.stop', uri);
    await run;
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
    await pause();
    assert.equal(session.running, null);
  });
});

describe('habits of Python', () => {
  it('are marked without a run, mended one by one or all at once, and left where a comment says so', async () => {
    const { uri, document } = await model(
      'habits.tl.ts',
      "import * as torch from 'tensor-lens';\nprint(None)\nprint(False)\nprint(True) // tensor-lens-ignore\n",
    );
    await until(() => diagnosticsOf(uri).length === 2, 'the marks');
    assert.match(diagnosticsOf(uri)[0]!.message, /Python's 'print\(None\)' is 'console\.log\(None\)' here|Python's 'None' is 'null' here/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(1, 0, 1, 11),
    );
    const all = actions.find(({ title }) => title === 'Fix all habits of Python in this file');
    assert.ok(all?.edit, actions.map(({ title }) => title).join('\n'));
    assert.ok(await vscode.workspace.applyEdit(all.edit));
    assert.equal(document.lineAt(1).text, 'console.log(null)');
    assert.equal(document.lineAt(3).text, 'print(True) // tensor-lens-ignore');
    await until(() => diagnosticsOf(uri).length === 0, 'nothing left to mend');
  });
});
