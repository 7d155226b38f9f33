/**
 * One module: from the text as written to code that reports what it does. Types are stripped
 * with lines kept, and imports become `require`, by sucrase.
 */
import MagicString from 'magic-string';
import { transform } from 'sucrase';
import type { Site } from '../protocol/runnerApi.js';
import { deepestNode, isStackOverflow, tooDeep } from './depth.js';
import { importedNames, importsOf, type Import, type ImportedName } from './imports.js';
import { Instrumenter } from './instrument.js';
import { Lines } from './lines.js';
import { mark, markable, offsetAt } from './places.js';
import { asWritten, withoutReserved } from './reservedNames.js';
import { SourceError } from './sourceError.js';
import { numbersOf, type NumberInText } from './numbers.js';
import { objectionTo } from './reread.js';
import { isTypeScript, parseModule, type Node } from './syntax.js';

export interface Compiled {
  /** To be evaluated as `wrapModule` wraps it. */
  code: string;
  sites: Site[];
  imports: Import[];
  /** The names that it imports and uses. */
  names: ImportedName[];
  /** The numbers that the code reads from a table, in its order; none where they stand in the code. */
  numbers: NumberInText[];
}

/** Where the table of numbers begins for a text; absent: its numbers stand in the code. */
export interface CompileOptions {
  firstNumber?: number;
}

/** 1-based, as V8 counts. */
export type Position = [line: number, column: number];

/** @throws SourceError with the place of the first mistake */
export function compile(file: string, text: string, firstSite = 0): Compiled {
  const steps = compileInSteps(file, text, firstSite);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, with places where something else may be done: a long text takes a while. */
export function* compileInSteps(file: string, text: string, firstSite: number, options: CompileOptions = {}): Generator<void, Compiled> {
  try {
    return yield* compiled(file, text, firstSite, options);
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    throw tooDeep(new Lines(file, text), deepestNode(parseModule(file, text).program as Node).node.start);
  }
}

function* compiled(file: string, text: string, firstSite: number, { firstNumber }: CompileOptions): Generator<void, Compiled> {
  parseModule(file, text);
  yield;
  const { instrumented, sites, program } = instrument(file, text, firstSite);
  const numbers = firstNumber === undefined ? [] : numbersOf(file, text);
  numbers.forEach(({ digits }, i) => instrumented.update(...digits, `__tl.n(${firstNumber! + i})`));
  yield;
  const { code } = strip(file, text, instrumented);
  yield;
  const objection = objectionTo(code);
  if (objection) {
    const lines = new Lines(file, text);
    throw new SourceError(objection.message, lines.wordAt(lines.offset(objection.line, 1)));
  }
  // An import that is used for types only is not in the code any more.
  const isRequired = ({ path }: Import) => code.includes(`require('${path}')`) || code.includes(`require("${path}")`);
  // As `_tensorlens.nn` where sucrase has put the module into a variable.
  const isUsed = ({ path, name }: ImportedName) => {
    const variable = code.split(` = require('${path}')`, 1)[0]!.match(/\w+$/)?.[0];
    return variable !== undefined && /^\w+$/.test(name) && new RegExp(`\\b${variable}\\.${name}\\b`).test(code);
  };
  return { code, sites, imports: importsOf(program).filter(isRequired), names: importedNames(program).filter(isUsed), numbers };
}

/**
 * The way back from places in the code of `compile`, called with the same arguments, to offsets in the text. Only
 * errors need it, so that it may compile once more.
 */
export function originalOffsets(file: string, text: string, firstSite: number): (position: Position) => number | null {
  const { code } = compile(file, text, firstSite);
  const { instrumented } = instrument(file, text, firstSite, markable(file, text));
  const marked = strip(file, text, instrumented).code;
  return (position) => offsetAt(code, marked, position);
}

/** @param marks offsets to be marked with themselves */
function instrument(file: string, written: string, firstSite: number, marks: readonly number[] = []) {
  // The first line of a script that names a program to run it is a comment in a module.
  const text = withoutReserved(file, written).replace(/^#!/, '//');
  const program = parseModule(file, text).program as Node;
  const instrumented = new MagicString(text);
  for (const offset of marks) instrumented.appendLeft(offset, mark(offset));
  const instrumenter = new Instrumenter(instrumented, text, new Lines(file, text), firstSite);
  instrumenter.run(program, isModelFile(file));
  const sites = instrumenter.sites.map((site) => (site.name === undefined ? site : { ...site, name: asWritten(site.name) }));
  return { instrumented, sites, program };
}

function strip(file: string, text: string, instrumented: MagicString) {
  try {
    return stripped(file, instrumented.toString());
  } catch (error) {
    throw (isStackOverflow(error) ? null : refusal(file, text)) ?? error;
  }
}

const stripped = (file: string, text: string) =>
  transform(text, {
    transforms: isTypeScript(file) ? ['typescript', 'imports'] : ['imports'],
    disableESTransforms: true,
    filePath: file,
  });

/** What is refused in the text as it was written; null when it is not. */
function refusal(file: string, text: string): SourceError | null {
  try {
    stripped(file, text);
    return null;
  } catch (error) {
    const { line, column } = (error as { loc?: { line: number; column: number } }).loc ?? { line: 1, column: 1 };
    const lines = new Lines(file, text);
    const message = (error as Error).message.replace(`Error transforming ${file}: `, '').replace(/\s*\(\d+:\d+\)$/, '');
    return new SourceError(`${message.replace(/\.$/, '')}.`, lines.wordAt(lines.offset(line, column)));
  }
}

/** Whether a file is a model, or tests of one, which are written as models are. */
export const isModelFile = (file: string): boolean => /\.tl(?:\.test)?\.ts$/.test(file);
