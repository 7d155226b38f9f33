import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ApiHovers } from '../../src/host/completion/apiHovers.js';
import { ApiSignatures } from '../../src/host/completion/apiSignatures.js';
import { ArgumentCompletions } from '../../src/host/completion/argumentCompletions.js';
import { Library } from '../../src/host/completion/library.js';
import { MemberCompletions } from '../../src/host/completion/memberCompletions.js';
import { WithoutPlugins, type Answer } from '../../src/host/completion/withoutPlugins.js';
import { EXTENSION, extension, model, positionOf, runForward, until } from './models.js';

const TEXT = `import * as torch from 'tensor-lens';
const { nn } = torch;
const x = torch.ones(32, 10); // [batch, features]
const held = [x][0]!;
const total = held.sum({ dim: 1 });
const fc = new nn.Linear(10, 2);
`;

const { token } = new vscode.CancellationTokenSource();
const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
const open = async (name: string, line: string) => {
  const opened = await model(name, TEXT + line);
  return { ...opened, end: opened.document.positionAt(opened.document.getText().length) };
};

/** All completions that VS Code offers, ours and TypeScript's. */
async function offered(uri: vscode.Uri, position: vscode.Position, trigger?: string): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, position, trigger);
  return list.items;
}

describe('keywords and dims', () => {
  before(() => vscode.workspace.getConfiguration('tensorLens').update('live.mode', 'off', vscode.ConfigurationTarget.Global));
  after(() => vscode.workspace.getConfiguration('tensorLens').update('live.mode', undefined, vscode.ConfigurationTarget.Global));

  it('are offered in a call: PyTorch’s keywords with types and defaults after a space', async () => {
    const { uri, end } = await open('keywords.tl.ts', 'x.sum({ ');
    const items = await offered(uri, end, ' ');
    const keepdim = items.find((item) => labelOf(item) === 'keepdim');
    assert.equal(keepdim?.detail, 'keepdim: bool = False', items.map(labelOf).join(', '));
    assert.equal((keepdim.insertText as vscode.SnippetString).value, 'keepdim: ${1|true,false|}');
  });

  it('are offered once where TypeScript offers them', async () => {
    const { uri, end } = await open('once.tl.ts', 'x.sum({ ');
    const names = (await offered(uri, end)).map(labelOf);
    assert.equal(names.filter((name) => name === 'keepdim').length, 1, names.join(', '));
    const members = (await offered(uri, positionOf((await open('members.tl.ts', 'torch.')).document, 'torch.', 6))).map(labelOf);
    assert.deepEqual(
      members.filter((name, i) => members.indexOf(name) !== i),
      [],
    );
  });

  it('dims come with the sizes that the tensor had, also after edits', async () => {
    const { uri, document, editor } = await open('dims.tl.ts', '');
    assert.equal((await runForward(uri))?.status, 'ok');
    const dims = async (line: string) => {
      await editor.edit((builder) => builder.replace(new vscode.Range(6, 0, 7, 0), line));
      const items = await offered(uri, document.positionAt(document.getText().length), ' ');
      return items
        .filter(({ kind }) => kind === vscode.CompletionItemKind.EnumMember)
        .map(({ label }) => (typeof label === 'string' ? label : `${label.label}: ${label.description}`));
    };
    assert.deepEqual(await dims('held.sum({ dim: '), ['0: size 32', '1: size 10', '-1: size 10']);
    assert.deepEqual(await dims('torch.softmax(total, '), ['0: size 32', '-1: size 32']);
    assert.deepEqual(await dims('x.sum({ dim: '), ['0: batch · size 32', '1: features · size 10', '-1: features · size 10']);
    assert.deepEqual(await dims('held.relu('), []);
  });
});

