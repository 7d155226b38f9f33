import fs from 'node:fs';
import { expect, it } from 'vitest';
import { generate } from '../../scripts/generate.mjs';

it('what is generated from the op list is up to date (npm run generate)', async () => {
  const files = await generate();
  for (const [name, text] of Object.entries(files)) {
    expect(fs.readFileSync(new URL(`../../src/engine/generated/${name}`, import.meta.url), 'utf8') === text, name).toBe(true);
  }
});
