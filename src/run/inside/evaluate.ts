import { newExports, wrapModule } from '../../language/wrapModule.js';
import type { CompiledModule, Program } from '../../protocol/runnerApi.js';

type ModuleBody = (
  exports: object,
  require: (path: string) => unknown,
  module: { exports: unknown },
  tl: object,
  console: object,
) => Promise<void>;

/** What the code of a program may reach, besides JavaScript itself. */
export interface Surroundings {
  /** What `import … from 'tensor-lens'` gives. */
  library: object;
  /** What the instrumented code reports to. */
  tl: object;
  console: object;
}

/** Makes functions of all modules, and returns what runs them in order. To be called before code can no longer be made of text. */
export function prepare(program: Program): (surroundings: Surroundings) => Promise<void> {
  const bodies = program.modules.map((module, index) => (0, eval)(wrapModule(module, index)) as ModuleBody);
  return async ({ library, tl, console }) => {
    const modules = new Map(program.modules.map((module) => [module.file, { exports: newExports(module) }]));
    const requireFor = (importer: CompiledModule) => (path: string) => {
      if (path === 'tensor-lens') return library;
      const found = modules.get(importer.imports[path] ?? '');
      if (!found) throw new Error(`There is no module '${path}' here: use 'import'.`);
      return found.exports;
    };
    for (const [index, module] of program.modules.entries()) {
      const own = modules.get(module.file)!;
      await bodies[index]!(own.exports, requireFor(module), own, tl, console);
    }
  };
}
