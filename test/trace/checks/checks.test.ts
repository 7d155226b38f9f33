import { describe, expect, it } from 'vitest';
import { broken, healthy } from './models.js';
import { runModel } from './runModel.js';

/** With the import on the line before. */
const modelOf = (text: string) => ({ 'm.tl.ts': `import * as torch from 'tensor-lens';${text}` });

describe('a broken model is told why:', () => {
  it.each(broken)('$code at $at', async ({ code, at, says, text }) => {
    const { told } = await runModel(modelOf(text));
    expect(told.map((d) => [d.code, d.at])).toEqual([[code, at]]);
    expect(told[0]!.message).toMatch(says);
    expect(told[0]!.message).toMatch(/^[^\n]*[.:!]$/);
  });
});

describe('nothing is said against', () => {
  it.each(healthy)('$name', async ({ text }) => {
    const { told, error } = await runModel(modelOf(text));
    expect(error).toBeNull();
    expect(told.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});
