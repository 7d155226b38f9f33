/** The state that all writers share: types, names, helpers. Also the error for a part that cannot be converted. */
import type { Facts } from '../inference/facts.js';
import type { Kept } from '../inference/kept.js';
import type { PairedNames } from '../inference/paired.js';
import type { Class, Func } from '../program/classes.js';
import type { Scopes } from '../program/scopes.js';
import { typeText } from '../program/typeText.js';
import { isOpen } from '../program/shown.js';
import { withoutNone, type Type } from '../program/types.js';
import type { Variable } from '../program/variables.js';
import type { Any, Expr, Of, Source } from '../reading/syntax.js';
import type { Output } from './output.js';

/** The error for a part of the program that cannot be converted. Its statement stays as a comment. */
export class Unconvertible extends Error {
  constructor(
    readonly node: Any,
    message: string,
  ) {
    super(message);
  }
}

const RESERVED = new Set(
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield require module exports console'.split(
    ' ',
  ),
);
/** JavaScript's names that the written text uses. No variable may have one of them. */
const USED = new Set('Math Number String Array Object Infinity NaN Error Date Symbol Map Set'.split(' '));

/** An option of the command line. */
export interface Option {
  name: string;
  /** The text of its default. */
  value: string;
  flags?: readonly string[];
  /** How many words follow it. */
  takes?: number;
  /** The text of what is given; null where only the run could tell. */
  read?: (words: readonly string[]) => string | null;
}

export class Context {
  readonly helpers = new Map<string, string>();
  needsTorch = false;
  needsPlots = false;
  needsNumpy = false;
  /** The program's name for NumPy. */
  numpyName = 'np';
  needsDatasets = false;
  /** The program's name for scikit-learn's data sets. */
  datasetsName = 'datasets';
  /** True when whole numbers may become too large for JavaScript's. */
  largeInts = false;
  /** True when the program maps functions over dicts of tensors, which PyTorch's transforms take as objects. */
  hasTransforms = false;
  /** True when a value of unknown type may be an array of NumPy. */
  hasNumpy = false;
  /** True when the program reads variables of its environment. */
  readsEnvironment = false;
  /** True when the program may end itself, which no `except Exception` stops. */
  exits = false;
  /** True when the program prints lines in parts. Then all its output must go through the helper `print`. */
  partialLines = false;
  torchName = 'torch';
  /** The program's name for pyplot. */
  plotName = 'plt';
  /** The functions that are being written. The innermost is the last. */
  readonly functions: Func[] = [];
  readonly classes: Class[] = [];
  /** The lines after a class that decorate its methods. */
  decorated: string[] = [];
  /** The options that the program gives to `argparse`, by name. */
  readonly options: Option[] = [];
  /** True when the program catches errors that Python raises and JavaScript does not, such as a division by zero. */
  readonly catchesAll: boolean;
  readonly hasCallable: boolean;
  readonly hasOperators: boolean;
  /** True when a class of the program defines `@`. */
  readonly hasProducts: boolean;
  readonly keepsTuples: boolean;
  readonly handsClasses: boolean;
  readonly changesFloats: boolean;
  /** True when the program reads the arguments of its errors. */
  readonly readsArguments: boolean;
  /** True when the program prints a layer or an optimizer. */
  readonly printsLayers: boolean;
  readonly paired: PairedNames;
  /** The expressions whose floats say that they are floats; null where no number of the program has to. */
  readonly kept: Kept | null;
  /** The calls that make ranges which are shown as ranges. */
  readonly heldRanges: ReadonlySet<Any>;
  /** The parameters whose values carry their types. */
  readonly carried: ReadonlySet<Variable>;
  /** The functions and classes that the program uses as values. */
  readonly handed: ReadonlySet<Func | Class>;
  /**
   * The names of arguments, and of methods, in calls that do not know what they call. `**` stands for a dict whose names
   * are not known.
   */
  readonly wanted = { names: new Set<string>(), methods: new Set<string>() };
  /** What was wanted when the program was written before. Null the first time. */
  readonly told: Context['wanted'] | null;
  private readonly taken = new Set<string>();

