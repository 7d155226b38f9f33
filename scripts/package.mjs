// npm run package: builds from nothing, writes tensor-lens-<version>.vsix and fails when what is in it is
// not what is meant to be.
import { createVSIX, listFiles } from '@vscode/vsce';
import fs from 'node:fs';
import path from 'node:path';
import { root, run, script } from './processes.mjs';

const LIMIT_MB = 3;

/** In a checkout the plugin of the TypeScript server is a link in node_modules. */
const source = { cwd: root, followSymlinks: true };

/** Every file of the package matches one of these ... */
const ALLOWED = [
  /^(package\.json|package\.nls(\.[\w-]+)?\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/(extension|extension\.web|worker|tsPlugin)\.cjs$/,
  /^dist\/worker\.web\.js$/,
  /^dist\/webview\/main\.(js|css)$/,
  /^dist\/types\/.*\.d\.ts$/,
  /^media\/.*\.(svg|png)$/,
  /^l10n\/.*\.json$/,
  /^examples\/[\w-]+\.(tl\.ts|ts|md)$/,
  /^node_modules\/tensor-lens-ts-plugin\/package\.json$/,
];
/** ... and these are among them. */
const REQUIRED = [
  'LICENSE',
  'README.md',
  'dist/extension.cjs',
  'dist/extension.web.cjs',
  'dist/tsPlugin.cjs',
  'dist/types/index.d.ts',
  'dist/webview/main.css',
  'dist/webview/main.js',
  'dist/worker.cjs',
  'dist/worker.web.js',
  'node_modules/tensor-lens-ts-plugin/package.json',
];

await script(async () => {
  fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  await run(process.execPath, ['scripts/build.mjs'], { show: true });

  const files = await listFiles(source);
  const surprises = files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)));
  const missing = REQUIRED.filter((file) => !files.includes(file));
  if (surprises.length) throw new Error(`These files do not belong into the package: ${surprises.join(', ')}.`);
  if (missing.length) throw new Error(`These files are missing from the package: ${missing.join(', ')}.`);

  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const packagePath = path.join(root, `${name}-${version}.vsix`);
  await createVSIX({ ...source, packagePath, allowMissingRepository: true, rewriteRelativeLinks: false });
  const megabytes = fs.statSync(packagePath).size / 1024 / 1024;
  if (megabytes > LIMIT_MB) throw new Error(`The package has ${megabytes.toFixed(2)} MB; the limit is ${LIMIT_MB} MB.`);
  console.log(`${files.length} files, ${megabytes.toFixed(2)} MB.`);
});
