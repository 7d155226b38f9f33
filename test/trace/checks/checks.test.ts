import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Translations, useTranslations } from '../../../src/protocol/l10n.js';
import { broken, healthy } from './models.js';
import { runModel } from './runModel.js';

/** A model with the import on the line before. */
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

it('is said in the language of the reader, but for what PyTorch says', async () => {
  const bundle = path.resolve(import.meta.dirname, '../../../l10n/bundle.l10n.zh-cn.json');
  useTranslations(JSON.parse(fs.readFileSync(bundle, 'utf8')) as Translations);
  try {
    const { told } = await runModel('const a = torch.ones(3);\na.add(torch.ones(4));');
    const [title, ...rows] = told[0]!.message.split('\n');
    expect(title).toBe('RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0');
    expect(rows.at(-1)).toMatch(/↑ 不相等/);
    expect(told[0]!.related[0]!.message).toBe('a 在这里得到形状 [3]。');
  } finally {
    useTranslations(undefined);
  }
});
