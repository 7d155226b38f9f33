import { newExports, wrapModule } from '../../language/wrapModule.js';
import type { CompiledModule, Program } from '../../protocol/runnerApi.js';

type ModuleBody = (
  exports: object,
  require: (path: string) => unknown,
  module: { exports: unknown },
  tl: object,
  console: object,
) => Promise<void>;

/** What instrumented code reports to. */
export interface Reports {
  /** A name was bound. */
  b(site: number, value: unknown): unknown;
  /** A call returned. */
  c(site: number, value: unknown): unknown;
  /** A turn of a loop begins. */
  l(site: number): void;
  /** Something is about to be thrown. */
  t(site: number, value: unknown): unknown;
  /** A destructuring assignment: its value, whose names were reported among the arguments. */
  v(value: unknown): unknown;
  /** What operators and subscripts are rewritten to, by name. */
  readonly operators: object;
}

/** What the code of a program may reach, besides JavaScript itself. */
export interface Surroundings {
  /** What `import … from 'tensor-lens'` gives. */
  library: object;
  tl: Reports;
  console: object;
}

/** Makes functions of all modules, and returns what runs them in order. To be called before code can no longer be made of text. */
export function prepare(program: Program): (surroundings: Surroundings) => Promise<void> {
  const bodies = program.modules.map((module, index) => (0, eval)(wrapModule(module, index)) as ModuleBody);
  return async ({ library, tl, console }) => {
    const modules = new Map(program.modules.map((module) => [module.file, { exports: newExports(module) }]));
    const given = facade(tl);
    const requireFor = (importer: CompiledModule) => (path: string) => {
      if (path === 'tensor-lens') return library;
      const found = modules.get(importer.imports[path] ?? '');
      if (!found) throw new Error(`There is no module '${path}' here: use 'import'.`);
      return found.exports;
    };
    for (const [index, module] of program.modules.entries()) {
      const own = modules.get(module.file)!;
      await bodies[index]!(own.exports, requireFor(module), own, given, console);
    }
  };
}

/** All that compiled code gets of whoever listens. */
const facade = (tl: Reports): object =>
  Object.freeze({
    b: (site: number, value: unknown) => tl.b(site, value),
    c: (site: number, value: unknown) => tl.c(site, value),
    l: (site: number) => tl.l(site),
    t: (site: number, value: unknown) => tl.t(site, value),
    v: (value: unknown) => value,
    ...tl.operators,
  });
