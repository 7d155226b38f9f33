// npm run docs: writes out/docs, the documentation as a site of plain files, from the build. `-- --quick` leaves out the runs of
// the examples.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, run, script } from '../processes.mjs';
import { writeSite } from './site.mjs';

await script(async () => {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const isBuilt = ['dist/api.json', 'dist/cli.mjs', 'dist/webview/main.js'].every((file) => fs.existsSync(path.join(root, file)));
  if (!isBuilt) await run(process.execPath, ['scripts/build.mjs', '--quiet'], { show: true });
  const { pages } = await writeSite(path.join(root, 'out/docs'), { runs: !values.quick });
  console.log(`${pages} pages: out/docs/index.html`);
});
