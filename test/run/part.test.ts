import esbuild from 'esbuild';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { forRuns, Texts } from '../../scripts/inTwo.mjs';
import { root } from '../../scripts/processes.mjs';
import type { Op } from '../../src/engine/ops/op.js';
import { readTextsBy, textOf } from '../../src/trace/writing/saidTexts.js';
import { runProgram } from './runProgram.js';

const load = async (code: string) =>
  ((await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)) as { ops: readonly Op[] }).ops;

describe('what is loaded later', () => {
  it('is there when a program asks for it', async () => {
    const document = await runProgram(`
import * as torch from 'tensor-lens';
import { math, print } from 'tensor-lens/python';
import { plt } from 'tensor-lens/pyplot';
const { Normal } = torch.distributions;
print(math.floor(2.5), new Normal(0, 1).log_prob(torch.zeros(1)), typeof torch.utils.tensorboard.SummaryWriter, torch.save.name);
plt.plot([1, 2]);
plt.show();
`);
    expect(document.error).toBeNull();
    expect(document.output).toEqual(['2 tensor([-0.9189]) function save']);
    expect(document.figures).toHaveLength(1);
  });

  it('is what signatures mean by their names', async () => {
    const document = await runProgram(`
import * as torch from 'tensor-lens';
const { Normal, kl_divergence } = torch.distributions;
kl_divergence(new Normal(0, 1), 3 as never);
`);
    expect(document.error?.message).toContain("argument 'q'");
  });

  it('has every text that entries of operations say of themselves', async () => {
    const options = { bundle: true, write: false, keepNames: true, platform: 'neutral', target: 'node20' } as const;
    const entry = path.join(root, 'src/engine/ops/index.ts');
    const built = await esbuild.build({ ...options, entryPoints: [entry], format: 'esm', loader: { '.wasm': 'binary' } });
    const whole = built.outputFiles[0]!.text;
    const texts = new Texts();
    const short = forRuns(whole, texts);
    expect(short.length).toBeLessThan(whole.length - 50_000);
    const said = ({ signature, doc, formula, gradient }: Op) => [signature, textOf(doc), textOf(formula), gradient && textOf(gradient)];
    const wanted = (await load(whole)).map(said);
    readTextsBy(() => JSON.parse(texts.json) as string[]);
    expect((await load(short)).map(said)).toEqual(wanted);
  });
});
