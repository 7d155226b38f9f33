import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXAMPLE_SCHEME } from '../../src/host/files/examples.js';
import { runTool, tensorTool } from '../../src/host/assistant/languageModelTools.js';
import { templates } from '../../src/host/files/templates.js';
import { extension, manifest, model, runBackward, runForward, SQUARES, until } from './models.js';

const NET = `import * as torch from 'tensor-lens';

class Net extends torch.nn.Module {
  fc = new torch.nn.Linear(3, 2);

  forward(x: torch.Tensor) {
    return this.fc(x);
  }
}

const net = new Net();
const loss = net(torch.ones(4, 3)).pow(2).mean();
loss.backward();
`;

describe('CodeLens', () => {
  const lensesOf = async (uri: vscode.Uri) => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
    return lenses
      .filter(({ command }) => command?.command.startsWith('tensorLens.'))
      .map(({ range, command }) => `${range.start.line}: ${command!.title}`);
  };

  it('offers the runs on top of a model file, and tells the last result', async () => {
    const { uri } = await model('lens.tl.ts', SQUARES);
    assert.deepEqual(await lensesOf(uri), ['0: $(play) Run Forward', '0: $(debug-rerun) Run Backward', '0: $(type-hierarchy) Show Graph']);
    await runBackward(uri);
    assert.ok((await lensesOf(uri)).includes('0: $(check) 1 pass, loss 8'));
    assert.ok((await lensesOf(uri)).includes('0: $(output) 4 lines of output'));
    assert.ok((await lensesOf(uri)).some((lens) => lens.startsWith('7: pass 1 of 1 · loss 8')));
  });

  it('tells the parameters and the output of a module', async () => {
    const { uri } = await model('module.tl.ts', NET);
    const run = await runBackward(uri);
    assert.equal(run?.status, 'ok', run?.error?.message);
    assert.ok((await lensesOf(uri)).includes('2: 8 parameters · output float32[4, 2]'), (await lensesOf(uri)).join('\n'));
  });

  it('is not offered in other files', async () => {
    const { uri } = await model('plain.ts', 'export const a = 1;\n');
    assert.deepEqual(await lensesOf(uri), []);
  });
});

describe('the examples', () => {
  it('are opened from the extension, can be run and changed, and become again what they were', async () => {
    const folder = vscode.Uri.from({ scheme: EXAMPLE_SCHEME, path: '/' });
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).filter((name) => name.endsWith('.tl.ts'));
    assert.ok(names.length >= 9, names.join(', '));
    await vscode.commands.executeCommand('tensorLens.openExample', names.sort()[0]);
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.scheme, EXAMPLE_SCHEME);
    assert.equal((await runForward(document.uri))?.status, 'ok');
    const read = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    const before = await read();
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode('// changed'));
    assert.equal(await read(), '// changed');
    await vscode.workspace.fs.delete(document.uri);
    assert.equal(await read(), before);
    const other = vscode.Uri.joinPath(folder, 'other.tl.ts');
    await assert.rejects(Promise.resolve(vscode.workspace.fs.writeFile(other, new Uint8Array())), /NoPermissions/);
  });
});

describe('the templates of New Model', () => {
  for (const { label, file } of templates()) {
    it(`${label} runs`, async () => {
      const source = vscode.Uri.joinPath(
        vscode.extensions.getExtension('tensor-lens.tensor-lens')!.extensionUri,
        'media',
        'templates',
        file,
      );
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
      const { uri } = await model(`template-${file}.tl.ts`, text);
      const run = await runBackward(uri);
      assert.equal(run?.status, 'ok', run?.error?.message);
      assert.deepEqual(run.diagnostics, []);
    });
  }
});

