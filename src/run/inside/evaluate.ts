import { knowProgramsErrors } from '../../engine/errors.js';
import { onWarning } from '../../engine/warnings.js';
import { asFloat, floatsAt } from '../../engine/ops/floats.js';
import { gradReads } from '../../engine/tensor/state.js';
import { forPrograms, once } from '../../engine/library.js';
import { SourceError } from '../../language/sourceError.js';
import { isEsModule, isThrownInProgram, scriptName, wrapModule } from '../../language/wrapModule.js';
import { t } from '../../protocol/l10n.js';
import type { CompiledModule, Program } from '../../protocol/runnerApi.js';
import type { Platform } from './platform.js';
import { sameRealm, type Realm } from './realm.js';

type ModuleBody = (
  exports: object,
  require: (path: string) => unknown,
  module: { exports: unknown },
  tl: object,
  console: object,
) => Promise<void>;

/** The functions that instrumented code reports to. */
export interface Reports {
  /** A name was bound. */
  b(site: number, value: unknown): unknown;
  /** A call returned. */
  c(site: number, value: unknown): unknown;
  /** The next iteration of a loop begins. */
  l(site: number): void;
  /** Something is about to be thrown. */
  t: (site: number, value: unknown) => unknown;
  /** The value of a destructuring assignment. Its names were reported among the arguments. */
  v(value: unknown): unknown;
  /** The functions that replace operators and subscripts, by name. */
  readonly operators: Readonly<Record<string, unknown>>;
  /** A call is about to be made, for the first time. */
  m(site: number): void;
}

/** What the code of a program can reach, besides JavaScript itself. */
export interface Surroundings {
  /** What `import … from 'tensor-lens'` gives. */
  library: object;
  /** What `import … from 'tensor-lens/test'` gives; nothing when absent. */
  test?: object;
  /** What `import … from 'tensor-lens/pyplot'` gives; nothing when absent. */
  pyplot?: () => object;
  part: Platform['part'];
  tl: Reports;
  console: { log(text: string): void };
  /** The numbers that code reads from a table, for a program that was compiled so. */
  numbers?: readonly number[];
}

/** Makes a function of each module. Returns a function that runs them in order. */
export function prepare(program: Program, realm: Realm = sameRealm): (surroundings: Surroundings) => Promise<void> {
  const bodies = program.modules.map(({ code, file }, index) => realm.compile(wrapModule(code), scriptName(file, index)) as ModuleBody);
  return async ({ library, test = {}, pyplot = () => ({}), part, tl, console, numbers = [] }) => {
    const given = [facade(tl, realm, program.sites.length, numbers), realm.object(console)] as const;
    knowProgramsErrors(({ stack, message }) => isThrownInProgram((stack ?? '').replace(message, '')));
    onWarning((text) => console.log(text));
    gradReads.hadNone = false;
    let flush = (): void => {};
    let isEnd = (_: unknown): boolean => false;
    const python = once(() => {
      const { printing, loggingTo, isPlainExit, python: all } = part();
      isEnd = isPlainExit;
      const printer = printing((text) => console.log(text));
      ({ flush } = printer);
      return Object.freeze({
        __esModule: true,
        ...all,
        print: printer.print,
        environ: (all.dict as () => object)(),
        logging: loggingTo(printer.print),
      });
    });
    const beside = (name: 'torchvision' | 'sklearn') =>
      once(() => Object.freeze({ __esModule: true, ...forPrograms<object>(part()[name], {}, `${name}.`) }));
    const supplied: Readonly<Record<string, () => object>> = {
      'tensor-lens': () => library,
      'tensor-lens/python': python,
      'tensor-lens/numpy': once(() => Object.freeze({ __esModule: true, ...part().numpy })),
      'tensor-lens/torchvision': beside('torchvision'),
      'tensor-lens/sklearn': beside('sklearn'),
      'tensor-lens/test': () => test,
      'tensor-lens/pyplot': pyplot,
    };
    const modules = new Map(program.modules.map((module) => [module.file, { exports: newExports(module, realm) }]));
    const done = new Set<string>();
    const requireFor = (importer: CompiledModule) => (path: string) => {
      if (Object.hasOwn(supplied, path)) return supplied[path]!();
      const file = importer.imports[path] ?? '';
      const found = modules.get(file);
      if (!found) throw new Error(`There is no module '${path}' here: use 'import'.`);
      return done.has(file) ? found.exports : unfinished(found.exports, path, () => done.has(file));
    };
    try {
      for (const [index, module] of program.modules.entries()) {
        const own = modules.get(module.file)!;
        const require = requireFor(module);
        for (const { path, name, source } of module.names) {
          // With circular imports, a module that imports this one has not run yet.
          const isReady = Object.hasOwn(supplied, path) || done.has(module.imports[path]!);
          const exports = require(path);
          if (isReady && !hasName(exports, name)) throw new SourceError(missing(path, name, exports), source);
        }
        await bodies[index]!(own.exports, require, own, ...given);
        done.add(module.file);
      }
    } catch (thrown) {
      // `sys.exit()`
      if (!isEnd(thrown)) throw thrown;
    } finally {
      flush();
    }
  };
}

