import { readFile, writeFile } from 'node:fs/promises';
import { htmlDocument } from '../protocol/htmlDocument.js';
import type { Run } from '../protocol/trace.js';

/** Writes a run as one page that stays interactive without VS Code: the panel's own bundle with the run in it. */
export async function writeHtml(run: Run, path: string): Promise<void> {
  const [script, style] = await Promise.all(
    ['main.js', 'main.css'].map((name) => readFile(new URL(`./webview/${name}`, import.meta.url), 'utf8')),
  );
  try {
    await writeFile(path, htmlDocument(run, script!, style!));
  } catch (error) {
    throw new Error(`The page could not be written to '${path}': ${(error as Error).message}`, { cause: error });
  }
}
