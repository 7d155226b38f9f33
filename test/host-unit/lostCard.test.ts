import { describe, expect, it } from 'vitest';
import { runToItsEnd } from '../../src/host/sessions/lostCard.js';
import type { RunRequest } from '../../src/protocol/runnerApi.js';
import type { Run } from '../../src/protocol/trace.js';
import type { RunHandle } from '../../src/run/client/runClient.js';

const lost = { status: 'error', backend: 'webgl', card: { renderer: 'a card', isSoftware: false, isLost: true } };
const whole = { status: 'ok', backend: 'cpu' };

async function ran(backend: 'cpu' | 'webgl', code: string, ...runs: object[]) {
  const asked: [string, boolean | undefined][] = [];
  const told: string[] = [];
  const disposed: number[] = [];
  const request = { backend, card: true, program: { modules: [{ code }] } } as unknown as RunRequest;
  const start = (given: RunRequest) => {
    const number = asked.push([given.backend, given.card]) - 1;
    return { done: Promise.resolve(runs[number] as Run), dispose: () => void disposed.push(number) } as unknown as RunHandle;
  };
  const run = await runToItsEnd(request, start, (sentence) => told.push(sentence));
  return { run, asked, told, disposed };
}

describe('a run whose card is lost', () => {
  it('comes to its end on the CPU, and a sentence says so', async () => {
    const { run, asked, told, disposed } = await ran('webgl', 'torch.ones(2)', lost, whole);
    expect(run).toBe(whole);
    expect(asked).toEqual([
      ['webgl', true],
      ['cpu', false],
    ]);
    expect([told, disposed]).toEqual([['The graphics card was lost: the model runs once more, on the CPU.'], [0]]);
  });

  it('ends with its error where the model asks for the card', async () => {
    const named = await ran('webgl', "torch.ones(2, { device: 'webgl' })", lost);
    const onCpu = await ran('cpu', "x.to('webgl')", lost);
    for (const { run, asked, told } of [named, onCpu]) expect([run, asked.length, told]).toEqual([lost, 1, []]);
  });

  it('is run once only where nothing was lost', async () => {
    const failed = { ...lost, card: { renderer: 'a card', isSoftware: false } };
    const { run, asked } = await ran('webgl', '', failed);
    expect([run, asked.length]).toEqual([failed, 1]);
  });
});
