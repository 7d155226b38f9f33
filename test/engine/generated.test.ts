import fs from 'node:fs';
import { expect, it } from 'vitest';
// @ts-expect-error -- a script without types
import { generate } from '../../scripts/generate.mjs';

it('what is generated from the op list is up to date (npm run generate)', async () => {
  const files = (await (generate as () => Promise<Record<string, string>>)()) as Record<string, string>;
  for (const [name, text] of Object.entries(files)) {
    expect(fs.readFileSync(new URL(`../../src/engine/generated/${name}`, import.meta.url), 'utf8') === text, name).toBe(true);
  }
});
