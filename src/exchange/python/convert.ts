/** A Python program as a model file. */
import { mayHoldTuple } from './program/shown.js';
import { isModule, isNumber, withoutNone } from './program/types.js';
import { commentsIn } from './reading/comments.js';
import { withoutIdioms } from './reading/idioms.js';
import { Context } from './writing/context.js';
import { isClassName } from './inference/library.js';
import type { Facts } from './inference/facts.js';
import { handedOn } from './inference/handed.js';
import { inferTypes } from './inference/infer.js';
import { keptFloats, mayMix } from './inference/kept.js';
import { carriedNames } from './inference/carried.js';
import { PairedNames } from './inference/paired.js';
import { Output } from './writing/output.js';
import { heldRanges } from './inference/ranges.js';
import { hasLargeInts } from './inference/largeInts.js';
import { Scopes } from './program/scopes.js';
import { Statements, type Problem } from './writing/statements.js';
import { childrenOf, parsePython, Source, type Any } from './reading/syntax.js';

export interface Converted {
  /** The text of the model file. */
  text: string;
  /** For each line of the model file, the line of the Python text from which it was made, counted from 1. */
  lines: number[];
  /** The parts that stay as comments. */
  problems: Problem[];
}

/** @throws NotPython */
export function convertPython(given: string): Converted {
  const first = converted(given, null, false);
  const { names, methods } = first.wanted;
  // A call that does not know what it calls needs the names of the parameters of what it may call.
  const told = names.size + methods.size > 0 ? first.wanted : null;
  const second = told ? converted(given, told, false) : first;
  // Where it is not known what a number is, the numbers have to say it themselves.
  return second.isDoubtful ? converted(given, told, true) : second;
}

interface Pass extends Converted {
  wanted: Context['wanted'];
  isDoubtful: boolean;
}

