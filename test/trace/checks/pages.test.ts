import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../../../src/trace/checks/index.js';
import { ACCUMULATED } from '../../../src/trace/checks/watched/accumulation.js';
import { FAILURE_CODES } from '../../../src/trace/failures/explain.js';
import { runModel } from './runModel.js';

const folder = path.resolve(import.meta.dirname, '../../../docs/diagnostics');
const pages = fs.readdirSync(folder).map((name) => name.replace(/\.md$/, ''));
const read = (page: string) => fs.readFileSync(path.join(folder, `${page}.md`), 'utf8');

it('every code has a page, and every page a code', () => {
  expect([...pages].sort()).toEqual([...checks.map(({ code }) => code), ...FAILURE_CODES, ACCUMULATED].sort());
});

describe('the page of', () => {
  it.each(pages)('%s begins with a model that gets the code, and goes on with models that do not', async (page) => {
    const text = read(page);
    expect(text).toContain(`Code: \`${page}\``);
    const [broken, ...mended] = [...text.matchAll(/```ts\n([^]*?)```/g)].map(([, model]) => model!);
    const codesOf = async (model: string) => (await runModel(`torch.manual_seed(0);\n${model}`)).told.map(({ code }) => code);
    expect(await codesOf(broken!)).toEqual([page]);
    expect(mended).not.toEqual([]);
    for (const model of mended) expect(await codesOf(model), model).toEqual([]);
  });
});
