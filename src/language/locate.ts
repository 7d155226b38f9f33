import type { Site } from '../protocol/runnerApi.js';
import type { Range } from '../protocol/trace.js';
import { originalOffsets } from './compile.js';
import { Lines } from './lines.js';
import type { LinkedProgram } from './link.js';
import { children, isTypeOnly, parseModule, type Node } from './syntax.js';
import { framesOf } from './wrapModule.js';

/**
 * The place in the text where the error with this V8 stack occurred: the innermost expression of the program that
 * failed.
 */
export function locate({ program, sources }: LinkedProgram, stack: string): Range | null {
  const offsets = new Map<string, ReturnType<typeof originalOffsets>>();
  for (const { module, line, column } of framesOf(stack, program)) {
    const { file, code } = program.modules[module]!;
    const text = sources.get(file);
    if (text === undefined || file.endsWith('.json')) continue;
    const own = program.sites[siteAt(code, line, column)];
    if (own) return rangeOf(own.range);
    const firstSite = Math.max(
      0,
      program.sites.findIndex((site) => site.range[0] === file),
    );
    if (!offsets.has(file)) offsets.set(file, originalOffsets(file, text, firstSite));
    const offset = offsets.get(file)!([line, column]);
    if (offset !== null) return unknownName(file, text, offset, stack) ?? failing(file, text, offset);
  }
  return null;
}

/** The site of a call into which an operator was rewritten; -1 for any other code. */
function siteAt(code: string, line: number, column: number): number {
  const from = new Lines('', code).offset(line, column);
  const [, prefix, site] = /^(__tl\.|\$)?[a-z]+\((\d+)[,)]/.exec(code.slice(from, from + 40)) ?? [];
  const isOurs = prefix !== undefined || code.slice(0, from).endsWith('__tl.');
  return site !== undefined && isOurs ? Number(site) : -1;
}

const rangeOf = ([file, line, column, endLine, endColumn]: Site['range']): Range => ({ file, line, column, endLine, endColumn });

/** The place of an undefined name: V8 may tell only the statement that contains the name. */
function unknownName(file: string, text: string, offset: number, stack: string): Range | null {
  const [, name] = /^ReferenceError: (\S+) is not defined/.exec(stack) ?? [];
  const find = (node: Node): Node | null => {
    if (node.end <= offset || isTypeOnly(node)) return null;
    if (node.type === 'Identifier' && node.name === name && node.start >= offset) return node;
    for (const child of children(node)) {
      const found = find(child);
      if (found) return found;
    }
    return null;
  };
  const found = name === undefined ? null : find(parseModule(file, text).program as Node);
  return found && new Lines(file, text).range(found.start, found.end);
}

function failing(file: string, text: string, offset: number): Range {
  const lines = new Lines(file, text);
  const path = pathTo(parseModule(file, text).program as Node, offset);
  let at = path.length - 1;
  while (at > 0 && isNameOf(path[at]!, path[at - 1]!)) at--;
  const node = path[at]!;
  return /(Program|Statement|Declaration|Declarator|Body|Element)$/.test(node.type)
    ? lines.wordAt(offset)
    : lines.range(node.start, node.end);
}

/**
 * True when V8's place is a part of the failed expression: the name of the called function or method, or of the
 * property that was read.
 */
function isNameOf(node: Node, parent: Node): boolean {
  switch (parent.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return parent.callee === node;
    case 'TaggedTemplateExpression':
      return true;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.property === node && !parent.computed;
    default:
      return node.type === 'PrivateName' || parent.type === 'PrivateName';
  }
}

/** The nodes around `offset`, outermost first. */
function pathTo(node: Node, offset: number): Node[] {
  const inner = children(node).find((child) => child.start <= offset && offset < child.end && !isTypeOnly(child));
  return inner ? [node, ...pathTo(inner, offset)] : [node];
}