/** @param keeps true when floats say that they are floats, where ints may be too */
function converted(given: string, wanted: Context['wanted'] | null, keeps: boolean): Pass {
  const text = given.replaceAll(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  const module = withoutIdioms(parsePython(text), text);
  const source = new Source(text);
  const scopes = new Scopes(module.body);
  const facts = inferTypes(scopes, source, module.body);
  const handed = handedOn(module, facts);
  const paired = new PairedNames(module, facts);
  const out = new Output(commentsIn(text));
  const context = new Context(facts, scopes, source, out, {
    catchesAll: catchesAll(module),
    keepsTuples: keepsTuples(module, facts),
    handsClasses: module.body.some((one) => handsClasses(one, facts)),
    changesFloats: /set_default_(dtype|tensor_type)/.test(text),
    printsLayers: printsLayers(module, facts),
    handed,
    paired,
    carried: carriedNames(module, facts, handed, paired),
    heldRanges: heldRanges(module, facts),
    kept: keeps ? keptFloats(module, facts) : null,
    told: wanted,
  });
  context.largeInts = hasLargeInts(module, facts);
  context.hasTransforms = /\b(vmap|functional_call|functorch|torch\.func)\b/.test(text);
  context.partialLines = /\bend\s*=|\bstdout\.write\b|\bredirect_stdout\b/.test(text);
  context.readsEnvironment = /\bgetenv\b|\benviron\b(?!\s*\[[^\]]*\]\s*=[^=])/.test(text.replaceAll(/^.*\bimport\b.*$/gm, ''));
  context.exits = /\b(exit|quit)\(|\bSystemExit\b/.test(text);
  context.torchName = nameOf('torch', scopes) ?? 'torch';
  context.plotName = nameOf('matplotlib.pyplot', scopes) ?? 'plt';
  context.numpyName = nameOf('numpy', scopes) ?? 'np';
  context.datasetsName = nameOf('sklearn.datasets', scopes) ?? (scopes.module.names.has('datasets') ? 'sklearn_datasets' : 'datasets');
  context.hasNumpy = /\b(numpy|sklearn)\b/.test(text);
  const statements = new Statements(context);
  statements.block(module.body);
  out.commentsBefore(Infinity);
  const head: string[] = [];
  if (context.needsTorch || (context.helpers.size === 0 && !context.needsPlots && !context.needsNumpy && !context.needsDatasets))
    head.push(`import * as ${context.torchName} from 'tensor-lens';`);
  if (context.needsPlots)
    head.push(`import { plt${context.plotName === 'plt' ? '' : ` as ${context.plotName}`} } from 'tensor-lens/pyplot';`);
  if (context.needsNumpy)
    head.push(`import { np${context.numpyName === 'np' ? '' : ` as ${context.numpyName}`} } from 'tensor-lens/numpy';`);
  if (context.needsDatasets)
    head.push(`import { datasets${context.datasetsName === 'datasets' ? '' : ` as ${context.datasetsName}`} } from 'tensor-lens/sklearn';`);
  if (context.helpers.size > 0) head.push(importOf([...context.helpers]));
  const lines = out.lines;
  while (lines[0]?.text === '') lines.shift();
  const written = [...head.flatMap((one) => one.split('\n')).map((line) => ({ text: line, from: 1 })), { text: '', from: 1 }, ...lines];
  const doubts = statements.doubts();
  return {
    text: `${written
      .map((line) => line.text)
      .join('\n')
      .trimEnd()}\n`,
    lines: written.map((line) => line.from),
    wanted: context.wanted,
    isDoubtful: doubts.length > 0 || (!keeps && statements.e.texts.showsUnknown && (mayMix(module, facts) || handsFloat(module))),
    problems: [...statements.problems, ...doubts].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

function importOf(helpers: readonly (readonly [string, string])[]): string {
  const names = helpers.map(([name, own]) => (name === own ? name : `${name} as ${own}`)).sort();
  const line = `import { ${names.join(', ')} } from 'tensor-lens/python';`;
  if (line.length <= 120) return line;
  const rows: string[] = [];
  for (const name of names) {
    const last = rows.at(-1);
    if (last && last.length + name.length < 110) rows[rows.length - 1] = `${last} ${name},`;
    else rows.push(`  ${name},`);
  }
  return `import {\n${rows.join('\n')}\n} from 'tensor-lens/python';`;
}

function nameOf(path: string, scopes: Scopes): string | null {
  for (const variable of scopes.module.names.values()) if (variable.importPath === path) return variable.js;
  return null;
}

/**
 * True when the program catches errors that Python raises and JavaScript does not: a division by zero, a missing
 * element.
 */
function catchesAll(node: Any): boolean {
  // What a context manager may see or take away.
  if (node.nodeType === 'FunctionDef' && node.name === '__exit__') return true;
  if (node.nodeType === 'ExceptHandler') {
    const { type } = node;
    const names = !type
      ? ['Exception']
      : (type.nodeType === 'Tuple' ? type.elts : [type]).map((one) => (one.nodeType === 'Name' ? one.id : ''));
    if (
      names.some((name) =>
        /^(Exception|BaseException|ZeroDivisionError|IndexError|LookupError|ArithmeticError|ValueError|TypeError|OverflowError)$/.test(
          name,
        ),
      )
    )
      return true;
  }
  return childrenOf(node).some(catchesAll);
}

/**
 * True when the program passes a class as a value. Such a class may be called where nothing shows that it is a class.
 */
function handsClasses(node: Any, facts: Facts): boolean {
  const isNamed = (one: Any): boolean => one.nodeType === 'Name' || one.nodeType === 'Attribute';
  const inner = (all: readonly (Any | undefined)[]): boolean => all.some((one) => one !== undefined && handsClasses(one, facts));
  switch (node.nodeType) {
    case 'Name':
    case 'Attribute':
      if (facts.of(node).k === 'class' || isClassName(facts.path(node) ?? 'x')) return facts.path(node) !== 'torch.device';
      return node.nodeType === 'Attribute' && !isNamed(node.value) && inner([node.value]);
    case 'Call': {
      const args = [...node.args, ...node.keywords.map((one) => one.value)];
      const isTest = node.func.nodeType === 'Name' && /^(isinstance|issubclass|super|namedtuple|field|TypeVar|cast)$/.test(node.func.id);
      return inner([...(isNamed(node.func) ? [] : [node.func]), ...(isTest ? args.slice(0, 1) : args)]);
    }
    case 'ClassDef':
      return inner(node.body);
    case 'FunctionDef':
      return inner([...node.body, ...node.args.defaults, ...(node.args.kw_defaults ?? []).flatMap((one) => (one ? [one] : []))]);
    case 'AnnAssign':
      return inner([node.value]);
    case 'ExceptHandler':
      return inner(node.body);
    case 'Raise':
      return false;
    case 'Subscript':
      // `List[nn.Module]` is a type; `{'relu': nn.ReLU}[name]` takes a class out.
      return !isNamed(node.value) && inner([node.value]);
    default:
      return inner(childrenOf(node));
  }
}

/** True when the program hands on `float` itself: what it makes where it is called is not known to be a float. */
function handsFloat(node: Any): boolean {
  const inner = (all: readonly (Any | null | undefined)[]): boolean => all.some((one) => one && handsFloat(one));
  switch (node.nodeType) {
    case 'Name':
      return node.id === 'float';
    case 'Call': {
      const isKnown = node.func.nodeType === 'Name' && /^(isinstance|issubclass|map|defaultdict|partial|cast|field)$/.test(node.func.id);
      const keywords = node.keywords.filter(({ arg }) => !/^(type|dtype|default_factory)$/.test(arg ?? '')).map((one) => one.value);
      const isNamed =
        node.func.nodeType === 'Name' || (node.func.nodeType === 'Attribute' && /^(defaultdict|to|astype)$/.test(node.func.attr));
      return inner([
        ...(isNamed ? [] : [node.func]),
        ...(isKnown ? node.args.slice(1) : isNamed && node.func.nodeType !== 'Name' ? [] : node.args),
        ...keywords,
      ]);
    }
    case 'FunctionDef':
      return inner([...node.body, ...node.args.defaults]);
    case 'AnnAssign':
      return inner([node.value]);
    case 'Subscript':
      return (
        !(node.value.nodeType === 'Name' && /^[A-Z]/.test(node.value.id)) &&
        inner([node.value, ...(node.value.nodeType === 'Name' && /^(list|dict|tuple|set|type)$/.test(node.value.id) ? [] : [node.slice])])
      );
    case 'Compare':
      return false;
    default:
      return inner(childrenOf(node));
  }
}

/** True when the program prints a layer, a module or an optimizer. */
function printsLayers(node: Any, facts: Facts): boolean {
  const isLayer = (one: Any): boolean => {
    const type = withoutNone(facts.of(one));
    return isModule(type) || /^torch\.optim\./.test(type.k === 'inst' ? type.path : type.k === 'obj' ? (type.of.root ?? '') : '');
  };
  const isPrint = node.nodeType === 'Call' && node.func.nodeType === 'Name' && /^(print|str|repr)$/.test(node.func.id);
  if ((isPrint && node.args.some(isLayer)) || (node.nodeType === 'FormattedValue' && isLayer(node.value))) return true;
  return childrenOf(node).some((child) => printsLayers(child, facts));
}

/**
 * True when the program can tell a tuple from a list: it prints or compares a tuple, asks for its type, or has one as a
 * key.
 */
function keepsTuples(node: Any, facts: Facts): boolean {
  const sees = (one: Any): boolean => mayHoldTuple(facts.of(one));
  const isPlain = (one: Any): boolean => {
    const type = withoutNone(facts.of(one));
    return isNumber(type) || type.k === 'str';
  };
  switch (node.nodeType) {
    case 'Call': {
      // not operations: functions of Python
      const seesAll = /^(p?print|pp|pformat|str|repr|isinstance|type|set|sorted|min|max|Counter|hash)$/;
      if (node.func.nodeType === 'Name' && seesAll.test(node.func.id)) {
        if (node.args.some((arg) => sees(arg))) return true;
      }
      // not operations: methods of Python's loggers
      const logs = node.func.nodeType === 'Attribute' && /^(debug|info|warning|error|critical|exception|log)$/.test(node.func.attr);
      if (logs && /^(logging\.|$)/.test(facts.path(node.func) ?? '') && node.args.some((arg) => sees(arg))) return true;
      if (
        node.func.nodeType === 'Attribute' &&
        /^(format|add|count|index|remove|most_common)$/.test(node.func.attr) &&
        node.args.some((arg) => facts.of(arg).k === 'tuple')
      )
        return true;
      break;
    }
    case 'FormattedValue':
      if (sees(node.value) && !node.format_spec) return true;
      break;
    case 'Subscript':
      if (facts.of(node.value).k === 'dict' && sees(node.slice) && node.slice.nodeType !== 'Slice') return true;
      break;
    case 'Compare':
      if (
        node.ops.some((op) => !/^(Is|IsNot)$/.test(op.nodeType)) &&
        [node.left, ...node.comparators].every((one) => !isPlain(one)) &&
        [node.left, ...node.comparators].some((one) => /^tuples?$/.test(facts.of(one).k))
      )
        return true;
      break;
    case 'Dict':
      if (node.keys.some((key) => key && facts.of(key).k === 'tuple')) return true;
      break;
    case 'DictComp':
      if (facts.of(node.key).k === 'tuple') return true;
      break;
    case 'Set':
    case 'SetComp':
      return true;
    case 'ClassDef':
      if (
        (node.decorator_list.length > 0 || facts.scopes.classes.get(node)!.isNamedTuple) &&
        [...facts.scopes.classes.get(node)!.attributes.values()].some((type) => mayHoldTuple(type) && type.k !== 'any')
      )
        return true;
      break;
    default:
  }
  return childrenOf(node).some((child) => keepsTuples(child, facts));
}
