// npm run package: builds everything anew and writes tensor-lens-<version>.vsix, and the command line alone as
// tensor-lens-cli-<version>.tgz. It says what a marketplace would still ask for. `-- --release v1.2.3`, for the workflow that
// publishes, fails when anything is asked for.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeCliPackage } from './cliPackage.mjs';
import { root, run, script } from './processes.mjs';
import { lacking } from './publishing.mjs';
import { writeVsix } from './vsix.mjs';

await script(async () => {
  const { values } = parseArgs({ options: { release: { type: 'string' } } });
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const sentences = lacking(manifest, values.release);
  if (values.release !== undefined && sentences.length) throw new Error(sentences.join('\n'));
  fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  await run(process.execPath, ['scripts/build.mjs'], { show: true });
  const { name, version } = manifest;
  const { files, megabytes } = await writeVsix(path.join(root, `${name}-${version}.vsix`));
  console.log(`${files} files, ${megabytes.toFixed(2)} MB.`);
  console.log(`The command line: ${await writeCliPackage(manifest)}`);
  for (const sentence of sentences) console.warn(sentence);
});
