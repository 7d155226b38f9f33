/** What a converted program imports from 'tensor-lens/python': Python's own functions, by their own names. */

/** Functions that Python has without an import. */
const BUILTINS = new Set(
  'abs all any bool dict enumerate filter float int len list map max min print range repr reversed round set sorted str sum tuple zip divmod pow isinstance iter next hash chr ord'.split(
    ' ',
  ),
);
/** Modules that are objects here. */
const MODULES = new Set(['math', 'random', 'itertools']);
const PLACES: Readonly<Record<string, string>> = {
  deepcopy: 'copy',
  copy: 'copy',
  deque: 'collections',
  Counter: 'collections',
  defaultdict: 'collections',
  OrderedDict: 'collections',
  namedtuple: 'collections',
  reduce: 'functools',
  partial: 'functools',
};

/** The name in Python, and the line that brings it, if one has to; null for what it has not under the same name. */
export function pythonImport(name: string): { name: string; line: string | null } | null {
  if (BUILTINS.has(name)) return { name, line: null };
  if (MODULES.has(name)) return { name, line: `import ${name}` };
  const place = PLACES[name];
  return place === undefined ? null : { name, line: `from ${place} import ${name}` };
}
