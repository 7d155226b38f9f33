/** Which module of the model is at work, and by which name the outermost one knows it. */
export interface ModuleFrame {
  /** Qualified name, '' for the outermost and outside of any. */
  readonly path: string;
  /** Class names along the path, the outermost first. */
  readonly types: readonly string[];
}

export const OUTERMOST: ModuleFrame = { path: '', types: [] };

/** How to look into a module; the engine knows. */
export interface ModuleReader {
  children(module: object): Iterable<[name: string, child: object]>;
  parameters(module: object): Iterable<[name: string, parameter: object]>;
}

interface Known {
  frames: Map<object, ModuleFrame>;
  parameters: Map<object, string>;
}

export class Modules {
  private readonly stack: { module: object; frame: ModuleFrame }[] = [];
  private readonly known = new WeakMap<object, Known>();
  current: ModuleFrame = OUTERMOST;

  constructor(private readonly reader: ModuleReader) {}

  enter(module: object): void {
    const outermost = this.stack[0];
    this.current = outermost ? this.frameIn(outermost.module, module) : { path: '', types: [className(module)] };
    this.stack.push({ module, frame: this.current });
  }

  exit(): void {
    this.stack.pop();
    this.current = this.stack.at(-1)?.frame ?? OUTERMOST;
  }

  /** The qualified name of a parameter of the module at work. */
  parameterName(parameter: object): string | null {
    const outermost = this.stack[0];
    return outermost ? (this.look(outermost.module, ({ parameters }) => parameters.get(parameter)) ?? null) : null;
  }

  /** A module that the outermost one does not hold works under the name of the one that called it. */
  private frameIn(outermost: object, module: object): ModuleFrame {
    return (
      this.look(outermost, ({ frames }) => frames.get(module)) ?? {
        path: this.current.path,
        types: [...this.current.types, className(module)],
      }
    );
  }

  /** Modules may have been added since the last look. */
  private look<T>(outermost: object, find: (known: Known) => T | undefined): T | undefined {
    const before = this.known.get(outermost);
    const found = before && find(before);
    if (found !== undefined) return found;
    const known: Known = { frames: new Map(), parameters: new Map() };
    this.read(outermost, { path: '', types: [className(outermost)] }, known);
    this.known.set(outermost, known);
    return find(known);
  }

  private read(module: object, frame: ModuleFrame, known: Known): void {
    if (known.frames.has(module)) return;
    known.frames.set(module, frame);
    const prefix = frame.path === '' ? '' : `${frame.path}.`;
    for (const [name, parameter] of this.reader.parameters(module))
      if (!known.parameters.has(parameter)) known.parameters.set(parameter, prefix + name);
    for (const [name, child] of this.reader.children(module))
      this.read(child, { path: prefix + name, types: [...frame.types, className(child)] }, known);
  }
}

const className = (module: object): string => module.constructor.name;
