// Bundles and runs layoutComparison.ts.
import esbuild from 'esbuild';
import path from 'node:path';

const entry = path.join(import.meta.dirname, 'layoutComparison.ts');
const { outputFiles } = await esbuild.build({
  entryPoints: [entry],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
