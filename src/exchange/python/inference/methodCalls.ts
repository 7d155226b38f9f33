/** The type that a method of a value returns, and the values that the method puts into it. */
import { join, joinApart } from '../program/join.js';
import {
  ANY,
  array,
  BOOL,
  inside,
  FLOAT,
  INT,
  iterOf,
  LOW,
  NEVER,
  NONE,
  Parts,
  STR,
  tensor,
  tupleOf,
  withoutNone,
  type Type,
} from '../program/types.js';
import type { Any } from '../reading/syntax.js';
import type { Facts, Keywords } from './facts.js';
import type { Finders } from './finders.js';
import { ofNumpy } from './arrays.js';
import { instanceMethod, resultOf } from './library.js';
import { isPlot, plotted } from './plots.js';

/** What `type=` of an option makes of a word. */
const READ: Readonly<Record<string, Type>> = { 'builtins.int': INT, 'builtins.float': FLOAT, 'builtins.str': STR };

export class MethodCalls {
  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  call(of: Type, name: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    switch (of.k) {
      case 'never':
        return NEVER;
      case 'opt':
        return this.call(of.of, name, args, keywords, node);
      case 'tensor':
        return this.ofTensor(of, name, args, keywords, node);
      case 'list':
      case 'deque':
        return this.finders.containerMethods.ofList(of, name, args, keywords, node);
      case 'dict':
        return this.finders.containerMethods.ofDict(of, name, args, keywords, node);
      case 'set':
        return this.finders.containerMethods.ofSet(of, name, args, node);
      case 'str':
        return this.ofText(name, node);
      case 'bytes':
        return name === 'decode' || name === 'hex' ? STR : name === 'join' ? of : ANY;
      case 'record':
        if (name === 'items') return iterOf(tupleOf(STR, of.of));
        if (name === 'keys') return iterOf(STR);
        if (name === 'values') return iterOf(of.of);
        return of.of;
      case 'tuple':
      case 'tuples':
      case 'size':
        return name === 'index' || name === 'count' || name === 'numel' ? LOW : ANY;
      case 'named':
        if (name === '_replace')
          for (const [field, type] of keywords) {
            const cell = of.of.cells.get(field);
            if (cell) this.facts.put(cell, type);
          }
        if (name === '_replace') return of;
        if (name !== '_asdict') return name === 'index' || name === 'count' ? LOW : ANY;
        return {
          ...this.facts.newDict(node, STR, joinApart([...of.of.cells.values()].map(inside))),
          parts: new Parts(new Map(of.of.cells)),
        };
      case 'iter':
        return name === 'send' || name === 'throw' ? of.of : ANY;
      case 'obj':
        return this.ofObject(of, name, args, keywords, node);
      case 'class':
        if (name === '__subclasses__')
          return this.facts.newList(node, of.of.extendedBy.map((one): Type => ({ k: 'class', of: one })).reduce(join, NEVER));
        if (name === 'apply') {
          const forward = of.of.method('forward');
          return forward ? this.finders.calls.bind(forward, null, [ANY, ...args], keywords) : ANY;
        }
        return ANY;
      case 'inst':
        return this.ofInstance(of, name, args, keywords, node);
      case 'nested':
        return of;
      default:
        for (const one of [...args, ...keywords.values()]) this.finders.calls.handedOn(one);
        if (name === 'item') return { k: 'num', only: null };
        if (name === 'numpy' && args.length === 0) return array('any');
        if (name === 'astype') return array(this.finders.libraryCalls.arrayDType(node, true) ?? 'any');
        // not operations: names of Python's types and functions
        if (/^(mean|sum|detach|view|unsqueeze|squeeze|softmax|log)$/.test(name)) return tensor('any');
        if (name === 'save_for_backward') return NONE;
        return ANY;
    }
  }

  private ofTensor(of: Extract<Type, { k: 'tensor' }>, name: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const [first = NEVER] = args;
    if (of.numpy)
      return ofNumpy(name, { args: [of, ...args], keywords, dtype: this.finders.libraryCalls.arrayDType(node, name === 'astype') });
    for (const one of args) if (one.k === 'func') this.finders.torchCalls.hook(one, '');
    if (/^(register_hook)$/.test(name) && first.k === 'func') {
      this.finders.calls.bind(first.func, first.self, [of], new Map());
      return ANY;
    }
    if (/_$/.test(name) && !/^__/.test(name)) return of;
    // not operations: names of Python's types and functions
    if (/^(cpu|cuda|to|contiguous|requires_grad_|detach|clone|view|reshape)$/.test(name))
      return this.finders.torchCalls.dtypeOf(node)
        ? resultOf(name, of, { args, keywords, dtype: this.finders.torchCalls.dtypeOf(node) }, true)
        : first.k === 'tensor' && name === 'to'
          ? first
          : of;
    if (name === 'numpy') return array(of.d);
    return resultOf(name, of, { args, keywords, dtype: this.finders.torchCalls.dtypeOf(node) }, true);
  }

