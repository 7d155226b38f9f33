import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { SourceError } from '../../src/language/sourceError.js';
import { Reader } from '../../src/reader/client/reader.js';
import { startNodeThread } from '../../src/reader/client/startThread.node.js';
import type { StartThread } from '../../src/reader/client/thread.js';
import { serveReader } from '../../src/reader/serveReader.js';
import { threadPort } from '../../src/reader/threadPort.node.js';

const MODEL =
  "import { torch } from 'tensor-lens';\nimport { two } from './two';\nconst [N, C] = torch.ones(2, 3).shape;\nlet x = two; // [N]\n";
const files: Record<string, string> = { '/m.tl.ts': MODEL, '/two.ts': 'export const two = 2;\n' };
const readFile = (file: string) => Promise.resolve(files[file] ?? null);

/** Runs both sides in one thread. `ends` lets the far side fail. */
function beside() {
  const ends: ((message: string) => void)[] = [];
  const start: StartThread = () => {
    const { port1, port2 } = new MessageChannel();
    serveReader(threadPort(port2));
    return Promise.resolve({ port: threadPort(port1), onFailure: (listener) => ends.push(listener), terminate: () => port1.close() });
  };
  return { start, ends };
}

describe('the reader of texts', () => {
  let reader: Reader | undefined;
  afterEach(() => reader?.dispose());

  it('links a program with the files that it imports, in a thread of Node', async () => {
    reader = new Reader(startNodeThread(path.resolve('dist/reader.cjs')));
    const { program, sources, numbers } = await reader.link('/m.tl.ts', readFile, { movable: true });
    expect(program.modules.map(({ file }) => file)).toEqual(['/two.ts', '/m.tl.ts']);
    expect([...sources.keys()].sort()).toEqual(['/m.tl.ts', '/two.ts']);
    expect(numbers.map(({ text }) => text)).toEqual(['2', '3', '2']);
    const { dims, outline, steps } = (await reader.describe('/m.tl.ts', MODEL))!;
    expect(dims.byLine.get(4)).toEqual(['N']);
    expect(outline).toEqual({ backwards: [], modules: [] });
    expect(steps).toBeNull();
  });

  it('tells a mistake with its place, in any of the files', async () => {
    reader = new Reader(beside().start);
    const wrong = (file: string) => Promise.resolve(file === '/two.ts' ? 'export const two = ;' : (files[file] ?? null));
    const error = await reader.link('/m.tl.ts', wrong).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SourceError);
    expect((error as SourceError).range).toMatchObject({ file: '/two.ts', line: 1, column: 20 });
    await expect(reader.tests('a.tl.test.ts', 'test(')).rejects.toBeInstanceOf(SourceError);
    expect(await reader.numbers('a.tl.ts', 'const = 1')).toBeNull();
    expect(await reader.describe('a.tl.ts', 'const = 1')).toBeNull();
  });

  it('says why a file cannot be read', async () => {
    reader = new Reader(beside().start);
    const refused = (file: string) => (file === '/two.ts' ? Promise.reject(new Error('it is outside.')) : readFile(file));
    await expect(reader.link('/m.tl.ts', refused)).rejects.toThrow("The file './two' cannot be read: it is outside.");
  });

  it('reads the last of many texts of one model, and none that nobody wants any more', async () => {
    reader = new Reader(beside().start);
    let last = 0;
    let read = 0;
    const results = await Promise.allSettled(
      [1, 2, 3].map((number) => {
        last = number;
        const counted = (file: string) => {
          if (file === '/m.tl.ts') read++;
          return readFile(file);
        };
        return reader!.link('/m.tl.ts', counted, { isWanted: () => last === number });
      }),
    );
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(read).toBe(1);
  });

  it('starts another thread when one has died, and lets nobody wait', async () => {
    const { start, ends } = beside();
    reader = new Reader(start);
    const never = reader.link('/m.tl.ts', () => new Promise(() => {}));
    await reader.numbers('a.tl.ts', '1');
    ends[0]!('The text could not be read: it has ended.');
    await expect(never).rejects.toThrow('it has ended');
    expect((await reader.link('/m.tl.ts', readFile)).program.modules).toHaveLength(2);
    expect(ends).toHaveLength(2);
  });
});
