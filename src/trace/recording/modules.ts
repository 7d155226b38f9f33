import type { Module } from '../../engine/nn/module.js';
import { namedChildren, ownParameters } from '../../engine/nn/moduleState.js';
import type { Tensor } from '../../engine/tensor/tensor.js';
import { shortName } from './shortName.js';

/** A module whose `forward` runs, and the name that the outermost module has for it. */
export interface ModuleFrame {
  /** Qualified name; '' for the outermost module, and outside of all modules. */
  readonly path: string;
  /** Class names along the path, the outermost first. */
  readonly types: readonly string[];
}

const nameOf = (module: Module): string => shortName(module._get_name());

export const OUTERMOST: ModuleFrame = { path: '', types: [] };

interface Known {
  frames: Map<Module, ModuleFrame>;
  parameters: Map<Tensor, string>;
}

export class Modules {
  /** The latest module of each variable of the program. */
  private readonly variables = new Map<string, Module>();
  /** The first variable of each module. */
  private readonly names = new WeakMap<Module, string>();
  /** How often a variable got another module. */
  private changes = 0;
  /** What stands before the names in a module, and `changes` when that was found. */
  private readonly prefixes = new WeakMap<Module, { prefix: string; changes: number }>();
  private readonly stack: { module: Module; frame: ModuleFrame }[] = [];
  private readonly known = new WeakMap<Module, Known>();
  current: ModuleFrame = OUTERMOST;

  enter(module: Module): void {
    const outermost = this.stack[0];
    this.current = outermost ? this.frameIn(outermost.module, module) : { path: '', types: [nameOf(module)] };
    this.stack.push({ module, frame: this.current });
  }

  exit(): void {
    this.stack.pop();
    this.current = this.stack.at(-1)?.frame ?? OUTERMOST;
  }

  get outermost(): Module | null {
    return this.stack[0]?.module ?? null;
  }

  /**
   * The module that an error came from. `modules` are all modules that the error passed through, the innermost first.
   */
  frameOf(modules: readonly Module[]): ModuleFrame {
    const outermost = modules.at(-1);
    if (!outermost) return OUTERMOST;
    return this.look(outermost, ({ frames }) => modules.map((module) => frames.get(module)).find(Boolean)) ?? OUTERMOST;
  }

  /** A variable of the program holds a module. Those of a `forward` that runs are of no interest: a module holds theirs. */
  name(module: Module, name: string): void {
    if (this.stack.length > 0 || this.variables.get(name) === module) return;
    this.variables.set(name, module);
    this.changes++;
    if (!this.names.has(module)) this.names.set(module, name);
  }

  /**
   * The qualified name of a parameter in the outermost module whose `forward` runs. It begins with the variable of that
   * module when the program has further modules with parameters: two layers without a common module, or two networks.
   */
  parameterName(parameter: Tensor): string | null {
    const outermost = this.outermost;
    const name = outermost && this.look(outermost, ({ parameters }) => parameters.get(parameter));
    return name == null ? null : shortName(this.prefixOf(outermost!) + name);
  }

  private prefixOf(outermost: Module): string {
    const { changes } = this;
    const before = this.prefixes.get(outermost);
    if (before?.changes === changes) return before.prefix;
    const name = this.names.get(outermost);
    const isAmongOthers = [...this.variables].some(
      ([variable, other]) =>
        variable !== name &&
        !this.holds(outermost, other) &&
        !this.holds(other, outermost) &&
        this.look(other, ({ parameters }) => parameters.size > 0),
    );
    const prefix = name !== undefined && isAmongOthers ? `${name}.` : '';
    this.prefixes.set(outermost, { prefix, changes });
    return prefix;
  }

  private holds(outer: Module, inner: Module): boolean {
    return this.look(outer, ({ frames }) => frames.has(inner)) === true;
  }

  /**
   * The frame of a module. A module that the outermost one does not hold gets a name below the module that called it.
   */
  private frameIn(outermost: Module, module: Module): ModuleFrame {
    return (
      this.look(outermost, ({ frames }) => frames.get(module)) ?? {
        path: this.current.path,
        types: [...this.current.types, nameOf(module)],
      }
    );
  }

  /** Looks something up. When it is not found, the names are read again, because modules may have been added. */
  private look<T>(outermost: Module, find: (known: Known) => T | undefined): T | undefined {
    const before = this.known.get(outermost);
    const found = before && find(before);
    if (found) return found;
    const known: Known = { frames: new Map(), parameters: new Map() };
    this.read(outermost, { path: '', types: [nameOf(outermost)] }, known);
    this.known.set(outermost, known);
    return find(known);
  }

  private read(module: Module, frame: ModuleFrame, known: Known): void {
    if (known.frames.has(module)) return;
    known.frames.set(module, frame);
    const prefix = frame.path === '' ? '' : `${frame.path}.`;
    for (const [name, parameter] of ownParameters(module))
      if (!known.parameters.has(parameter)) known.parameters.set(parameter, shortName(prefix + name));
    for (const [name, child] of namedChildren(module))
      this.read(child, { path: shortName(prefix + name), types: [...frame.types, nameOf(child)] }, known);
  }
}