  private ofText(name: string, node: Any): Type {
    if (/^(split|rsplit|splitlines)$/.test(name)) return this.facts.newList(node, STR);
    if (/^(partition|rpartition)$/.test(name)) return tupleOf(STR, STR, STR);
    if (/^(find|rfind)$/.test(name)) return INT;
    if (/^(index|count)$/.test(name)) return LOW;
    if (/^(is\w+|startswith|endswith)$/.test(name)) return BOOL;
    if (name === 'encode') return { k: 'bytes' };
    return STR;
  }

  private ofObject(of: Extract<Type, { k: 'obj' }>, name: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const [, second = NEVER] = args;
    if (of.of.isNamedTuple && name === '_replace') for (const [field, type] of keywords) this.facts.attribute(of.of, field, type);
    if (of.of.isNamedTuple && /^_(asdict|replace)$/.test(name))
      return name === '_replace' ? of : this.finders.libraryCalls.fieldsOf(of.of, node);
    if (of.of.root) {
      if (
        /^(add_module|register_module|register_parameter|register_buffer)$/.test(name) &&
        node.nodeType === 'Call' &&
        node.args[0]?.nodeType === 'Constant'
      ) {
        this.facts.attribute(of.of, String(node.args[0].value), withoutNone(second));
        return NONE;
      }
      for (const one of [...args, ...keywords.values()]) this.finders.calls.handedOn(one);
      return instanceMethod(of.of.isModule ? 'torch.nn.Module' : of.of.root, name, of, { args, keywords, dtype: null });
    }
    return ANY;
  }

  private ofInstance(of: Extract<Type, { k: 'inst' }>, name: string, args: readonly Type[], keywords: Keywords, node: Any): Type {
    const [first = NEVER] = args;
    if (of.path === 'numpy.random.Generator')
      return ofNumpy(name, { args, keywords, dtype: this.finders.libraryCalls.arrayDType(node, false) });
    if (isPlot(of)) return plotted(name, node);
    if (name === '__init__' && /^torch\.optim\.\w*Optimizer$/.test(of.path)) this.optionsOf(args[1] ?? keywords.get('defaults'), node);
    if (of.path === 'argparse.ArgumentParser') return this.ofParser(of, name, keywords, node);
    if (of.path === 'torch.nn.ModuleList' && (name === 'append' || name === 'extend') && of.of) return of;
    for (const one of [...args, ...keywords.values()]) this.finders.calls.handedOn(one);
    if (name === 'apply' && first.k === 'func')
      this.finders.calls.bind(first.func, first.self, [{ k: 'inst', path: 'torch.nn.Module' }], new Map());
    return instanceMethod(of.path, name, of, { args, keywords, dtype: null });
  }

  /** The options that an optimizer of the program passes to its base. */
  private optionsOf(given: Type | undefined, node: Any): void {
    if (given?.k !== 'dict' || !given.parts || given.parts.isOpen) return;
    const parts = new Map([...given.parts.cells].map(([name, cell]) => [name, inside(cell)] as const));
    const options: Type = { k: 'record', of: inside(given.cell), parts };
    for (const of of this.facts.scopes.classes.values())
      if (of.node.lineno <= node.lineno! && node.lineno! <= of.node.end_lineno!) this.facts.attribute(of, 'defaults', options);
  }

  private ofParser(of: Type, name: string, keywords: Keywords, node: Any): Type {
    if (name === 'parse_args') return { k: 'inst', path: 'argparse.Namespace' };
    if (name === 'add_argument_group') return of;
    if (name !== 'add_argument' || node.nodeType !== 'Call') return ANY;
    const names = node.args.map((one) => (one.nodeType === 'Constant' ? String(one.value) : ''));
    const own = (names.find((one) => one.startsWith('--')) ?? names[0] ?? '').replace(/^-+/, '').replaceAll('-', '_');
    const given = keywords.get('default') ?? (keywords.has('action') ? BOOL : NONE);
    const read = keywords.get('type');
    const type = read?.k === 'lib' && !keywords.has('nargs') ? READ[read.path] : undefined;
    this.facts.options.set(own, given.k === 'none' && type ? { k: 'opt', of: type } : given);
    return ANY;
  }
}
