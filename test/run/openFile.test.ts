import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/engine/files/index.js';
import * as torch from '../../src/engine/index.js';
import { openFile } from '../../src/run/client/openFile.js';
import { startNodeProcess } from '../../src/run/client/startProcess.node.js';
import type { WorkerHandle } from '../../src/run/client/worker.js';

const FOLDER = path.resolve(import.meta.dirname, '../../dist/process');
const workers: WorkerHandle[] = [];
const start = async () => {
  const worker = await startNodeProcess(FOLDER, { isBackground: false, heapMegabytes: 256 })();
  workers.push(worker);
  return worker;
};
const open = (name: string, content: Uint8Array, longest?: number) =>
  openFile(start, content, { name, maxValues: 16, tensorBytes: 2 ** 28 }, longest);

describe('a file of tensors that is opened', () => {
  it('is listed with its statistics, and read tensor by tensor', async () => {
    const big = torch.arange(2 ** 22 + 1).to(torch.uint8);
    const content = format(
      {
        model: {
          w: torch.tensor([
            [1, 2],
            [3, NaN],
          ]),
        },
        big,
        epoch: 2,
        names: ['a', 'b'],
        more: [torch.ones(1)],
      },
      'x.pt',
    );
    const opened = await open('x.pt', content);
    expect(opened.file.tensors.map(({ name, shape, dtype }) => [name, shape, dtype])).toEqual([
      ['model.w', [2, 2], 'float32'],
      ['big', [2 ** 22 + 1], 'uint8'],
      ['more[0]', [1], 'float32'],
    ]);
    expect(opened.file.tensors[0]!.value).toMatchObject({ min: 1, max: 3, mean: 2, nan: 1, data: [1, 2, 3, 'nan'] });
    expect([opened.file.beside, opened.file.more]).toEqual([
      [
        { name: 'epoch', text: '2' },
        { name: 'names', text: '["a","b"]' },
      ],
      0,
    ]);
    expect((await opened.tensor(0))?.data).toEqual([1, 2, 3, 'nan']);
    await expect(opened.tensor(1)).rejects.toThrow('It has 4194305 elements, too many to show each: cells are means.');
    expect(await opened.tensor(7)).toBeNull();
    opened.dispose();
    await expect(opened.tensor(0)).rejects.toThrow();
  });

  it('is refused in a sentence when it is damaged, no file of tensors, or without any', async () => {
    const whole = format({ w: torch.ones(100) }, 'x.safetensors');
    await expect(open('x.safetensors', whole.subarray(0, 200))).rejects.toThrow(/^'x.safetensors' is cut off: .*\.$/);
    await expect(open('x.npz', new Uint8Array(10))).rejects.toThrow(/^'x.npz' is none of the files that can be read/);
    await expect(open('x.pt', format({ epoch: 1 }, 'x.pt'))).rejects.toThrow("'x.pt' holds no tensors.");
  });

  it('takes no more memory than it may, and no more time', async () => {
    const header = JSON.stringify({ w: { dtype: 'U8', shape: [2 ** 29], data_offsets: [0, 2 ** 29] } });
    const lying = new Uint8Array(8 + header.length + 10);
    new DataView(lying.buffer).setBigUint64(0, BigInt(header.length), true);
    lying.set(new TextEncoder().encode(header), 8);
    await expect(open('x.safetensors', lying)).rejects.toThrow(/cut off/);
    await expect(open('x.npy', format(torch.ones(10), 'x.npy'), 0)).rejects.toThrow('The file could not be read within 0 seconds.');
    for (const worker of workers) await worker.terminate();
  });

  it('is one of ours only by a name without a folder', async () => {
    const worker = await start();
    expect((await worker.readShipped('jpeg.wasm')).length).toBe(fs.statSync(path.join(FOLDER, '../shipped/jpeg.wasm')).size);
    await expect(worker.readShipped('none.bin')).rejects.toThrow(/ENOENT/);
    await worker.terminate();
  });
});
