import { readFile, writeFile } from 'node:fs/promises';
import { htmlDocument } from '../exchange/html/htmlDocument.js';
import { sourceFiles } from '../graph/run.js';
import type { Run } from '../protocol/trace.js';

/** Writes a run as one page that stays interactive without VS Code: the panel's own bundle with the run in it. */
export async function writeHtml(run: Run, path: string): Promise<void> {
  const [script, style] = await Promise.all(
    ['main.js', 'main.css'].map((name) => readFile(new URL(`./webview/${name}`, import.meta.url), 'utf8')),
  );
  // A file that went away meanwhile is not searched; nothing else depends on it.
  const sources = sourceFiles(run).map(async (file) => [file, await readFile(file, 'utf8').catch(() => '')] as const);
  try {
    await writeFile(path, htmlDocument(run, script!, style!, undefined, Object.fromEntries(await Promise.all(sources))));
  } catch (error) {
    throw new Error(`The page could not be written to '${path}': ${(error as Error).message}`, { cause: error });
  }
}
