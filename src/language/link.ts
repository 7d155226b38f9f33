/**
 * Joins the files of a program: reads the imported files with a given function, compiles them, and orders them as
 * CommonJS would evaluate them.
 */
import type { SourceNumber } from '../protocol/numbers.js';
import type { CompiledModule, Program } from '../protocol/runnerApi.js';
import { compileInSteps, type Compiled } from './compile.js';
import type { Import } from './imports.js';
import { Lines } from './lines.js';
import { SourceError } from './sourceError.js';

/**
 * The modules that the worker provides: the library, Python's functions for converted programs, plots, pictures, data sets,
 * and the functions of tests.
 */
const LIBRARY = 'tensor-lens';
const SUPPLIED = ['', '/python', '/test', '/pyplot', '/numpy', '/torchvision', '/sklearn'].map((part) => LIBRARY + part);

/**
 * Reads a file. Paths contain `/` and have the form of `entry`: absolute, or relative to the same folder. Null for a
 * file that does not exist.
 * @throws Error that explains why a file may not be read
 */
export type ReadFile = (path: string) => Promise<string | null>;

/** The length of a text, in characters, above which compiling takes noticeable time. */
const LONG = 20_000;

declare function setTimeout(callback: () => void): unknown;
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export interface LinkedProgram {
  program: Program;
  /** The texts that were compiled, by file. */
  sources: ReadonlyMap<string, string>;
  /** The numbers that the code of the program reads from a table. */
  numbers: SourceNumber[];
}

/**
 * @param movable true: the code reads its numbers from a table, so that the program can run again with other numbers ¶
 * @throws SourceError for a mistake in any of the files, or for an import that does not exist
 */
export async function link(entry: string, readFile: ReadFile, movable = false): Promise<LinkedProgram> {
  const file = normalise(entry);
  const start = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const text = await readFile(file).catch((error: unknown) => {
    throw new SourceError(`The file '${entry}' cannot be read: ${sentence(error)}`, start);
  });
  if (text === null) throw new SourceError(`The file '${entry}' cannot be read.`, start);
  const linker = new Linker(readFile, movable);
  await linker.add(file, text);
  return { program: { entry: file, modules: linker.modules, sites: linker.sites }, sources: linker.sources, numbers: linker.numbers };
}

class Linker {
  readonly modules: CompiledModule[] = [];
  readonly sites: Program['sites'] = [];
  readonly sources = new Map<string, string>();
  readonly numbers: SourceNumber[] = [];

  constructor(
    private readonly readFile: ReadFile,
    private readonly movable: boolean,
  ) {}

  /**
   * Adds a module after the modules that it imports. In a cycle of imports, a module that is already being added is
   * skipped.
   */
  async add(file: string, text: string): Promise<void> {
    this.sources.set(file, text);
    const { code, sites, imports, names, numbers } = file.endsWith('.json') ? compileJson(file, text) : await this.compile(file, text);
    // One by one: the number of arguments of a call is limited.
    for (const site of sites) this.sites.push(site);
    for (const { digits: _, ...number } of numbers) this.numbers.push(number);
    const resolved: CompiledModule['imports'] = {};
    const lines = new Lines(file, text);
    for (const found of imports) resolved[found.path] = await this.resolve(found, lines, file);
    const imported = names.map(({ path, name, start, end }) => ({ path, name, source: lines.range(start, end) }));
    this.modules.push({ file, code, imports: resolved, names: imported });
  }

  /** Compiles a text. Between the steps of a long text, other work can run. */
  private async compile(file: string, text: string): Promise<Compiled> {
    const steps = compileInSteps(file, text, this.sites.length, this.movable ? { firstNumber: this.numbers.length } : {});
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (text.length > LONG) await nextTurn();
    }
  }

  private async resolve(found: Import, lines: Lines, importer: string): Promise<string> {
    const { path } = found;
    const at = (message: string) => new SourceError(message, lines.range(found.start, found.end));
    if (SUPPLIED.includes(path)) return path;
    if (!/^\.{0,2}\//.test(path) && path !== '.' && path !== '..')
      throw at(
        `There is no module '${path}' here: a model file can import '${LIBRARY}' and files by a path that begins with './' or '../'.`,
      );
    const base = path.startsWith('/') ? normalise(path) : normalise(`${folderOf(importer)}${path}`);
    for (const candidate of candidates(base)) {
      if (this.sources.has(candidate)) return candidate;
      const text = await this.readFile(candidate).catch((error: unknown) => {
        throw at(`The file '${path}' cannot be read: ${sentence(error)}`);
      });
      if (text === null) continue;
      await this.add(candidate, text);
      return candidate;
    }
    throw at(`The file '${path}' that is imported here was not found.`);
  }
}

/**
 * The files that an import may mean, the most likely one first. As in TypeScript, './a.js' may be written for './a.ts'.
 */
function candidates(base: string): string[] {
  if (/\.(ts|js|json)$/.test(base)) return base.endsWith('.js') ? [base, `${base.slice(0, -3)}.ts`] : [base];
  return ['.ts', '.tl.ts', '.js', '.json', '/index.ts', '/index.tl.ts', '/index.js'].map((ending) => base + ending);
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/** Normalises a path: `/` instead of `\`, no `.`, and no `..` except at the start. */
function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    if (part === '..' && parts.length > 0 && !['', '..'].includes(parts.at(-1)!)) parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function compileJson(file: string, text: string): Compiled {
  try {
    return { code: `module.exports = ${JSON.stringify(JSON.parse(text))};`, sites: [], imports: [], names: [], numbers: [] };
  } catch (error) {
    const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    throw new SourceError(`This is no valid JSON: ${(error as Error).message.replace(/\s+/g, ' ')}.`, new Lines(file, text).wordAt(offset));
  }
}
