// Serves the panel without VS Code: `node test/webview/standalone.mjs [port]`, then open the address it prints.
import esbuild from 'esbuild';
import http from 'node:http';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const options = {
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
  outdir: '/',
  logLevel: 'warning',
  sourcemap: 'inline',
  absWorkingDir: root,
};

export async function bundlePanel(minify = false) {
  const result = await esbuild.build({
    ...options,
    minify,
    sourcemap: minify ? false : 'inline',
    entryPoints: { main: 'webview/main.ts', layoutWorker: 'webview/graph/layout/worker.ts', standalone: 'test/webview/standalone.ts' },
  });
  return new Map(result.outputFiles.map((file) => [path.basename(file.path), file.text]));
}

const page = (origin) => `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Tensor Lens panel</title>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob: ${origin}; style-src ${origin} 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
      font-src ${origin}; script-src ${origin}; worker-src blob:; connect-src ${origin}">
    <link rel="stylesheet" href="main.css">
  </head>
  <body data-layout-worker="layoutWorker.js">
    <script src="standalone.js"></script>
    <script src="main.js"></script>
  </body>
</html>`;

/** Serves the page on loopback. Resolves to its address and a function that closes the server. */
export async function servePanel(port = 0, minify = false) {
  const files = await bundlePanel(minify);
  const types = { '.js': 'text/javascript', '.css': 'text/css' };
  const server = http.createServer((request, response) => {
    const name = new URL(request.url, 'http://localhost').pathname.slice(1);
    const text = name === '' ? page(`http://127.0.0.1:${server.address().port}`) : files.get(name);
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': types[path.extname(name)] ?? 'text/html' });
    response.end(text);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

if (import.meta.filename === process.argv[1]) console.log((await servePanel(Number(process.argv[2] ?? 8123))).url);
