import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCli } from '../cli/runCli.js';

const cli = makeCli();
afterAll(() => cli.dispose());

const TORCH = "import * as torch from 'tensor-lens';\n";

describe('files beside a model', () => {
  it('are written and read again', async () => {
    cli.write({ 'data.csv': 'x,y\n1,2\n3,4\n' });
    const run = await cli.json(`${TORCH}
const table = await torch.utils.data.read_csv('data.csv');
const model = new torch.nn.Linear(2, 1);
await torch.save(model.state_dict(), 'model.safetensors');
await torch.save({ epoch: 2, model: model.state_dict() }, 'model.pt');
await torch.save(table, 'table.npy');
await torch.save({ table }, 'table.npz');
const other = new torch.nn.Linear(2, 1);
other.load_state_dict(await torch.load('model.safetensors'));
const y = other(await torch.load('table.npy'));
console.log(y.equal(model(table)), (await torch.load('model.pt')).epoch, (await torch.load('table.npz')).table.tolist());
`);
    expect(run).toMatchObject({ status: 'ok', error: null });
    expect(run.output).toEqual(['true 2 [ [ 1, 2 ], [ 3, 4 ] ]']);
  });

  it('are written though nobody waits for it', async () => {
    const run = await cli.json(`${TORCH}torch.save(torch.ones(3), 'late.npy').then(() => torch.save(torch.ones(4), 'later.npy'));`);
    expect(run).toMatchObject({ status: 'ok', error: null });
    expect(['late.npy', 'later.npy'].map((name) => fs.existsSync(path.join(cli.folder, name)))).toEqual([true, true]);
  });

  it.each([
    ["await torch.load('none.npy');", 'FileNotFoundError', "[Errno 2] No such file or directory: 'none.npy'"],
    [
      "await torch.load('../none.npy');",
      'OSError',
      "'../none.npy' cannot be read: '../none.npy' is not in the folder of the model file, nor in the one that it was started in.",
    ],
    ["await torch.save(torch.ones(1), 'no/x.npy');", 'FileNotFoundError', "'no/x.npy' cannot be written: its folder does not exist."],
  ])('are missed with a sentence: %s', async (text, name, message) => {
    expect(await cli.json(TORCH + text)).toMatchObject({ status: 'error', error: { name, message, source: { line: 2 } } });
  });

  it('are missed though nobody waits for it', async () => {
    const message = "[Errno 2] No such file or directory: 'none.npy'\n'torch.load(…)' has its result later: write 'await' before it.";
    const error = { name: 'FileNotFoundError', message };
    expect(await cli.json(`${TORCH}torch.load('none.npy');`)).toMatchObject({ status: 'error', error });
  });

  it('are pictures and shipped data too', async () => {
    const pictures = JSON.parse(fs.readFileSync(new URL('../engine/torchvision/pictures.json', import.meta.url), 'utf8')) as Record<
      string,
      { file: string }
    >;
    for (const name of ['rgb8', 'jpeg420']) fs.writeFileSync(path.join(cli.folder, name), Buffer.from(pictures[name]!.file, 'base64'));
    const run = await cli.json(`${TORCH}
import * as torchvision from 'tensor-lens/torchvision';
import { datasets } from 'tensor-lens/sklearn';
const [a, b] = [await torchvision.io.read_image('rgb8'), await torchvision.io.read_image('jpeg420', torchvision.io.ImageReadMode.GRAY)];
const iris = await datasets.load_iris();
const [X, y] = datasets.make_moons(4, { random_state: 0 });
console.log(String(a.shape), String(b.shape), String(torch.tensor(iris.data, { dtype: torch.float32 }).mean(0)), X.shape, y.tolist());
`);
    expect(run.error).toBeNull();
    expect(run.output).toEqual([
      'torch.Size([3, 6, 7]) torch.Size([1, 13, 19]) tensor([5.8433, 3.0573, 3.7580, 1.1993]) [ 4, 2 ] [ 1, 1, 0, 0 ]',
    ]);
  });
});
