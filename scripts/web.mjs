// npm run web: builds, then writes a static site with VS Code for the Web, the extension and the examples, and serves
// it. Any static host can serve the folder. `-- --out FOLDER` writes the site there and serves nothing.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, run, script } from './processes.mjs';
import { serveFolder } from './staticServer.mjs';
import { writeSite } from './webSite.mjs';

const PORT = 8138;

const { values } = parseArgs({ options: { out: { type: 'string' } } });

await script(async () => {
  await run(process.execPath, ['scripts/build.mjs'], { show: true });
  const out = path.resolve(values.out ?? path.join(root, 'out', 'web'));
  await writeSite(out);
  const bytes = fs
    .readdirSync(out, { recursive: true, withFileTypes: true })
    .reduce((sum, file) => sum + (file.isFile() ? fs.statSync(path.join(file.parentPath, file.name)).size : 0), 0);
  console.log(`${out}: ${(bytes / 1024 / 1024).toFixed(0)} MB, to be put on any static host.`);
  if (values.out) return;
  const { url } = await serveFolder(out, Number(process.env['PORT'] ?? PORT));
  console.log(`\nVS Code for the Web with Tensor Lens: ${url}\n(Ctrl+C to stop)`);
});