const hasName = (exports: unknown, name: string): boolean => name === 'default' || Object(exports) !== exports || name in Object(exports);

/** Says that a module does not export a name, and where the name may come from instead. */
function missing(path: string, name: string, exports: unknown): string {
  const said = `'${path}' has no export named '${name}'.`;
  if (path !== 'tensor-lens') return said;
  if (name === 'torch') return `${said} Write: import * as torch from 'tensor-lens'.`;
  const home = homeOf(exports as object, name);
  return home === null ? said : `${said} There is ${home}.${name}: import { ${home.split('.')[0]} } from 'tensor-lens'.`;
}

/** The namespace that has the name, such as `nn.functional`. */
function homeOf(exports: object, name: string): string | null {
  const parts = Object.entries(exports).filter((entry): entry is [string, object] => isNamespace(entry[1]));
  for (const [key, part] of parts) if (Object.hasOwn(part, name)) return key;
  for (const [key, part] of parts) {
    const within = homeOf(part, name);
    if (within !== null) return `${key}.${within}`;
  }
  return null;
}

const isNamespace = (part: unknown): part is object => typeof part === 'object' && part !== null && Object.isFrozen(part);

/**
 * All that compiled code gets of the object that it reports to: functions that report, and nothing to change or to look
 * into. `s` says which places were marked already; code reads it without a call.
 */
function facade(tl: Reports, realm: Realm, sites: number, numbers: readonly number[]): object {
  const marked = realm.zeros(sites);
  return Object.freeze({
    b: (site: number, value: unknown) => tl.b(site, value),
    c: (site: number, value: unknown) => tl.c(site, value),
    l: (site: number) => tl.l(site),
    t: (site: number, value: unknown) => tl.t(site, value),
    v: (value: unknown) => value,
    f: asFloat,
    w: floatsAt,
    ...realm.numbersFirst(tl.operators),
    m: (site: number) => {
      marked[site] = 1;
      tl.m(site);
    },
    s: marked,
    n: (place: number) => numbers[place],
  });
}

/**
 * The exports of a module in a circle of imports, before the module has run. To read a name that is not there yet is an
 * error, and does not give `undefined`.
 */
function unfinished(exports: object, path: string, isDone: () => boolean): object {
  return new Proxy(exports, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (value !== undefined || typeof key === 'symbol' || key === '__esModule' || isDone()) return value;
      throw new ReferenceError(
        t("'{0}' of '{1}' has no value yet: the two files import each other. Move what both of them need into a third file.", key, path),
      );
    },
  });
}

/** The exports of a module before it has run, see `isEsModule`. */
function newExports(module: CompiledModule, realm: Realm): object {
  const exports = realm.object({});
  if (isEsModule(module)) Object.defineProperty(exports, '__esModule', { value: true });
  return exports;
}
