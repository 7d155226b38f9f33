/** The name of each variable in Python. There, blocks have no scope of their own, and some words are taken. */
import type { Scope } from '../reading/scopes.js';
import { isEarlySelf, type Variable } from '../reading/scopes.js';

const words = (text: string): string[] => text.split(/\s+/);

const KEYWORDS = new Set(
  words(
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield',
  ),
);

/** Names that the script itself uses. */
const TAKEN = new Set([
  ...words('self len sum range print max min sorted list dict set str float int bool abs enumerate zip isinstance super any all round'),
  ...words('reversed next callable chr ord Exception tuple vars math functools json re random sys os time property staticmethod type'),
  ...words('as_text as_number size_of index_of same Record divide remainder fixed dist DistributedDataParallel SharedSampler mine mean_of'),
]);

/** Modules and functions that a parameter may hide in a program which uses nothing of what is written by them. */
const HIDDEN: Readonly<Record<string, RegExp>> = {
  time: /\bperformance\b/,
  json: /\bJSON\b|\bjson\./,
  type: /\btype_(of|name)\b|\btypeof\b/,
};

/** A name that Python allows for a variable or an attribute. */
export function pythonName(name: string): string {
  const plain = name.replaceAll('$', '_').replace(/^#/, '_');
  return KEYWORDS.has(plain) ? `${plain}_` : plain;
}

/**
 * Gives every variable its name.
 * @param scopes the scopes of all files. A scope comes before the scopes inside it
 * @param texts the texts of the files
 */
export function giveNames(scopes: readonly Scope[], texts: readonly string[]): void {
  const isFile = (scope: Scope): boolean => !scope.parent;
  const named = new Map<Scope | 'files', Variable[]>();
  for (const scope of scopes) {
    const owner = scope.owner;
    const key = isFile(owner) ? 'files' : owner;
    const beside = named.get(key) ?? [];
    named.set(key, beside);
    for (const variable of scope.variables.values()) {
      const others = [
        ...beside.filter((other) => fileOf(other.scope) !== fileOf(scope) || isAround(other.scope, scope) || isAround(scope, other.scope)),
        ...(isFile(owner) ? [] : owner.outer),
      ];
      const taken = new Set(others.filter((other) => other !== variable && !isSameImport(other, variable)).map(({ python }) => python));
      variable.python = isEarlySelf(variable)
        ? 'self'
        : freeName(pythonName(variable.name), (name) => (TAKEN.has(name) && !mayHide(variable, texts)) || taken.has(name));
      beside.push(variable);
    }
  }
}

/** True for a parameter: it keeps its name for those who give it by name. */
const mayHide = ({ name, sources: [source] }: Variable, texts: readonly string[]): boolean => {
  const use = HIDDEN[name];
  return (source?.how === 'parameter' || source?.how === 'type') && use !== undefined && !texts.some((text) => use.test(text));
};

/** True for two imports of the same library name: `nn` in two files is the same `nn`. */
const isSameImport = (a: Variable, b: Variable): boolean => a.name === b.name && isLibrary(a) && isLibrary(b);

/** True for a variable that stands for a part of the library: it is imported, or read from an import. */
const isLibrary = ({ sources: [source], scope }: Variable): boolean =>
  !scope.parent && (source?.how === 'import' || (source?.how === 'property' && source.of.how === 'value'));

function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  if (!isTaken(`${name}_`)) return `${name}_`;
  for (let i = 2; ; i++) if (!isTaken(`${name}_${i}`)) return `${name}_${i}`;
}

const fileOf = (scope: Scope): Scope => (scope.parent ? fileOf(scope.parent) : scope);

const isAround = (outer: Scope, inner: Scope): boolean => outer === inner || (inner.parent !== null && isAround(outer, inner.parent));
