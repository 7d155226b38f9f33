/** The functions and classes of a program, and what is known about them. */
import { dotted, hasNode, isSuper, type Expr, type FunctionNode, type Of } from '../reading/syntax.js';
import type { Type } from './types.js';
import type { Variable } from './variables.js';

export interface Func {
  name: string;
  node: FunctionNode;
  params: Variable[];
  of: Class | null;
  kind: 'function' | 'method' | 'static' | 'class' | 'property' | 'setter';
  result: Type;
  isGenerator: boolean;
  /** True when the function is used other than by a call. */
  isValue: boolean;
}

/** The rows as one, each class before those that it extends. */
function merged(given: readonly (readonly Class[])[]): Class[] {
  const rows = given.map((row) => [...row]).filter((row) => row.length > 0);
  if (rows.length === 0) return [];
  const next = rows.map((row) => row[0]!).find((one) => rows.every((row) => row.indexOf(one) <= 0)) ?? rows[0]![0]!;
  return [next, ...merged(rows.map((row) => row.filter((one) => one !== next)))];
}

/** True for the root of a class that extends one of Python's dicts. */
export const isDictClass = (root: string | null | undefined): boolean =>
  /^(collections\.(defaultdict|OrderedDict|Counter)|builtins\.dict)$/.test(root ?? '');

export class Class {
  js: string;
  bases: Class[] = [];
  readonly extendedBy: Class[] = [];
  /** The dotted name of the library class that this class extends. */
  library: string | null = null;
  readonly attributes = new Map<string, Type>();
  /** Attributes that the body of the class sets. */
  readonly shared = new Map<string, Variable>();
  /** Those among them that a dataclass does not make fields of: `count: ClassVar[int] = 0`. */
  readonly constants = new Set<string>();
  /** Attributes that are set on an object. */
  readonly own = new Set<string>();
  readonly methods = new Map<string, Func>();
  readonly setters = new Map<string, Func>();
  /** Attributes that answer for themselves, with their classes. */
  readonly descriptors = new Map<string, Class>();
  isDataclass = false;
  isEnum = false;
  /** True for a class of tuples: `class Point(NamedTuple)`. */
  isNamedTuple = false;

  constructor(
    readonly name: string,
    readonly node: Of<'ClassDef'>,
  ) {
    this.js = name;
  }

  /** The class itself, and the classes that it extends, in the order in which Python looks for a method. */
  lineage(): Class[] {
    const [only, second] = this.bases;
    if (!second) return only ? [this, ...only.lineage()] : [this];
    const rows = [...this.bases.map((base) => base.lineage()), this.bases];
    return [this, ...merged(rows)];
  }

  /** The classes that extend this one, and those that extend them. */
  descendants(): Class[] {
    return this.extendedBy.flatMap((one) => [one, ...one.descendants()]);
  }

  /** True for a class of several that hand on to each other by `super()`: what comes next, only the object knows. */
  get isCooperative(): boolean {
    return [this, ...this.descendants()].some((one) => one.joins || one.isMadeByNew);
  }

  /** What `super()` may stand for in a method of this class. */
  next(name: string): Func[] {
    const found = [this, ...this.descendants()].flatMap((one) => {
      const order = one.lineage();
      return (
        order
          .slice(order.indexOf(this) + 1)
          .find((other) => other.methods.has(name))
          ?.methods.get(name) ?? []
      );
    });
    return [...new Set(found)];
  }

  private get joins(): boolean {
    if (this.bases.length < 2 || !this.isPlain) return false;
    const rows = this.bases.map((base) => base.lineage());
    const share = new Set(rows.flat()).size < rows.flat().length;
    return share || rows.filter((row) => row.some((one) => one.methods.has('__init__') || one.callsSuper)).length > 1;
  }

  /** True for a class whose objects come from a `__new__` of its own. */
  get isMadeByNew(): boolean {
    return this.isPlain && this.method('__new__') !== null;
  }

  /** True for a class that extends nothing but plain classes of the program. */
  private get isPlain(): boolean {
    return this.lineage().every(
      (one) =>
        /^(builtins\.object|abc\.ABC|typing\.\w+)?$/.test(one.library ?? '') &&
        !one.isEnum &&
        !one.isDataclass &&
        !one.isNamedTuple &&
        !['__getattr__', '__setattr__'].some((name) => one.methods.has(name)),
    );
  }

  /** True where `super()` is used: which class that is, depends on what else a class extends. */
  get callsSuper(): boolean {
    return (this.usesSuper ??= hasNode(this.node, isSuper));
  }

  private usesSuper?: boolean;

  method(name: string): Func | null {
    for (const one of this.lineage()) {
      const found = one.methods.get(name);
      if (found) return found;
    }
    return null;
  }

