import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mend } from '../../../src/language/mend.js';
import { flow } from './broken/flow.js';
import { carried } from './broken/carried.js';
import { inplace } from './broken/inplace.js';
import { kinds } from './broken/kinds.js';
import { losses } from './broken/losses.js';
import { numbers } from './broken/numbers.js';
import { shapes } from './broken/shapes.js';
import { steps } from './broken/steps.js';
import { training } from './broken/training.js';
import { usage } from './broken/usage.js';
import { classics } from './healthy/classics.js';
import { habits } from './healthy/habits.js';
import { losses as healthyLosses } from './healthy/losses.js';
import { methods } from './healthy/methods.js';
import { numbers as healthyNumbers } from './healthy/numbers.js';
import { training as healthyTraining } from './healthy/training.js';
import { unmarked } from './marked.js';
import { type Files, filesOf, runModel, type Told, withChange } from './runModel.js';

const healthy = [...healthyTraining, ...healthyLosses, ...healthyNumbers, ...methods, ...habits, ...classics];
const broken = [...shapes, ...kinds, ...numbers, ...training, ...steps, ...losses, ...flow, ...inplace, ...carried, ...usage];

/** Applies each offered fix. After it, the model may fail only at a later place. */
async function tryFixes(files: Files, { source, fixes = [], code, at }: Told): Promise<void> {
  for (const fix of fixes) {
    const change = source && mend(source.file, files[source.file]!, source, fix);
    expect(change, `'${fix.title}' changes the call`).not.toBeNull();
    const { told } = await runModel(withChange(files, change!));
    expect(
      told.filter((d) => d.code === code && d.at === at),
      `after '${fix.title}'`,
    ).toEqual([]);
  }
}

describe('a broken model gets its code on the expression to blame, and the fixes mend it:', () => {
  it.each(broken)('$code: $name', async ({ code, model }) => {
    const { files, at } = unmarked(filesOf(model));
    const { told } = await runModel(files);
    expect(told.map((d) => [d.code, d.at])).toEqual([[code, at]]);
    await tryFixes(files, told[0]!);
  });

  it('there are at least two for each code', () => {
    const codes = broken.map(({ code }) => code);
    expect(codes.filter((code) => codes.indexOf(code) === codes.lastIndexOf(code))).toEqual([]);
  });
});

const templates = path.resolve(import.meta.dirname, '../../../media/templates');

describe('nothing is said against', () => {
  it.each(fs.readdirSync(templates))('the template %s', async (name) => {
    const { told, error } = await runModel({ 'm.tl.ts': fs.readFileSync(path.join(templates, name), 'utf8') });
    expect(error).toBeNull();
    expect(told).toEqual([]);
  });

  it.each(healthy)('$name', async ({ model }) => {
    const { told, error } = await runModel(model);
    expect(error).toBeNull();
    expect(told.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});
