import assert from 'node:assert/strict';
import { model, positionOf, runForward } from './models.js';

/** The times are processor times, which a browser does not tell. */
describe('what the editor asks for', () => {
  /** The processor time of this process. Other processes do not count. */
  const cpuMs = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };

  it('hovers answer within 20 ms from memory', async () => {
    const lines = Array.from({ length: 900 }, (_, i) => `const a${i} = x.add(${i});`);
    const { uri, document, session } = await model(
      'long.tl.ts',
      `import * as torch from 'tensor-lens';\nconst x = torch.ones(3);\n${lines.join('\n')}\n`,
    );
    assert.equal((await runForward(uri))?.status, 'ok');
    const { hoverAtPosition, hintsIn } = await import('./direct.js');
    await hoverAtPosition(session, document, positionOf(document, 'a0 ='));
    const started = cpuMs();
    for (let i = 100; i < 200; i++) assert.ok(await hoverAtPosition(session, document, positionOf(document, `a${i} =`)));
    const hover = (cpuMs() - started) / 100;
    const times = Array.from({ length: 9 }, () => {
      const before = cpuMs();
      assert.equal(hintsIn(session, document), 901);
      return cpuMs() - before;
    });
    const hint = times.sort((one, other) => one - other)[4]!;
    console.log(
      `    a hover takes ${hover.toFixed(2)} ms, the hints of 900 lines ${hint.toFixed(1)} ms (${times.map((ms) => ms.toFixed(1)).join(' ')})`,
    );
    assert.ok(hover < 20, `${hover} ms a hover`);
    assert.ok(hint < 30, `${hint} ms for the hints`);
  });
});
