import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DiffDocument } from '../../src/exchange/comparison/comparison.js';
import { commands } from '../../src/host/commands/index.js';
import { answer, extension, manifest, model, positionOf, runBackward, until } from './models.js';

/** Closes the unsaved file that the command opened. Other views, such as the output, stay open. */
const close = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

describe('commands', () => {
  before(extension);

  it('are listed, contributed and registered alike', async () => {
    const listed = commands.map(({ id }) => id).sort();
    assert.deepEqual(
      manifest()
        .contributes.commands.map(({ command }) => command)
        .sort(),
      listed,
    );
    const registered = (await vscode.commands.getCommands(true)).filter((id) => listed.includes(id));
    assert.deepEqual(registered.sort(), listed);
  });

  it('have a title in title case and the category of the extension', () => {
    for (const { title, category } of manifest().contributes.commands) {
      assert.equal(category, 'Tensor Lens');
      for (const word of title.split(' ')) assert.match(word, /^(?:[A-Z]|(?:as|from|in|to|of|or|the|and)$)/, title);
    }
  });

  it('have an icon where they stand in a title bar, and are enabled for model files only where they work on one', () => {
    const { commands: contributed, menus } = manifest().contributes;
    const find = (id: string) => contributed.find(({ command }) => command === id)!;
    for (const { command, when } of menus['editor/title']!) {
      assert.ok(find(command).icon, `${command} has no icon`);
      // The title bar of a model file, or of the graph panel.
      assert.match(when ?? '', /\\\.tl\\\.ts|activeWebviewPanelId == 'tensorLens\.graph'/);
    }
    for (const name of ['runForward', 'runBackward', 'stop', 'showGraph', 'choosePass'])
      assert.match(find(`tensorLens.${name}`).enablement ?? '', /resourceFilename =~ \/\\\.tl\\\.ts\$\//);
  });

  it('that need arguments are not in the palette', () => {
    const hidden = manifest()
      .contributes.menus['commandPalette']!.filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    assert.deepEqual(hidden, ['tensorLens.showNode']);
  });
});

describe('each command does what it says', () => {
  const tensorLens = () => vscode.workspace.getConfiguration('tensorLens');
  const folder = () => vscode.workspace.workspaceFolders![0]!.uri;

  it('New Model writes a template where it is told to, with the ending of a model file, and opens it', async () => {
    const place = vscode.Uri.joinPath(folder(), 'begun.ts');
    await vscode.commands.executeCommand('tensorLens.newModel', 'classifier.txt', place);
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.path.split('/').at(-1), 'begun.tl.ts');
    assert.match(document.getText(), /class Net extends nn\.Module/);
  });

  it('New Model asks for a template, and does nothing when none is chosen', async () => {
    const before = vscode.window.activeTextEditor?.document.uri.toString();
    const ran = vscode.commands.executeCommand('tensorLens.newModel');
    await answer(ran, () => vscode.commands.executeCommand('workbench.action.closeQuickOpen'));
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), before);
  });

  it('Export as PyTorch opens the model as a Python script, which is not saved yet', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'taken-along.tl.ts');
    const text = "import * as torch from 'tensor-lens';\nconsole.log(torch.ones(2, { requires_grad: true }));\n";
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.commands.executeCommand('tensorLens.exportPyTorch', uri);
    const { document } = vscode.window.activeTextEditor!;
    assert.match(document.getText(), /^print\(torch\.ones\(2, requires_grad=True\)\)$/m);
    assert.ok(document.isUntitled);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uri);
  });

  it('Export as ONNX writes the model with its gradients, and Open ONNX as Graph opens it as a model that has run', async () => {
    const [uri, onnx] = ['exchanged.tl.ts', 'exchanged.onnx'].map((name) => vscode.Uri.joinPath(folder(), name)) as [
      vscode.Uri,
      vscode.Uri,
    ];
    const text =
      "import * as torch from 'tensor-lens';\nconst x = torch.ones(3), w = torch.full([3], 2.5, { requires_grad: true });\nconst y = w.mul(x).sum();\ny.backward();\n";
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.commands.executeCommand('tensorLens.exportOnnx', uri, 'backward', onnx);
    await vscode.commands.executeCommand('tensorLens.openOnnx', onnx);
    const opened = vscode.workspace.textDocuments.find(({ uri: { path } }) => path.endsWith('/exchanged.onnx.tl.ts'))!;
    assert.ok(opened.isUntitled);
    assert.match(opened.getText(), /^const w = new nn\.Parameter\(weights\['w'\]\);$/m);
    const { run } = (await extension()).sessions.of(opened.uri).result!;
    assert.deepEqual(
      [run.status, run.output.some((line) => /^y /.test(line)), run.output.some((line) => /^w_grad /.test(line))],
      ['ok', true, true],
    );
    await vscode.window.showTextDocument(opened);
    await close();
    for (const file of [uri, onnx]) await vscode.workspace.fs.delete(file);
  });

  it('Convert from Python opens the model beside the file, and Show Other Line goes from one to the other', async () => {
    const uri = vscode.Uri.joinPath(folder(), 'program.py');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('import torch\n\nx = torch.ones(2)\nprint(x * 2)\n'));
    await vscode.commands.executeCommand('tensorLens.convertPython', uri);
    const editor = vscode.window.activeTextEditor!;
    assert.ok(editor.document.isUntitled);
    assert.match(editor.document.uri.path, /program\.tl\.ts$/);
    assert.match(editor.document.getText(), /^const x = torch\.ones\(2\);$/m);
    const line = editor.document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('x * 2'));
    editor.selection = new vscode.Selection(line, 0, line, 0);
    await vscode.commands.executeCommand('tensorLens.showOtherLine');
    await until(() => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString(), 'the Python file');
    assert.equal(vscode.window.activeTextEditor!.selection.active.line, 3);
    await close();
    await vscode.window.showTextDocument(editor.document);
    await close();
    await vscode.workspace.fs.delete(uri);
  });

  it('Paste as Model opens what was copied as a model', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'no model' }));
    // A browser asks the user before it reads the clipboard, so the text is an argument.
    await vscode.commands.executeCommand('tensorLens.pasteAsModel', '    import torch\n    print(torch.zeros(2))\n');
    assert.match(vscode.window.activeTextEditor!.document.getText(), /torch\.zeros\(2\)/);
    await close();
    await close();
  });

  it('Update Snapshots runs the tests and writes what they are now', async () => {
    const text =
      "import * as torch from 'tensor-lens';\nimport { test, expect } from 'tensor-lens/test';\ntest('ones', () => expect(torch.ones(2)).toMatchSnapshot());\n";
    const [uri, kept] = ['ones.tl.test.ts', '__snapshots__/ones.tl.test.ts.snap'].map((name) => vscode.Uri.joinPath(folder(), name)) as [
      vscode.Uri,
      vscode.Uri,
    ];
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.workspace.fs.writeFile(kept, new TextEncoder().encode('exports[`ones 1`] = `another one`;\n'));
    await vscode.commands.executeCommand('tensorLens.updateSnapshots');
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(kept)), /\[`ones 1`\] = `\nfloat32 \[2\]\n\[1\.0, 1\.0\]\n`/);
    const { tests } = await extension();
    assert.deepEqual(
      [...tests.controller.items.get(uri.toString())!.children].map(([, { label }]) => label),
      ['ones'],
    );
    await vscode.workspace.fs.delete(uri);
    await vscode.workspace.fs.delete(kept);
  });

  it('Choose When to Run Again sets the mode of Live, given or from the list', async () => {
    await vscode.commands.executeCommand('tensorLens.chooseLive', 'onSave');
    assert.equal(tensorLens().get('live.mode'), 'onSave');
    const ran = vscode.commands.executeCommand('tensorLens.chooseLive');
    await answer(ran, () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'));
    assert.equal(tensorLens().get('live.mode'), 'onType');
    await tensorLens().update('live.mode', undefined, vscode.ConfigurationTarget.Global);
  });

  it('Toggle Inlay Hints switches them off and on', async () => {
    await vscode.commands.executeCommand('tensorLens.toggleInlayHints');
    assert.equal(tensorLens().get('inlayHints.enabled'), false);
    await vscode.commands.executeCommand('tensorLens.toggleInlayHints');
    assert.equal(tensorLens().get('inlayHints.enabled'), true);
    await tensorLens().update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
  });

  it('Show Output opens the channel with what models printed', async () => {
    const { uri } = await model('prints.tl.ts', "console.log('printed by the model');\n");
    await runBackward(uri);
    await vscode.commands.executeCommand('tensorLens.showOutput');
    const shown = () =>
      vscode.window.visibleTextEditors.some(
        ({ document }) => document.uri.scheme === 'output' && document.getText().includes('printed by the model'),
      );
    await until(shown, 'the output');
  });

  it('Show Node chooses the pass of a node and opens the graph', async () => {
    const loop = "import * as torch from 'tensor-lens';\nconst w = torch.ones(2, { requires_grad: true });\n";
    const { uri, session } = await model('node.tl.ts', `${loop}for (let i = 0; i < 2; i++) w.mul(i).sum().backward();\n`);
    await runBackward(uri);
    const [pass] = session.result!.run.passes;
    await vscode.commands.executeCommand('tensorLens.showNode', uri, pass!.nodes[0]!.key, pass!.index);
    assert.equal(session.chosenPass, 0);
    await until(() => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Graph: node.tl.ts')), 'the panel');
  });

  it('Move Number runs the model with another number; Restore leaves the text alone, and Keep writes it in one step', async () => {
    const text =
      "import * as torch from 'tensor-lens';\nconst rate = 0.5;\ntorch.ones(2, { requires_grad: true }).mul(rate).sum().backward();\n";
    const { uri, document, editor, session } = await model('moved.tl.ts', text);
    await runBackward(uri);
    const loss = () => session.result!.run.passes[0]!.loss!.toFixed(4);
    const cursor = positionOf(document, '0.5', 1);
    editor.selection = new vscode.Selection(cursor, cursor);
    await vscode.commands.executeCommand('tensorLens.numberUp');
    assert.deepEqual([loss(), document.getText()], ['1.0200', text]);
    await vscode.commands.executeCommand('tensorLens.dropNumbers');
    assert.deepEqual([loss(), document.getText()], ['1.0000', text]);
    await vscode.commands.executeCommand('tensorLens.numberDown');
    await vscode.commands.executeCommand('tensorLens.keepNumbers');
    assert.match(document.getText(), /rate = 0\.49;/);
    await until(() => loss() === '0.9800' && !session.isTrying, 'the run of what was kept');
    await vscode.commands.executeCommand('undo');
    await until(() => document.getText() === text, 'the text before, after one undo');
    await vscode.commands.executeCommand('tensorLens.knobs', uri.toString());
    await until(
      () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Graph: moved.tl.ts')),
      'the panel',
    );
  });

  it('Keep This Run keeps it with its text, and Compare Runs finds where another one parts from it, and why', async () => {
    const text = "import * as torch from 'tensor-lens';\nconst w = torch.ones(2, { requires_grad: true });\nw.mul(3).sum().backward();\n";
    const { uri, document } = await model('kept.tl.ts', text);
    await vscode.commands.executeCommand('tensorLens.keepRun', uri, 'before');
    const edit = new vscode.WorkspaceEdit();
    const place = positionOf(document, '3', 1);
    edit.replace(uri, new vscode.Range(place.translate(0, -1), place), '4');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const found = await vscode.commands.executeCommand<DiffDocument>('tensorLens.compareRuns', uri, 'before');
    assert.equal(found.a, 'before');
    assert.equal(found.b, 'kept.tl.ts');
    assert.deepEqual([found.first?.pass, found.first?.what, found.first?.op, found.first?.values], [1, 'value', 'mul', { a: 3, b: 4 }]);
    assert.equal(found.cause?.b?.line, 3);
    const isShown = () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'before ↔ kept.tl.ts'));
    await until(isShown, 'the page that compares them');
  });

  it('those that work on a model say so where there is none', async () => {
    await model('no-model.ts', 'export const a = 1;\n');
    assert.equal(await vscode.commands.executeCommand('tensorLens.runForward'), undefined);
    assert.equal(await vscode.commands.executeCommand('tensorLens.choosePass'), undefined);
  });
});
