// Serves a folder on the loopback interface, like any static host.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { freePort } from './processes.mjs';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Serves until `close()`. The body of a POST request is passed to `take`.
 * @param {string} folder @param {number} [preferred] a port
 * @param {(body: string) => void} [take]
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serveFolder(folder, preferred, take) {
  const port = await freePort(preferred);
  const server = http.createServer((request, response) => {
    if (request.method === 'POST' && take) {
      /** @type {Buffer[]} */
      const parts = [];
      request
        .on('data', (part) => parts.push(part))
        .on('end', () => {
          take(Buffer.concat(parts).toString());
          response.end();
        });
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, path.normalize(decodeURIComponent(pathname)), pathname.endsWith('/') ? 'index.html' : '');
    const isInside = file.startsWith(folder + path.sep);
    fs.readFile(isInside ? file : '', (error, content) => {
      response.writeHead(error ? 404 : 200, { 'Content-Type': TYPES[path.extname(file)] ?? 'text/plain; charset=utf-8' });
      response.end(error ? '' : content);
    });
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
