import { readFile } from 'node:fs/promises';
import type { Explanations } from '../exchange/html/explanations.js';
import { htmlDocument } from '../exchange/html/htmlDocument.js';
import { graphFormats } from '../exchange/pictures/formats/index.js';
import { pictureOf } from '../exchange/pictures/pictureOf.js';
import { traceJson } from '../exchange/traceJson.js';
import { sourceFiles, startingPosition } from '../graph/run.js';
import type { ThemeName } from '../present/defaultThemes.js';
import type { Run } from '../protocol/trace.js';
import { writeTo } from './write.js';

/** A file that the run is written to, and its format. */
export interface ExportRequest {
  format: string;
  path: string;
}

export interface ExportOptions {
  /** The pass that pictures show, from 1; null for the one that the panel begins with. */
  pass: number | null;
  theme: ThemeName;
  direction: 'TB' | 'LR';
}

/** Formats for a whole run. All others are formats for the graph of one pass. */
const wholeRun: Readonly<Record<string, (run: Run, explanations: Explanations) => string | Promise<string>>> = {
  html: pageOf,
  trace: traceJson,
};

/** All formats. Each is an option of `run`. A PNG needs a canvas, so only the panel can write it. */
export const exportFormats: readonly string[] = [...graphFormats.map(({ id }) => id), ...Object.keys(wholeRun)];

/** Whether a file of this format contains explanations of numbers. */
export const bringsExplanations = ({ format }: ExportRequest): boolean => format === 'html';

/** Writes a run to files. @throws Error that says which file could not be written, and why */
export async function writeExports(
  run: Run,
  explanations: Explanations,
  requests: readonly ExportRequest[],
  options: ExportOptions,
): Promise<void> {
  for (const { format, path } of requests) {
    const content = await (wholeRun[format]?.(run, explanations) ?? graphText(run, format, options));
    await writeTo(path, content);
  }
}

function graphText(run: Run, format: string, { pass: wanted, ...options }: ExportOptions): string {
  const pass = wanted === null ? run.passes[startingPosition(run)] : run.passes.find(({ index }) => index === wanted - 1);
  if (!pass) throw new Error(noPass(run, wanted));
  return graphFormats.find(({ id }) => id === format)!.write(pictureOf(pass, { file: run.file, ...options }));
}

const noPass = ({ pass_count: count, passes }: Run, wanted: number | null): string =>
  wanted === null || passes.length === 0
    ? 'There is no graph to write: the run ended before its first operation.'
    : `There is no pass ${wanted} to write: of ${count}, these were kept: ${passes.map(({ index }) => index + 1).join(', ')}.`;

/** A page that stays interactive without VS Code: the panel's own bundle with the run in it. */
async function pageOf(run: Run, explanations: Explanations): Promise<string> {
  const [script, style] = await Promise.all(
    ['main.js', 'main.css'].map((name) => readFile(new URL(`./webview/${name}`, import.meta.url), 'utf8')),
  );
  // A source file that has disappeared meanwhile is left empty. Nothing else needs it.
  const sources = sourceFiles(run).map(async (file) => [file, await readFile(file, 'utf8').catch(() => '')] as const);
  return htmlDocument({ run, sources: Object.fromEntries(await Promise.all(sources)), explanations }, { script: script!, style: style! });
}
