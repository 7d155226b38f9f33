/**
 * Compiles one module: turns its text into code that reports what it does. Sucrase removes the types, keeps the lines,
 * and turns imports into `require`.
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
  /** The compiled code. It must be wrapped by `wrapModule` before it runs. */
  code: string;
  sites: Site[];
  imports: Import[];
  /** The names that the module imports and uses. */
  names: ImportedName[];
  /**
   * The numbers that the code reads from a table, in the order of the table; empty when they are written in the code.
   */
  numbers: NumberInText[];
}

/** Where the numbers of this text begin in the table of numbers; absent: the numbers are written in the code. */
export interface CompileOptions {
  firstNumber?: number;
}

/** 1-based, as V8 counts. */
export type Position = [line: number, column: number];

/** Compiles a module. @throws SourceError with the place of the first mistake */
export function compile(file: string, text: string, firstSite = 0): Compiled {
  const steps = compileInSteps(file, text, firstSite);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, between which other work can run: a long text takes a while. */
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
  // The code contains no import that is used for types only.
  const isRequired = ({ path }: Import) => code.includes(`require('${path}')`) || code.includes(`require("${path}")`);
  // When sucrase puts the module into a variable, a name is read as `_tensorlens.nn`.
  const isUsed = ({ path, name }: ImportedName) => {
    const variable = code.split(` = require('${path}')`, 1)[0]!.match(/\w+$/)?.[0];
    return variable !== undefined && /^\w+$/.test(name) && new RegExp(`\\b${variable}\\.${name}\\b`).test(code);
  };
  return { code, sites, imports: importsOf(program).filter(isRequired), names: importedNames(program).filter(isUsed), numbers };
}

/**
 * Finds, for places in the code of `compile` (called with the same arguments), the offsets in the text. It compiles
 * once more, since only errors need it.
 */
export function originalOffsets(file: string, text: string, firstSite: number): (position: Position) => number | null {
  const { code } = compile(file, text, firstSite);
  const { instrumented } = instrument(file, text, firstSite, markable(file, text));
  const marked = strip(file, text, instrumented).code;
  return (position) => offsetAt(code, marked, position);
}

/** @param marks offsets; each gets a mark that contains the offset */
function instrument(file: string, written: string, firstSite: number, marks: readonly number[] = []) {
  // A script may name the program that runs it in its first line. In a module, that line becomes a comment.
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

/** The error for text that is not allowed, at its place in the original text; null when all of it is allowed. */
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

/** True for a model file, and for a file of tests, which is written like a model. */
export const isModelFile = (file: string): boolean => /\.tl(?:\.test)?\.ts$/.test(file);
