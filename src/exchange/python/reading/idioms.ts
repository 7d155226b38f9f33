/** Ways to write attributes as the entries of a dict, rewritten as what they do: the rest of the converter knows attributes only. */
import { childrenOf, parsePython, type Any, type Expr, type Of, type Stmt } from './syntax.js';

type Written = { -readonly [Name in 'lineno' | 'col_offset' | 'end_lineno' | 'end_col_offset']?: number };

/** Statements made from a text, at the place of another one. A name in `given` stands for the node. */
function made(text: string, place: Stmt, given: Readonly<Record<string, Expr>> = {}): Stmt[] {
  const put = (node: Any): Any => {
    if (node.nodeType === 'Name' && given[node.id]) return given[node.id]!;
    const { lineno, col_offset, end_lineno, end_col_offset } = place as Written;
    Object.assign(node, { lineno, col_offset, end_lineno, end_col_offset });
    for (const [name, value] of Object.entries(node) as [string, unknown][]) {
      const isNode = (one: unknown): one is Any => typeof (one as Any | null)?.nodeType === 'string';
      if (Array.isArray(value)) Object.assign(node, { [name]: value.map((one: unknown) => (isNode(one) ? put(one) : one)) });
      else if (isNode(value)) Object.assign(node, { [name]: put(value) });
    }
    return node;
  };
  return parsePython(text).body.map((one) => put(one) as Stmt);
}

const ASKED =
  'def __getattr__(self, name):\n    try:\n        return self[name]\n    except KeyError:\n        raise AttributeError(name)\n';
const OF_DICTS: Readonly<Record<string, string>> = {
  '__getattr__ = get': 'def __getattr__(self, name):\n    return self.get(name)\n',
  '__getattr__ = __getitem__': ASKED,
  '__setattr__ = __setitem__': 'def __setattr__(self, name, value):\n    self[name] = value\n',
  '__delattr__ = __delitem__': 'def __delattr__(self, name):\n    del self[name]\n',
};

/** True for all that an object has of its own: `x.__dict__`, or `vars(…)`. */
export const readsFields = (node: Any): node is Of<'Attribute'> | Of<'Call'> =>
  node.nodeType === 'Attribute' ? node.attr === '__dict__' : node.nodeType === 'Call' && isName(node.func, 'vars');

/** The object whose `__dict__` this is, or which `vars(…)` gets. */
function ofFields(node: Expr): Expr | null {
  if (!readsFields(node)) return null;
  return node.nodeType === 'Attribute' ? node.value : (node.args[0] ?? null);
}

const isName = (node: Expr | undefined, id: string): boolean => node?.nodeType === 'Name' && node.id === id;

/** A name that Python keeps for its class: `__x` of `A` is `_A__x`. */
const PRIVATE = /^__\w*[A-Za-z0-9](?<!__)$/;

/** Gives the private names of classes their whole names, where two classes have the same, or the program writes a whole one. */
function withPrivate(module: Any, text: string): void {
  const found = new Map<string, Set<string>>();
  const each = (node: Any, of: string | null, see: (node: { [name: string]: unknown }, part: string, of: string) => void): void => {
    const inner = node.nodeType === 'ClassDef' ? node.name.replace(/^_+/, '') : of;
    const parts = node as unknown as { [name: string]: unknown };
    if (inner !== null && node.nodeType !== 'ClassDef')
      for (const part of ['id', 'attr', 'name']) if (typeof parts[part] === 'string' && PRIVATE.test(parts[part])) see(parts, part, inner);
    childrenOf(node).forEach((one) => each(one, inner, see));
  };
  each(module, null, (node, part, of) => {
    const name = node[part] as string;
    found.set(name, (found.get(name) ?? new Set()).add(of));
  });
  each(module, null, (node, part, of) => {
    const name = node[part] as string;
    if (found.get(name)!.size > 1 || text.includes(`_${of}${name}`)) node[part] = `_${of}${name}`;
  });
}

/** Rewrites the statements of a program in place. */
export function withoutIdioms<T extends { body: Stmt[] }>(module: T, text: string): T {
  if (/\b__\w+(?<!__)\b/.test(text)) withPrivate(module as unknown as Any, text);
  if (!/__dict__|\bvars\(|\bdict\.(get|__\w+item__)/.test(text)) return module;
  const [name, value] = ['name', 'value'].map((one) => (new RegExp(`\\b${one}\\b`).test(text) ? `${one}_` : one));

  const all = (of: Expr, entries: Expr, place: Stmt): Stmt[] =>
    made(`for ${name}, ${value} in entries_.items():\n    setattr(of_, ${name}, ${value})`, place, { of_: of, entries_: entries });

  function statement(node: Stmt): Stmt[] {
    if (node.nodeType === 'Expr' && node.value.nodeType === 'Call') {
      const { func, args, keywords } = node.value;
      const of = func.nodeType === 'Attribute' && func.attr === 'update' ? ofFields(func.value) : null;
      if (!of || args.length > 1) return [node];
      return [
        ...args.flatMap((one) => all(of, one, node)),
        ...keywords.flatMap((one) =>
          one.arg ? made(`of_.${one.arg} = value_`, node, { of_: of, value_: one.value }) : all(of, one.value, node),
        ),
      ];
    }
    if (node.nodeType !== 'Assign' || node.targets.length !== 1) return [node];
    const [target] = node.targets;
    if (target!.nodeType === 'Subscript') {
      const of = ofFields(target.value);
      return of ? made('setattr(of_, name_, value_)', node, { of_: of, name_: target.slice, value_: node.value }) : [node];
    }
    const of = target?.nodeType === 'Attribute' ? ofFields(target) : null;
    return of ? all(of, node.value, node) : [node];
  }

  /** A class that extends `dict`, whose objects have their entries as attributes. */
  function ofDict(node: Of<'ClassDef'>): void {
    const isOwn = (one: Stmt): boolean => {
      const [target] = one.nodeType === 'Assign' ? one.targets : [];
      return target?.nodeType === 'Attribute' && target.attr === '__dict__' && one.nodeType === 'Assign' && isName(one.value, 'self');
    };
    for (const init of [...node.body]) {
      if (init.nodeType !== 'FunctionDef' || init.name !== '__init__' || !init.body.some(isOwn)) continue;
      init.body = init.body.filter((one) => !isOwn(one));
      if (init.body.length === 0) init.body = made('pass', init);
      node.body.push(...made(ASKED, init), ...made(OF_DICTS['__setattr__ = __setitem__']!, init));
    }
    node.body = node.body.flatMap((one) => {
      const [target] = one.nodeType === 'Assign' ? one.targets : [];
      if (one.nodeType !== 'Assign' || target?.nodeType !== 'Name' || one.value.nodeType !== 'Attribute') return [one];
      const known = isName(one.value.value, 'dict') ? OF_DICTS[`${target.id} = ${one.value.attr}`] : undefined;
      return known ? made(known, one) : [one];
    });
  }

  function visit(node: Any): void {
    if (node.nodeType === 'ClassDef' && node.bases.some((one) => isName(one, 'dict'))) ofDict(node);
    const holder = node as unknown as Record<string, unknown>;
    for (const part of ['body', 'orelse', 'finalbody'])
      if (Array.isArray(holder[part])) holder[part] = (holder[part] as Stmt[]).flatMap(statement);
    childrenOf(node).forEach(visit);
  }
  visit(module as unknown as Any);
  return module;
}