  constructor(
    readonly facts: Facts,
    readonly scopes: Scopes,
    readonly source: Source,
    readonly out: Output,
    program: {
      catchesAll: boolean;
      keepsTuples: boolean;
      handsClasses: boolean;
      changesFloats: boolean;
      printsLayers: boolean;
      handed: ReadonlySet<Func | Class>;
      paired: PairedNames;
      carried: ReadonlySet<Variable>;
      heldRanges: ReadonlySet<Any>;
      kept: Kept | null;
      told: Context['wanted'] | null;
    },
  ) {
    this.catchesAll = program.catchesAll;
    this.keepsTuples = program.keepsTuples;
    this.handsClasses = program.handsClasses;
    this.changesFloats = program.changesFloats;
    this.readsArguments = /\.args\b/.test(source.text);
    this.printsLayers = program.printsLayers;
    this.handed = program.handed;
    this.paired = program.paired;
    this.carried = program.carried;
    this.heldRanges = program.heldRanges;
    this.kept = program.kept;
    this.told = program.told;
    const classes = [...scopes.classes.values()];
    this.hasCallable = classes.some((one) => one.methods.has('__call__'));
    const hasOthers = /\b(fractions|pathlib|datetime)\b|\b(Int)?Flag\b|\d[jJ]\b|\bcomplex\(/.test(source.text);
    this.hasOperators =
      hasOthers ||
      classes.some((one) =>
        // not operations: names of Python's types and functions
        [...one.methods.keys()].some((name) => /^__r?(add|sub|mul|truediv|pow|neg|eq|lt)__$/.test(name)),
      );
    this.hasProducts = classes.some((one) => one.methods.has('__matmul__') || one.methods.has('__rmatmul__'));
    for (const variable of scopes.all) this.taken.add(variable.name);
    for (const variable of scopes.all) {
      variable.js = RESERVED.has(variable.name) || USED.has(variable.name) ? `${variable.name}_` : variable.name;
    }
    for (const one of classes) one.js = scopes.variables.get(one.node)?.js ?? one.name;
    for (const func of scopes.functions.values()) if (func.of && func.kind !== 'static' && func.params[0]) func.params[0].js = 'this';
  }

  /** The dtype of floats, as the text names it. The program may have changed the default dtype. */
  get floats(): string {
    return `${this.torch}.${this.changesFloats ? 'get_default_dtype()' : 'float32'}`;
  }

  /** A function of 'tensor-lens/python', by its name in the text. */
  helper(name: string): string {
    let own = this.helpers.get(name);
    if (own === undefined) {
      own = this.taken.has(name) && !this.isImportOf(name) ? `py_${name}` : name;
      this.helpers.set(name, own);
    }
    return own;
  }

  /** True when this name is used only for what Python imports under it: `import math`. */
  private isImportOf(name: string): boolean {
    const all = [...this.scopes.all].filter((one) => one.name === name);
    return all.every((one) => one.importPath !== null && !one.importPath.startsWith('torch') && one.importPath.split('.').at(-1) === name);
  }

  /** True when calls that do not know what they call may give arguments to these parameters by name. */
  mustTell(names: readonly string[]): boolean {
    return (
      this.told !== null &&
      names.length > 0 &&
      (this.told.names.has('**') || names.some((name) => /^\*/.test(name) || this.told!.names.has(name)))
    );
  }

  type(node: Any): Type {
    return this.facts.of(node);
  }

  fail(node: Any, message: string): never {
    throw new Unconvertible(node, message);
  }

  variable(node: Any): Variable | undefined {
    return this.scopes.variables.get(node);
  }

  /** An expression for a value that the written text has under a name of its own. */
  held(name: string, type: Type): Of<'Name'> {
    const node = { nodeType: 'Name', id: name, ctx: { nodeType: 'Load' } } as unknown as Of<'Name'>;
    this.facts.types.set(node, type);
    const variable = { js: name, importPath: null, scope: { kind: 'function' }, stores: [] };
    this.scopes.variables.set(node, variable as never);
    return node;
  }

  /** A name that is not used yet. */
  fresh(name: string): string {
    let own = name;
    for (let i = 2; this.taken.has(own); i++) own = `${name}${i}`;
    this.taken.add(own);
    return own;
  }

  get torch(): string {
    this.needsTorch = true;
    return this.torchName;
  }

  get np(): string {
    this.needsNumpy = true;
    return this.numpyName;
  }

  get datasets(): string {
    this.needsDatasets = true;
    return this.datasetsName;
  }

  get plt(): string {
    this.needsPlots = true;
    return this.plotName;
  }

  /** A type in the notation of TypeScript. */
  typeOf(type: Type): string {
    return typeText(type);
  }

  path(node: Expr): string | null {
    return this.facts.path(node);
  }

  /** True where numbers say themselves what they are, and this may be one of them. */
  isMixed(type: Type): boolean {
    return this.kept !== null && isOpen(type);
  }

  /** True where numbers say themselves what they are: then this may be an object of JavaScript, with a number in it. */
  mayBeKept(given: Type): boolean {
    const type = withoutNone(given);
    // not operations: kinds of Python's numbers
    return this.kept !== null && (type.k === 'float' || type.k === 'num');
  }

  /** A function that computes with ints and floats and tells them apart. */
  mixed(name: string): string {
    return `${this.helper('mixed')}.${name}`;
  }
}
