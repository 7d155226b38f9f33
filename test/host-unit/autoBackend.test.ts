import { describe, expect, it } from 'vitest';
import { AutoBackend } from '../../src/host/sessions/autoBackend.js';
import { crossover, type Experience, faster, learned } from '../../src/host/sessions/faster.js';
import type { RunRequest } from '../../src/protocol/runnerApi.js';
import type { Run } from '../../src/protocol/trace.js';
import type { RunClient } from '../../src/run/client/runClient.js';

const row = (elements: number, cpu: number, webgl: number) => ({ elements, cpu, webgl });

describe('the size from which on the card is faster', () => {
  it('is the least of which that and all larger ones were', () => {
    expect(crossover([row(100, 1, 2), row(400, 3, 2), row(900, 9, 2)])).toBe(400);
    expect(crossover([row(100, 3, 2), row(400, 3, 2)])).toBe(100);
  });

  it('is none where the card was slower at the largest, or nothing was measured', () => {
    expect(crossover([row(900, 2, 2), row(100, 3, 2)])).toBeNull();
    expect(crossover([])).toBeNull();
  });
});

const passOf = (sizes: number[], dtype: string) => ({ nodes: sizes.map((numel) => ({ dtype, value: { numel } })) });
const ran = (backend: 'cpu' | 'webgl', elapsed_ms: number, sizes = [1000, 1000, 10], dtype = 'float32', status = 'ok') =>
  ({ status, backend, elapsed_ms, pass_count: 3, passes: [passOf(sizes, dtype)] }) as unknown as Run;
const after = (...runs: Run[]) => runs.reduce<Experience | null>(learned, null);

describe('a model is sooner done', () => {
  it('on the CPU while nothing is known of it or of the machine, or it is done in a second', () => {
    expect(faster(null, 100)).toBe('cpu');
    expect(faster(after(ran('cpu', 5000)), null)).toBe('cpu');
    expect(faster(after(ran('cpu', 900)), 100)).toBe('cpu');
  });

  it('on the card when most elements are in tensors of the size that is faster there', () => {
    expect(faster(after(ran('cpu', 5000)), 1000)).toBe('webgl');
    expect(faster(after(ran('cpu', 5000)), 1001)).toBe('cpu');
  });

  it('where it took less time, as soon as it ran on both, until its work is another', () => {
    const both = (webgl: number, ...more: Run[]) => faster(after(ran('cpu', 5000), ran('webgl', webgl), ...more), 1000);
    expect([both(300), both(5001)]).toEqual(['webgl', 'cpu']);
    expect(both(5001, ran('cpu', 9000, [4000, 4000]))).toBe('webgl');
    expect(both(300, ran('cpu', 500, [10, 10]))).toBe('cpu');
  });

  it('on the CPU when the card has not its dtypes, or it failed there', () => {
    expect(faster(after(ran('cpu', 5000, [1000], 'float64')), 100)).toBe('cpu');
    expect(faster(after(ran('cpu', 5000), ran('webgl', 10, [], 'float32', 'error')), 100)).toBe('cpu');
  });

  it('as it was before, when a run was ended', () => {
    const before = after(ran('cpu', 5000));
    expect(learned(before, ran('cpu', 1, [1], 'float32', 'cancelled'))).toBe(before);
  });
});

describe('the setting auto', () => {
  const long = after(ran('cpu', 5000));

  function made(answer: Partial<Run>, hasCard = true) {
    const kept = new Map<string, unknown>();
    const counts = { measured: 0, named: 0 };
    const memory = {
      get: (key: string) => kept.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
    };
    const client = {
      run: ({ program }: RunRequest) => {
        const isMeasured = program.modules.some(({ code }) => code.includes('matmul'));
        counts[isMeasured ? 'measured' : 'named']++;
        const { output = [], ...rest } = answer;
        return { done: Promise.resolve({ status: 'ok', ...rest, output: isMeasured ? output : [] }), dispose: () => undefined };
      },
    };
    const told: string[] = [];
    const auto = () => new AutoBackend(memory as never, client as unknown as RunClient, () => hasCard);
    return { answer, auto, counts, told, tell: (sentence: string) => void told.push(sentence) };
  }

  it('measures a machine once, and tells once what came of it', async () => {
    const output = [row(100, 1, 2), row(400, 4, 2)].map((one) => JSON.stringify(one));
    const { auto, counts, told, tell } = made({ card: { renderer: 'a card', isSoftware: false }, output: ['a warning', ...output] });
    const first = auto();
    await Promise.all([first.measure(long, tell), first.measure(long, tell)]);
    expect(first.choose(long)).toBe('webgl');
    // The same in another window.
    await auto().measure(long, tell);
    expect(auto().choose(long)).toBe('webgl');
    expect([counts, told]).toEqual([
      { measured: 1, named: 1 },
      ["'auto' computes on the graphics card (a card) where most elements are in tensors of 400 or more."],
    ]);
  });

  it('measures another card of the machine too, and knows each of them again', async () => {
    const [fast, slow] = [row(100, 2, 1), row(100, 1, 2)].map((one) => [JSON.stringify(one)]);
    const { answer, auto, counts, told, tell } = made({ card: { renderer: 'a card', isSoftware: false }, output: fast! });
    const devices: string[] = [];
    const open = async (renderer: string, output: string[]) => {
      Object.assign(answer, { card: { renderer, isSoftware: false }, output });
      await auto().measure(long, tell);
      devices.push(auto().choose(long));
    };
    await open('a card', fast!);
    await open('another card', slow!);
    await open('a card', []);
    await open('another card', []);
    expect(devices).toEqual(['webgl', 'cpu', 'webgl', 'cpu']);
    expect([counts, told.length]).toEqual([{ measured: 2, named: 3 }, 2]);
  });

  it('takes the CPU and says so where a program is the card, or there is none', async () => {
    const software = made({ card: { renderer: 'SwiftShader', isSoftware: true }, output: [JSON.stringify(row(100, 2, 1))] });
    const none = made({});
    for (const { auto, told, tell } of [software, none]) {
      await auto().measure(long, tell);
      await auto().measure(long, tell);
      expect(auto().choose(long)).toBe('cpu');
      expect(told).toHaveLength(1);
    }
    expect(software.told[0]).toContain('SwiftShader');
  });

  it('measures nothing for runs that are done soon, nor where a page would have to be opened', async () => {
    const { auto, counts, tell } = made({});
    await auto().measure(after(ran('cpu', 900)), tell);
    const closed = made({}, false);
    await closed.auto().measure(long, closed.tell);
    expect([counts, closed.counts]).toEqual([
      { measured: 0, named: 0 },
      { measured: 0, named: 0 },
    ]);
    expect(closed.auto().choose(long)).toBe('cpu');
  });
});
