/**
 * One module: from the text as written to code that reports what it does. Types are stripped
 * with lines kept, and imports become `require`, by sucrase.
 */
import { originalPositionFor, TraceMap, type SourceMapInput } from '@jridgewell/trace-mapping';
import MagicString from 'magic-string';
import { transform } from 'sucrase';
import type { Site } from '../protocol/runnerApi.js';
import { importsOf, type Import } from './imports.js';
import { Instrumenter } from './instrument.js';
import { Lines } from './lines.js';
import { SourceError } from './sourceError.js';
import { isTypeScript, parseModule, type Node } from './syntax.js';

export interface Compiled {
  /** To be evaluated as `wrapModule` wraps it. */
  code: string;
  sites: Site[];
  imports: Import[];
}

/** 1-based, as V8 counts. */
export type Position = [line: number, column: number];

/** @throws SourceError with the place of the first mistake */
export function compile(file: string, text: string, firstSite = 0): Compiled {
  const { instrumented, sites, program } = instrument(file, text, firstSite);
  const { code } = strip(file, text, instrumented);
  // An import that only types were used of is gone from the code.
  const isRequired = ({ path }: Import) => code.includes(`require('${path}')`) || code.includes(`require("${path}")`);
  return { code, sites, imports: importsOf(program).filter(isRequired) };
}

/** The way back from places in the code of `compile`, called with the same arguments. Only errors need it. */
export function originalPositions(file: string, text: string, firstSite: number): (position: Position) => Position | null {
  const { instrumented } = instrument(file, text, firstSite);
  const stripped = new TraceMap(strip(file, text, instrumented).sourceMap as SourceMapInput);
  const inserted = insertions(instrumented);
  return (position) => {
    const between = trace(stripped, position);
    return between && trace(inserted, between);
  };
}

function instrument(file: string, text: string, firstSite: number) {
  const program = parseModule(file, text).program as Node;
  const instrumented = new MagicString(text);
  const instrumenter = new Instrumenter(instrumented, text, new Lines(file, text), firstSite);
  instrumenter.run(program);
  return { instrumented, sites: instrumenter.sites, program };
}

function strip(file: string, text: string, instrumented: MagicString) {
  try {
    return transform(instrumented.toString(), {
      transforms: isTypeScript(file) ? ['typescript', 'imports'] : ['imports'],
      disableESTransforms: true,
      filePath: file,
      sourceMapOptions: { compiledFilename: file },
    });
  } catch (error) {
    const loc = (error as { loc?: { line: number; column: number } }).loc;
    const [line, column] = (loc && trace(insertions(instrumented), [loc.line, loc.column])) ?? [1, 1];
    const lines = new Lines(file, text);
    const message = (error as Error).message.replace(`Error transforming ${file}: `, '').replace(/\s*\(\d+:\d+\)$/, '');
    throw new SourceError(`${message.replace(/\.$/, '')}.`, lines.wordAt(lines.offset(line, column)));
  }
}

const insertions = (instrumented: MagicString) => new TraceMap(instrumented.generateMap({ hires: true, source: '' }) as SourceMapInput);

function trace(map: TraceMap, [line, column]: Position): Position | null {
  const { line: originalLine, column: originalColumn } = originalPositionFor(map, { line, column: column - 1 });
  return originalLine === null ? null : [originalLine, originalColumn + 1];
}
