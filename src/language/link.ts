/**
 * Puts the files of a program together: reads the imported files with the function that is given for it, compiles
 * them, and puts them in the order in which CommonJS would evaluate them.
 */
import type { SourceNumber } from '../protocol/numbers.js';
import type { CompiledModule, Program } from '../protocol/runnerApi.js';
import { compileInSteps, type Compiled } from './compile.js';
import type { Import } from './imports.js';
import { Lines } from './lines.js';
import { SourceError } from './sourceError.js';

/** What the worker supplies: the library, Python's functions for converted programs, plots, and what tests are written with. */
const LIBRARY = 'tensor-lens';
const SUPPLIED = [LIBRARY, `${LIBRARY}/python`, `${LIBRARY}/test`, `${LIBRARY}/pyplot`, `${LIBRARY}/numpy`];

/**
 * Paths have `/` and are as `entry` is: absolute, or relative to the same folder. Null for a file that is not there.
 * @throws Error that says why a file may not be read
 */
export type ReadFile = (path: string) => Promise<string | null>;

/** A text of so many characters takes longer than nobody notices. */
const LONG = 20_000;

declare function setTimeout(callback: () => void): unknown;
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export interface LinkedProgram {
  program: Program;
  /** The texts as they were compiled, by file. */
  sources: ReadonlyMap<string, string>;
  /** The numbers that its code reads from a table. */
  numbers: SourceNumber[];
}

/**
 * @param movable whether the numbers of its texts are read from a table, so that it can run again with others
 * @throws SourceError for a mistake in any of the files, or an import of what is not there
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

  /** Adds a module after the modules that it imports. In a cycle of imports, a module that is being added already is skipped. */
  async add(file: string, text: string): Promise<void> {
    this.sources.set(file, text);
    const { code, sites, imports, names, numbers } = file.endsWith('.json') ? compileJson(file, text) : await this.compile(file, text);
    // One by one: a call takes so many arguments only.
    for (const site of sites) this.sites.push(site);
    for (const { digits: _, ...number } of numbers) this.numbers.push(number);
    const resolved: CompiledModule['imports'] = {};
    const lines = new Lines(file, text);
    for (const found of imports) resolved[found.path] = await this.resolve(found, lines, file);
    const imported = names.map(({ path, name, start, end }) => ({ path, name, source: lines.range(start, end) }));
    this.modules.push({ file, code, imports: resolved, names: imported });
  }

  /** Who waits for a long text gets to do something else between the steps. */
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

/** The files that an import may mean, likeliest first. As in TypeScript, './a.js' may be written for './a.ts'. */
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
