import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverAt, model, positionOf, runBackward } from './models.js';

const DESCENT = `import * as torch from 'tensor-lens';

const w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 3; i++) {
  const y = w.mul(i + 1);
  y.sum().backward();
  w.grad = null;
}
`;

describe('the chosen pass', () => {
  it('is what hovers speak of, the last one until one is chosen', async () => {
    const { uri, document, session } = await model('passes.tl.ts', DESCENT);
    assert.equal((await runBackward(uri))?.pass_count, 3);
    const hover = () => hoverAt(document, positionOf(document, 'y ='));
    assert.match(await hover(), /tensor\(\[3\., 3\.\]/);
    assert.match(await hover(), /held 3 tensors in this run/);
    await vscode.commands.executeCommand('tensorLens.choosePass', uri, 0);
    assert.equal(session.chosenPass, 0);
    assert.match(await hover(), /pass 1 of 3/);
    assert.match(await hover(), /tensor\(\[1\., 1\.\]/);
    assert.match(await hoverAt(document, positionOf(document, 'mul(')), /y = w · 1/);
    assert.match(await hoverAt(document, positionOf(document, 'grad = null')), /\*\*`w\.grad`\*\*[^]*tensor\(\[1\., 1\.\]/);
  });

  it('stays over a new run that still has it', async () => {
    const { uri, session } = await model('stays.tl.ts', DESCENT);
    await runBackward(uri);
    session.choosePass(1);
    await runBackward(uri);
    assert.equal(session.chosenPass, 1);
  });
});

describe('whole tensors', () => {
  it('are read from the worker of the run, as long as it is the last', async () => {
    const { uri, session } = await model('whole.tl.ts', "import * as torch from 'tensor-lens';\nconst big = torch.arange(10000).mul(2);\n");
    const run = await runBackward(uri);
    const [pass] = run!.passes;
    const node = pass!.nodes.find(({ op }) => op === 'mul')!;
    assert.equal(node.value.data, undefined, 'the run itself carries small tensors only');
    const tensor = await session.tensor(pass!.index, node.id, 'value');
    assert.deepEqual([tensor?.shape, tensor?.data.length, tensor?.data.at(-1)], [[10000], 10000, 19998]);
    assert.equal(await session.tensor(99, node.id, 'value'), null);
  });
});

describe('Add Types', () => {
  it('writes the declarations to node_modules of the workspace', async () => {
    await vscode.commands.executeCommand('tensorLens.addTypes');
    const target = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'node_modules', 'tensor-lens');
    const read = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(target, name)));
    assert.equal((JSON.parse(await read('package.json')) as { types: string }).types, 'index.d.ts');
    assert.match(await read('index.d.ts'), /export/);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(target, '..'), { recursive: true });
  });
});
