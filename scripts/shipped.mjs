// Files that a program asks for by their names, so that nobody else loads them.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './processes.mjs';

/** The names in dist/shipped, and where each file comes from. @type {Readonly<Record<string, string>>} */
export const SHIPPED = {
  'jpeg.wasm': 'node_modules/@cwasm/jpeg-turbo/jpeg-turbo.wasm',
  ...Object.fromEntries(fs.readdirSync(path.join(root, 'media/shipped')).map((name) => [name, `media/shipped/${name}`])),
};

/** Writes dist/shipped. */
export function ship() {
  const folder = path.join(root, 'dist/shipped');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, from] of Object.entries(SHIPPED)) fs.copyFileSync(path.join(root, from), path.join(folder, name));
}
