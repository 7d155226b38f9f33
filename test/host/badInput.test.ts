import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf, extension, model, runBackward, runForward, SQUARES, until } from './models.js';

const IMPORT = "import * as torch from 'tensor-lens';\n";

/**
 * Runs a broken model and compares the message and its place with the expected ones. Then repairs the model and runs it
 * again.
 */
async function fails(name: string, text: string, message: RegExp, [line, start, end]: [number, number, number]): Promise<void> {
  const { uri, document, editor } = await model(name, text);
  await runBackward(uri);
  const found = diagnosticsOf(uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
  assert.equal(found.length, 1, found.map((d) => d.message).join(' | '));
  assert.match(found[0]!.message, message);
  const { range } = found[0]!;
  assert.deepEqual([range.start.line, range.start.character, range.end.character], [line, start, end]);
  await editor.edit((builder) => builder.replace(new vscode.Range(0, 0, document.lineCount, 0), SQUARES));
  assert.equal((await runBackward(uri))?.status, 'ok');
  assert.deepEqual(diagnosticsOf(uri), []);
}

describe('bad input gives one clear sentence at the right place, and the next run works:', () => {
  const configuration = () => vscode.workspace.getConfiguration('tensorLens');
  const set = (name: string, value: unknown) => configuration().update(name, value, vscode.ConfigurationTarget.Global);

  before(() => set('live.mode', 'off'));
  after(() => set('live.mode', undefined));

  it('a syntax error', () => fails('syntax.tl.ts', `${IMPORT}const a = torch.ones(2;\n`, /^SyntaxError: .*\.$/, [1, 22, 23]));

  it('a missing import', () =>
    fails(
      'import.tl.ts',
      `${IMPORT}import { a } from './nowhere';\nconsole.log(a);\n`,
      /The file '\.\/nowhere' that is imported here was not found\./,
      [1, 18, 29],
    ));

  it('an unknown function', () =>
    fails('unknown.tl.ts', `${IMPORT}const a = torch.onse(2);\n`, /^TypeError: .*onse is not a function/, [1, 10, 23]));

  it('a throw of a non-error', () => fails('throw.tl.ts', `${IMPORT}throw 42;\n`, /42/, [1, 0, 8]));

  it('more tensors than allowed', async () => {
    await set('tensorMemoryLimit', 64);
    try {
      await fails('memory.tl.ts', `${IMPORT}const all = [];\nwhile (true) all.push(torch.ones(1000, 1000));\n`, /memory|64/i, [2, 22, 44]);
    } finally {
      await set('tensorMemoryLimit', undefined);
    }
  });

  it('an infinite loop, at the time limit', async () => {
    await set('timeLimit', 5);
    try {
      await fails('forever.tl.ts', `${IMPORT}while (true) {}\n`, /The run was ended after 5 s/, [1, 0, 12]);
    } finally {
      await set('timeLimit', undefined);
    }
  });

  it('an infinite loop, stopped', async () => {
    const { uri } = await model(
      'stop.tl.ts',
      `${IMPORT}const a = torch.ones(2).add(1);\nconsole.log('has been added');\nwhile (true) {}\n`,
    );
    const isShown = (text: string) => vscode.workspace.textDocuments.some((d) => d.uri.scheme === 'output' && d.getText().includes(text));
    // Text that is written while the channel opens is shown only together with later text. Here no later text comes, so
    // the channel is opened first.
    await vscode.commands.executeCommand('tensorLens.showOutput');
    await until(() => isShown(''), 'the output to be open');
    const run = runBackward(uri);
    await until(() => isShown('has been added'), 'the run to have printed');
    await vscode.commands.executeCommand('tensorLens.stop', uri);
    const { status, passes } = (await run)!;
    assert.equal(status, 'cancelled');
    assert.equal(passes[0]?.nodes.length, 2, 'what was computed is kept');
    assert.deepEqual(diagnosticsOf(uri), []);
  });

  it('a file deleted while it runs', async () => {
    const { uri, session } = await model('deleted.tl.ts', `${IMPORT}while (true) {}\n`);
    const run = runBackward(uri);
    await until(() => session.running !== null, 'the run to begin');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(uri);
    assert.equal(await run, null);
    assert.equal((await extension()).sessions.find(uri), undefined);
    const again = await model('deleted.tl.ts', SQUARES);
    assert.equal((await runForward(again.uri))?.status, 'ok');
  });

  it('two files at once, and a newer run of the same file', async () => {
    const endless = `${IMPORT}while (true) {}\n`;
    const a = await model('one.tl.ts', endless);
    const b = await model('two.tl.ts', SQUARES);
    const first = runBackward(a.uri);
    await until(() => a.session.running !== null, 'the first run to begin');
    assert.equal((await runBackward(b.uri))?.status, 'ok');
    assert.ok(a.session.running, 'the other file goes on');
    const second = runBackward(a.uri);
    assert.equal(await first, null, 'the newer run ends the older one');
    a.session.stop();
    assert.equal((await second)?.status ?? 'cancelled', 'cancelled');
  });
});
