// npm run package: builds everything anew and writes tensor-lens-<version>.vsix.
import fs from 'node:fs';
import path from 'node:path';
import { root, run, script } from './processes.mjs';
import { writeVsix } from './vsix.mjs';

await script(async () => {
  fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  await run(process.execPath, ['scripts/build.mjs'], { show: true });
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { files, megabytes } = await writeVsix(path.join(root, `${name}-${version}.vsix`));
  console.log(`${files} files, ${megabytes.toFixed(2)} MB.`);
});