describe('the graph panel', () => {
  it('is one, beside the editor of its model', async () => {
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    const { uri } = await model('panel.tl.ts', SQUARES);
    const panels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ label }) => label === 'Graph: panel.tl.ts'));
    await vscode.commands.executeCommand('tensorLens.showGraph', uri);
    await vscode.commands.executeCommand('tensorLens.showGraph', uri);
    await until(() => panels().length > 0, 'the panel');
    assert.equal(panels().length, 1);
    assert.notEqual(panels()[0]!.group.viewColumn, vscode.ViewColumn.One);
  });

  it('follows the model in front, unless it is pinned', async () => {
    const labels = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label).filter((label) => label.startsWith('Graph: ')));
    const first = await model('follow-1.tl.ts', SQUARES);
    await vscode.commands.executeCommand('tensorLens.showGraph', first.uri);
    await until(() => labels().includes('Graph: follow-1.tl.ts'), 'the panel of the first model');
    const second = await model('follow-2.tl.ts', SQUARES);
    await vscode.window.showTextDocument(second.document, vscode.ViewColumn.One);
    await until(() => labels().includes('Graph: follow-2.tl.ts'), 'the panel at the second model');
    await vscode.commands.executeCommand('tensorLens.pinGraph');
    await until(() => labels().includes('Graph: follow-2.tl.ts (pinned)'), 'the sign that it is pinned');
    await vscode.window.showTextDocument(first.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('tensorLens.showGraph', first.uri);
    await until(() => labels().length === 2 && labels().includes('Graph: follow-1.tl.ts'), 'a panel of its own');
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    await vscode.commands.executeCommand('tensorLens.showGraph', second.uri);
    await until(() => labels().join() === 'Graph: follow-2.tl.ts', 'one panel again');
    await vscode.commands.executeCommand('tensorLens.pinGraph');
    await vscode.commands.executeCommand('tensorLens.unpinGraph');
    await until(() => labels().join() === 'Graph: follow-2.tl.ts', 'the panel without the pin');
  });
});

describe('the tools for language models', () => {
  const { token } = new vscode.CancellationTokenSource();
  const textOf = (result: vscode.LanguageModelToolResult | null | undefined): string =>
    (result?.content ?? []).map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');

  it('run a model and read its tensors', async () => {
    await model('tool.tl.ts', SQUARES);
    const { sessions } = await extension();
    const ran = await runTool(sessions).invoke({ input: { file: 'tool.tl.ts' }, toolInvocationToken: undefined }, token);
    const report = JSON.parse(textOf(ran)) as { status: string; losses: number[]; tensors: { name: string; at: string }[] };
    assert.equal(report.status, 'ok');
    assert.deepEqual(report.losses, [8]);
    assert.deepEqual(
      report.tensors.map(({ name, at }) => `${name} ${at}`),
      ['x1 tool.tl.ts:3:7', 'y1 tool.tl.ts:4:7', 'z1 tool.tl.ts:5:7', 'out1 tool.tl.ts:6:7'],
    );
    const read = async (name: string) =>
      textOf(await vscode.lm.invokeTool('tensor_lens_tensor', { input: { file: 'tool.tl.ts', name }, toolInvocationToken: undefined }));
    const [tensor] = JSON.parse(await read('x1')) as { grad_text: string }[];
    assert.match(tensor!.grad_text, /^tensor\(\[\[2\., 2\.\]/);
    assert.match(await read('nope'), /^No tensor was bound to 'nope'/);
  });

  it('ask before they run a model', async () => {
    const { sessions } = await extension();
    const prepared = await runTool(sessions).prepareInvocation!({ input: { file: 'tool.tl.ts' } }, token);
    assert.match(String(prepared?.confirmationMessages?.message), /Run tool\.tl\.ts/);
    const reading = async (file: string) =>
      (await tensorTool(sessions).prepareInvocation!({ input: { file, name: 'x1' } }, token))?.confirmationMessages;
    assert.equal(await reading('tool.tl.ts'), undefined, 'what has run is only read');
    await model('unread.tl.ts', SQUARES);
    assert.match(String((await reading('unread.tl.ts'))?.message), /Run unread\.tl\.ts/);
  });

  it('say in a sentence what they cannot do', async () => {
    const { sessions } = await extension();
    const refuse = (file: string) =>
      Promise.resolve().then(() => runTool(sessions).invoke({ input: { file }, toolInvocationToken: undefined }, token));
    await assert.rejects(refuse('plain.ts'), /^Error: 'plain\.ts' is no model file: their names end in \.tl\.ts\.$/);
    assert.match(textOf(await refuse('missing.tl.ts')), /"status":"error","error":\{[^}]*missing\.tl\.ts/);
  });

  it('are those of the manifest', () => {
    const { languageModelTools } = manifest().contributes as unknown as { languageModelTools: { name: string }[] };
    const names = languageModelTools.map(({ name }) => name);
    assert.deepEqual(names, ['tensor_lens_run', 'tensor_lens_tensor']);
    for (const name of names)
      assert.ok(
        vscode.lm.tools.some((tool) => tool.name === name),
        name,
      );
  });
});
