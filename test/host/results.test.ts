import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ClosedFiles } from '../../src/host/sessions/closedFiles.js';
import { diagnosticsOf, extension, hoverAt, model, positionOf, runBackward, runForward, SQUARES, until } from './models.js';

describe('results in the editor', () => {
  it('Run Forward gives values and no gradients', async () => {
    const { uri, document, session } = await model('forward.tl.ts', SQUARES);
    const run = await runForward(uri);
    assert.equal(run?.status, 'ok', run?.error?.message);
    assert.equal(run.passes.length, 1);
    assert.equal(run.passes[0]!.backward, false);
    assert.ok(session.result!.run.bindings.every(({ grad }) => grad === null));
    const hover = await hoverAt(document, positionOf(document, 'z1 ='));
    assert.match(hover, /float32\[2, 2\]/);
    assert.match(hover, /grad_fn=<MulBackward0>/);
    assert.match(hover, /tensor\(\[\[8\., 8\.\],\n {8}\[8\., 8\.\]\]/);
    assert.doesNotMatch(hover, /Gradient/);
  });

  it('Run Backward gives values and gradients, to names and to expressions', async () => {
    const { uri, document } = await model('backward.tl.ts', SQUARES);
    const run = await runBackward(uri);
    assert.equal(run?.passes[0]!.loss, 8);
    assert.match(await hoverAt(document, positionOf(document, 'x1 =')), /Gradient\n```python\ntensor\(\[\[2\., 2\.\],/);
    assert.match(await hoverAt(document, positionOf(document, 'mul(y1)')), /\*\*`mul`\*\*/);
    assert.match(await hoverAt(document, positionOf(document, 'y1.mul')), /\*\*`y1`\*\*/);
    assert.deepEqual(run.output, [
      'tensor([[8., 8.],',
      '        [8., 8.]], grad_fn=<MulBackward0>) tensor(8., grad_fn=<MeanBackward0>)',
      'tensor([[2., 2.],',
      '        [2., 2.]])',
    ]);
  });
});

describe('results follow their text', () => {
  const edit = (editor: vscode.TextEditor, change: (builder: vscode.TextEditorEdit) => void) => editor.edit(change);

  before(() => vscode.workspace.getConfiguration('tensorLens').update('live.mode', 'off', vscode.ConfigurationTarget.Global));
  after(() => vscode.workspace.getConfiguration('tensorLens').update('live.mode', undefined, vscode.ConfigurationTarget.Global));

  it('hovers move with edits above, and say that they are out of date', async () => {
    const { uri, document, editor, session } = await model('moves.tl.ts', SQUARES);
    await runBackward(uri);
    await edit(editor, (builder) => builder.insert(new vscode.Position(2, 0), '// a new line\n'));
    assert.equal(session.stale, true);
    const hover = await hoverAt(document, positionOf(document, 'y1 ='));
    assert.match(hover, /from before the last edit/);
    assert.match(hover, /tensor\(\[\[2\., 2\.\]/);
    await vscode.commands.executeCommand('undo');
    assert.equal(session.stale, false);
  });

  const failing = [
    ['a syntax error', 'const = 1;\n', 'error'],
    ['an import that is not there', "import './nothing.js';\n", 'error'],
    ['the time limit', 'while (true) {}\n', 'timeout'],
  ] as const;
  for (const [what, text, status] of failing)
    it(`the graph of before stays, out of date, when a run comes to nothing by ${what}`, async () => {
      const configuration = vscode.workspace.getConfiguration('tensorLens');
      await configuration.update('timeLimit', 1, vscode.ConfigurationTarget.Global);
      try {
        const { uri, editor, session } = await model('nothing-new.tl.ts', SQUARES);
        const before = await runBackward(uri);
        await edit(editor, (builder) => builder.insert(new vscode.Position(1, 0), text));
        assert.equal((await runBackward(uri))?.status, status);
        assert.equal(session.result?.run, before);
        assert.equal(session.stale, true);
        await vscode.commands.executeCommand('undo');
        const after = await runBackward(uri);
        assert.equal(session.result?.run, after);
        assert.equal(session.stale, false);
      } finally {
        await configuration.update('timeLimit', undefined, vscode.ConfigurationTarget.Global);
      }
    });

  it('inlay hints move, and go with the text they belong to', async () => {
    const { uri, document, editor } = await model('hints.tl.ts', SQUARES);
    await runBackward(uri);
    const hints = async () => {
      const all = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      const ours = all.filter(({ label }) => Array.isArray(label) && label.some(({ value }) => value.includes('float32')));
      return ours.map(({ position, label }) => [position.line, position.character, (label as vscode.InlayHintLabelPart[])[0]!.value]);
    };
    assert.deepEqual(await hints(), [
      [2, 8, ': float32[2, 2]'],
      [3, 8, ': float32[2, 2]'],
      [4, 8, ': float32[2, 2]'],
      [5, 10, ': float32'],
    ]);
    await edit(editor, (builder) => builder.insert(new vscode.Position(0, 0), '\n'));
    assert.deepEqual(await hints(), [], 'out of date they are drawn as dim decorations');
  });

  it('squiggles move with their expression', async () => {
    const { uri, editor } = await model(
      'squiggle.tl.ts',
      "import * as torch from 'tensor-lens';\nconst a = torch.ones(2).add(torch.ones(3));\n",
    );
    await runBackward(uri);
    const [found] = diagnosticsOf(uri);
    assert.match(found?.message ?? '', /The size of tensor a \(2\) must match the size of tensor b \(3\) at non-singleton dimension 0/);
    assert.deepEqual([found!.range.start.line, found!.range.start.character, found!.range.end.character], [1, 10, 42]);
    await edit(editor, (builder) => builder.insert(new vscode.Position(0, 0), '// one\n// two\n'));
    await until(() => diagnosticsOf(uri)[0]?.range.start.line === 3, 'the squiggle to move');
  });

  it('go, with the process of their run, a while after the last tab with their file was closed', async () => {
    const { sessions } = await extension();
    const closed = new ClosedFiles(sessions, () => false, undefined, 300);
    try {
      const { uri, session } = await model('closed.tl.ts', SQUARES);
      await runBackward(uri);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(sessions.find(uri), session, 'a tab shows it');
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await until(() => sessions.find(uri) === undefined, 'the session to be gone');
      assert.equal(await session.explain({ pass: 0, node: 'n0', which: 'value', entry: [] }), null, 'its process has ended');
    } finally {
      closed.dispose();
    }
  });
});
