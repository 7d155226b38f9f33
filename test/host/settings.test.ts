import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { diagnosticsOf, hoverAt, model, positionOf, runBackward, until } from './models.js';

/** Five steps of a training. Their losses are 16, 4, 1, 0.25 and 0.0625. */
const TRAINING = `import * as torch from 'tensor-lens';
const w = torch.tensor([4.0], { requires_grad: true });
for (let step = 0; step < 5; step++) {
  const loss = w.square().sum();
  loss.backward();
  torch.no_grad(() => {
    w.sub_(w.grad!.mul(0.25));
    w.grad!.zero_();
  });
}
`;

/** The least and the greatest values of each setting, and values that a person may write into the file by mistake. */
const EXTREMES: Readonly<Record<string, readonly unknown[]>> = {
  timeLimit: [0, 1e300, -1, '60', null],
  tensorMemoryLimit: [1, 1e300, 0, -1, true],
  keptMemory: [0, 1e300, 1e-9, -1, 'all'],
  maxPasses: [1, 1e300, 0, -1, 2.5, '10'],
  backend: ['cpu', 'gpu', 1, null],
  wideVectors: [false, 'yes'],
  'live.mode': ['off', 'always', 1],
};

describe('a setting at its extremes', () => {
  const set = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('tensorLens').update(name, value, vscode.ConfigurationTarget.Global);

  for (const [name, values] of Object.entries(EXTREMES)) {
    it(`runs a training as ever: ${name}`, async () => {
      const { uri, document } = await model('extremes.tl.ts', TRAINING);
      try {
        for (const value of values) {
          await set(name, value);
          const run = await runBackward(uri);
          const what = `${name}: ${JSON.stringify(value)}`;
          assert.equal(run?.status, 'ok', `${what}: ${run?.error?.message}`);
          assert.deepEqual(run.losses, [16, 4, 1, 0.25, 0.0625], what);
          assert.equal(run.passes.at(-1)?.loss, 0.0625, what);
          assert.deepEqual(diagnosticsOf(uri), [], what);
          assert.match(await hoverAt(document, positionOf(document, 'loss =')), /float32/, what);
        }
      } finally {
        await set(name, undefined);
      }
    });
  }

  it('runs live after an edit: live.delay', async () => {
    const { uri, editor, document, session } = await model('extremes.tl.ts', TRAINING);
    try {
      for (const value of [0, -1, '400']) {
        await set('live.delay', value);
        const before = await runBackward(uri);
        await editor.edit((builder) => builder.insert(document.positionAt(0), '\n'));
        await until(() => session.result?.run !== before && !session.isOutOfDate && session.running === null, `a run with ${value}`);
        assert.equal(session.result?.run.status, 'ok');
      }
      // A delay of months: nothing runs, and nothing is wrong.
      await set('live.delay', 1e300);
      const before = await runBackward(uri);
      await editor.edit((builder) => builder.insert(document.positionAt(0), '\n'));
      await until(() => session.isOutOfDate, 'the results to be out of date');
      assert.equal(session.running, null);
      assert.equal(session.result?.run, before);
    } finally {
      await set('live.delay', undefined);
    }
  });
});