describe('help with the library where TypeScript loads no plugin', () => {
  const library = async () => new Library(vscode.extensions.getExtension(EXTENSION)!.extensionUri, (await extension()).sessions);

  it('hovers tell signature and documentation', async () => {
    const { document } = await open('hover.tl.ts', 'x.matmul(x.t());\n');
    const hovers = new ApiHovers(await library());
    const at = async (text: string, offset = 0) => {
      const hover = await hovers.provideHover(document, positionOf(document, text, offset));
      return hover?.contents.map((content) => (content as vscode.MarkdownString).value).join('\n') ?? '';
    };
    assert.match(await at('ones(', 1), /torch\.ones\(\*size: int, \*?.*\) -> Tensor/);
    assert.match(await at('matmul', 2), /Tensor\.matmul\(other: Tensor\D*\) -> Tensor[^]*The product of vectors/);
    assert.match(await at('Linear', 3), /torch\.nn\.Linear\(in_features: int, out_features: int, bias: bool = True/);
    assert.equal(await at('held =', 1), '');
    assert.equal(await at("'tensor-lens'", 3), '');
  });

  it('completes members of the library and of tensors, documented', async () => {
    const completions = new MemberCompletions(await library());
    const members = async (line: string) => {
      const { document, end } = await open('complete.tl.ts', line);
      return completions.provideCompletionItems(document, end);
    };
    const ofTorch = await members('torch.');
    assert.deepEqual(
      ['matmul', 'nn', 'optim', 'float32', 'Tensor'].filter((name) => !ofTorch.some((item) => item.label === name)),
      [],
    );
    assert.ok((await members('torch.optim.Ad')).some(({ label }) => label === 'Adam'));
    assert.ok((await members('new nn.')).some(({ label }) => label === 'Linear'));
    assert.ok((await members('x.relu().')).some(({ label }) => label === 'softmax'));
    assert.deepEqual(await members('console.'), []);
    assert.deepEqual(await members('// torch.'), []);
    const matmul = completions.resolveCompletionItem(ofTorch.find(({ label }) => label === 'matmul')!);
    assert.match(matmul.detail!, /^torch\.matmul\(input: Tensor, other: Tensor/);
    assert.match((matmul.documentation as vscode.MarkdownString).value, /The product of vectors/);
  });

  it('completes members of a name that held a tensor when the model ran', async () => {
    const { uri, document, editor } = await open('held.tl.ts', '');
    const completions = new MemberCompletions(await library());
    const after = () => completions.provideCompletionItems(document, document.positionAt(document.getText().length));
    const write = (line: string) => editor.edit((builder) => builder.replace(new vscode.Range(6, 0, 7, 0), line));
    await write('held.');
    assert.deepEqual(await after(), []);
    await write('');
    await runForward(uri);
    await write('held.');
    assert.ok((await after()).some(({ label }) => label === 'sum'));
  });

  it('keywords within braces are ours, and signatures mark the argument', async () => {
    const { document, end } = await open('signature.tl.ts', 'torch.matmul(x, ');
    const help = await new ApiSignatures(await library()).provideSignatureHelp(document, end);
    const active = help!.signatures[help!.activeSignature]!;
    const [from, to] = active.parameters[help!.activeParameter]!.label as [number, number];
    assert.equal(active.label.slice(from, to), 'other: Tensor');
    const braces = await open('braces.tl.ts', 'x.sum({ k');
    const items = await new ArgumentCompletions(await library(), (await extension()).sessions, false).provideCompletionItems(
      braces.document,
      braces.end,
      token,
      {
        triggerCharacter: undefined,
      },
    );
    assert.ok(items.some(({ label }) => label === 'keepdim'));
  });
});

describe('where the TypeScript server loads no plugin', () => {
  const reports = vscode.languages.createDiagnosticCollection('as TypeScript');
  after(() => reports.dispose());

  /** Collects the messages of `WithoutPlugins` in a window without earlier messages. */
  function listening(settingOf7?: () => string | undefined) {
    const kept = new Map<string, unknown>();
    const memory: vscode.Memento = {
      keys: () => [...kept.keys()],
      get: <T>(key: string) => kept.get(key) as T,
      update: (key, value) => Promise.resolve(void kept.set(key, value)),
    };
    const said: { text: string; answers: string[] }[] = [];
    const say = (text: string, ...answers: Answer[]) => {
      said.push({ text, answers: answers.map(({ title }) => title) });
      return Promise.resolve(undefined);
    };
    const start = () => new WithoutPlugins(memory, say, 0, settingOf7);
    return { said, start };
  }
  const mark = (document: vscode.TextDocument, text: string, code: number): vscode.Diagnostic => {
    const from = positionOf(document, text);
    const diagnostic = new vscode.Diagnostic(new vscode.Range(from, from.translate(0, 1)), 'must be of type number');
    return Object.assign(diagnostic, { code });
  };

  it('one sentence, once, says what to do when it marks an operator on tensors', async () => {
    const { document, uri } = await open('marked.tl.ts', "const y = x * 2;\nconst z = x << 1;\nconst s = 'a' - 1;\nx / 2;\n");
    const { said, start } = listening(() => undefined);
    // These two are also errors with the plugin.
    reports.set(uri, [mark(document, 'x << 1', 2362), mark(document, "'a' - 1", 2362), mark(document, 'x * 2', 2304)]);
    let listener = start();
    await vscode.commands.getCommands(true);
    assert.equal(said.length, 0);
    reports.set(uri, [mark(document, 'x * 2', 2362)]);
    await until(() => said.length > 0, 'the sentence');
    assert.match(said[0]!.text, /runs without the plugin of Tensor Lens.*Choose the version of TypeScript that comes with VS Code/);
    listener.dispose();
    listener = start();
    reports.set(uri, [mark(document, 'x / 2', 2362)]);
    await vscode.commands.getCommands(true);
    listener.dispose();
    assert.equal(said.length, 1);
  });

  it('TypeScript 7 is named, with its setting', async () => {
    await open('native.tl.ts', '');
    const { said, start } = listening(() => 'typescript.experimental.useTsgo');
    const listener = start();
    await until(() => said.length > 0, 'the sentence');
    listener.dispose();
    assert.match(said[0]!.text, /^TypeScript 7 runs no plugins yet/);
    assert.deepEqual(said[0]!.answers, ['Open Setting']);
  });
});
