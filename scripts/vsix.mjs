// Makes the package from the build, and fails when its contents are not the intended ones.
import { createVSIX, listFiles } from '@vscode/vsce';
import { unzipSync, Zip, ZipPassThrough } from 'fflate';
import fs from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { root } from './processes.mjs';

/** The limit is below the allowed 5 MB. The engine and what converts Python are in it several times: for each host, and for the web. */
const LIMIT_MB = 4.97;

/** In a checkout, the plugin of the TypeScript server is a link in node_modules. So links are followed. */
const source = { cwd: root, followSymlinks: true };

/** Every file of the package must match one of these patterns ... */
const ALLOWED = [
  /^(package\.json|package\.nls(\.[\w-]+)?\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/(extension|extension\.web|reader|tsPlugin)\.cjs$/,
  /^dist\/extension\/[\w-]+\.cjs$/,
  /^dist\/mcp\.mjs$/,
  /^dist\/shipped\/[\w-]+\.[a-z]+$/,
  /^dist\/(worker\.web|workerPart\.web|cardWorker|reader\.web|tsPlugin\.web)\.js$/,
  /^dist\/process\/(main\.cjs|(engine|part|model)\.js)$/,
  /^dist\/webview\/(main\.(js|css)|(layoutWorker|cardPage)\.js)$/,
  /^dist\/types\/.*\.d\.ts$/,
  /^dist\/(api|contents|workerSaid\.web|process\/said)\.json$/,
  /^media\/.*\.(svg|png)$/,
  /^media\/templates\/[\w-]+\.txt$/,
  /^docs\/diagnostics\/[\w-]+\.md$/,
  /^l10n\/.*\.json$/,
  /^examples\/[\w-]+\.(tl\.ts|ts|md)$/,
  /^node_modules\/tensor-lens-ts-plugin\/package\.json$/,
];
/** ... and must include these files. */
const REQUIRED = [
  'LICENSE',
  'dist/api.json',
  'dist/contents.json',
  'README.md',
  'dist/extension.cjs',
  'dist/extension.web.cjs',
  'dist/reader.cjs',
  'dist/reader.web.js',
  'dist/tsPlugin.cjs',
  'dist/tsPlugin.web.js',
  'dist/types/index.d.ts',
  'dist/webview/layoutWorker.js',
  'dist/webview/main.css',
  'dist/webview/main.js',
  'dist/process/engine.js',
  'dist/process/main.cjs',
  'dist/process/model.js',
  'dist/process/part.js',
  'dist/process/said.json',
  'dist/worker.web.js',
  'dist/workerPart.web.js',
  'dist/workerSaid.web.json',
  'dist/cardWorker.js',
  'dist/mcp.mjs',
  'dist/shipped/digits.safetensors',
  'dist/shipped/iris.safetensors',
  'dist/shipped/jpeg.wasm',
  'dist/shipped/licences.md',
  'dist/shipped/shakespeare.txt',
  'dist/webview/cardPage.js',
  'examples/01-tensors.tl.ts',
  'node_modules/tensor-lens-ts-plugin/package.json',
];

/** The files to package, as paths in the repository. @returns {Promise<string[]>} */
export const packagedFiles = () => listFiles(source);

/** Writes the package. @param {string} packagePath @returns {Promise<{ files: number, megabytes: number }>} */
export async function writeVsix(packagePath) {
  const files = await packagedFiles();
  const surprises = files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)));
  const missing = REQUIRED.filter((file) => !files.includes(file));
  if (surprises.length) throw new Error(`These files do not belong into the package: ${surprises.join(', ')}.`);
  if (missing.length) throw new Error(`These files are missing from the package: ${missing.join(', ')}.`);

  fs.mkdirSync(path.dirname(packagePath), { recursive: true });
  await createVSIX({ ...source, packagePath, allowMissingRepository: true, rewriteRelativeLinks: false });
  bringPictures(packagePath);
  const megabytes = fs.statSync(packagePath).size / 1024 / 1024;
  if (megabytes > LIMIT_MB) throw new Error(`The package has ${megabytes.toFixed(2)} MB; the limit is ${LIMIT_MB} MB.`);
  return { files: files.length, megabytes };
}

/**
 * Puts the pictures of the README into its text. Where users read about an extension, its files are not available. A
 * picture is shown only if it is in the text or on the web.
 * @param {string} packagePath
 */
function bringPictures(packagePath) {
  const entries = unzipSync(fs.readFileSync(packagePath));
  const readme = 'extension/readme.md';
  const text = new TextDecoder().decode(entries[readme]);
  const inside = text.replace(/!\[([^\]]*)\]\((media\/[\w-]+\.png)\)/g, (_, says, file) => {
    delete entries[`extension/${file}`];
    return `![${says}](data:image/png;base64,${fs.readFileSync(path.join(root, file), 'base64')})`;
  });
  if (/!\[[^\]]*\]\((?!data:)/.test(inside)) throw new Error('A picture of README.md is not in the package: pictures are media/NAME.png.');
  entries[readme] = new TextEncoder().encode(inside);
  fs.writeFileSync(packagePath, zipped(entries));
}

/** A file of an archive, compressed by Node's zlib: it makes it about three hundredths smaller than the library for archives. */
class Deflated extends ZipPassThrough {
  /** @override */
  compression = 8;

  /** @override @param {Uint8Array} data the whole file */
  process(data) {
    this.ondata(null, deflateRawSync(data, { level: 9, memLevel: 8 }), true);
  }
}

/** @param {Record<string, Uint8Array>} entries @returns {Buffer} */
function zipped(entries) {
  /** @type {Uint8Array[]} */
  const parts = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [name, data] of Object.entries(entries)) {
    const file = new Deflated(name);
    zip.add(file);
    file.push(data, true);
  }
  zip.end();
  return Buffer.concat(parts);
}