  /**
   * The methods that a call on an object of this class may run: the class's own, and those of the classes that extend
   * it.
   */
  implementations(name: string): Func[] {
    const own = this.method(name);
    const below = this.extendedBy.flatMap((one) => one.implementations(name));
    return [...new Set([...(own ? [own] : []), ...below])];
  }

  /** What is known of an attribute, of this class or of one that it extends. */
  attribute(name: string): Type | null {
    return (
      this.lineage()
        .find((one) => one.attributes.has(name))
        ?.attributes.get(name) ?? null
    );
  }

  /** The class of an attribute that answers for itself: `price = Positive()`, with `__get__` or `__set__`. */
  described(name: string): Class | null {
    return (
      this.lineage()
        .find((one) => one.descriptors.has(name))
        ?.descriptors.get(name) ?? null
    );
  }

  sharedBy(name: string): Class | null {
    return this.lineage().find((one) => one.shared.has(name)) ?? null;
  }

  /** True when this class, or one that it extends, has an attribute `name`: JavaScript keeps the class's name there. */
  get hasOwnName(): boolean {
    return !this.isEnum && !this.isModule && this.lineage().some((one) => one.shared.has('name') && !one.isDataclass);
  }

  /** The dotted name of the library class that this class builds on. Null for one that has nothing of its own, such as `ABC`. */
  get root(): string | null {
    return (
      this.lineage()
        .map((one) => one.library)
        .find(
          (one) => one !== null && !/^(builtins\.object|abc\.ABC|typing\.(Generic|Protocol|Hashable|Sized|Iterable|Callable))$/.test(one),
        ) ?? null
    );
  }

  get isModule(): boolean {
    return /^torch\.nn\./.test(this.root ?? '');
  }

  get isDataset(): boolean {
    return /^torch\.utils\.data\.(\w*Dataset|Subset)$/.test(this.root ?? '');
  }

  get isSampler(): boolean {
    return /^torch\.utils\.data\.(sampler\.)?\w*Sampler$/.test(this.root ?? '');
  }

  /** True when the members can be joined: of a joined one nothing else is known. */
  get isFlag(): boolean {
    return this.root === 'enum.Flag' || this.root === 'enum.IntFlag';
  }

  /** True when the members are also numbers. */
  get isNumberEnum(): boolean {
    return this.isEnum && /^enum\.IntEnum$/.test(this.root ?? '');
  }

  /** True when the members are also strings. */
  get isTextEnum(): boolean {
    const isText = this.node.bases.some((one) => one.nodeType === 'Name' && one.id === 'str');
    return this.isEnum && (isText || /^enum\.StrEnum$/.test(this.root ?? ''));
  }

  /** The fields of a dataclass. The fields of the classes that it extends come first. */
  get fields(): string[] {
    return this.lineage()
      .reverse()
      .flatMap((one) => [...one.given.keys()].filter((name) => !one.isHandedOn(name)));
  }

  /** True for what an object is made with and does not keep: `scale: InitVar[int] = 2`. `__post_init__` gets it. */
  isHandedOn(name: string): boolean {
    return this.declared(name).some(({ annotation }) =>
      /(^|\.)InitVar$/.test(dotted(annotation.nodeType === 'Subscript' ? annotation.value : annotation) ?? ''),
    );
  }

  /** The fields of the class alone. */
  get given(): Map<string, Variable> {
    // What comes after `_: KW_ONLY` is given by name.
    const isMark = (name: string): boolean => this.declared(name).some(({ annotation }) => /(^|\.)KW_ONLY$/.test(dotted(annotation) ?? ''));
    return new Map([...this.shared].filter(([name]) => !(this.isDataclass && (this.constants.has(name) || isMark(name)))));
  }

  /** The declarations of a field in the body of the class: `rate: float = 0.1`. */
  private declared(name: string): Of<'AnnAssign'>[] {
    return this.node.body.filter(
      (one): one is Of<'AnnAssign'> => one.nodeType === 'AnnAssign' && one.target.nodeType === 'Name' && one.target.id === name,
    );
  }

  /** What the body of the class sets a field to. */
  defaultOf(name: string): Expr | null {
    return this.declared(name)[0]?.value ?? null;
  }

  /** True for a field with `field(…, option=False)`. */
  isWithout(name: string, option: string): boolean {
    const all = this.lineage().flatMap((one) => one.declared(name));
    return all.some(({ value }) => {
      if (value?.nodeType !== 'Call' || !/(^|\.)field$/.test(dotted(value.func) ?? '')) return false;
      return value.keywords.some(({ arg, value: given }) => arg === option && given.nodeType === 'Constant' && given.value === false);
    });
  }

  /** The fields that are given when an object is made. */
  get parameters(): string[] {
    const all = this.lineage()
      .reverse()
      .flatMap((one) => [...one.given.keys()]);
    return all.filter((name) => !this.isWithout(name, 'init'));
  }

  get isError(): boolean {
    return /^builtins\..*(Error|Exception|StopIteration)$/.test(this.root ?? '');
  }
}
