/** The type of `x.name`. */
import type { Class } from '../program/classes.js';
import { join } from '../program/join.js';
import { ANY, BOOL, inside, LOW, NEVER, newCell, NONE, Parts, SIZE, STR, type Type } from '../program/types.js';
import type { Any } from '../reading/syntax.js';
import type { Facts } from './facts.js';
import { arrayAttribute } from './arrays.js';
import { instanceAttribute, libraryValue } from './library.js';
import { isPlot, plotted } from './plots.js';

/** The states of an optimizer's parameters, which stand for themselves. */
export const OPTIMIZER_STATES = 'torch.optim.Optimizer.state';

export class MemberTypes {
  constructor(private readonly facts: Facts) {}

  of(type: Type, name: string, node: Any): Type {
    if (name === '__name__' && type.k !== 'never' && type.k !== 'lib') return STR;
    if (name === '__doc__' && type.k !== 'never') return { k: 'opt', of: STR };
    if (name === '__getitem__' && type.k === 'list') return { k: 'method', of: type, name };
    if (name === '__class__' && !/^(never|opt|obj|super|lib)$/.test(type.k)) return ANY;
    const isNamed = /^(named|namedtuple)$/.test(type.k) || ((type.k === 'obj' || type.k === 'class') && type.of.isNamedTuple);
    if (isNamed && name === '_fields') return { k: 'tuples', of: STR };
    switch (type.k) {
      case 'never':
        return NEVER;
      case 'opt':
        return this.of(type.of, name, node);
      case 'lib':
        return libraryValue(`${type.path}.${name}`);
      case 'tensor':
        if (type.numpy) return arrayAttribute(type, name) ?? { k: 'method', of: type, name };
        if (name === 'shape') return SIZE;
        if (name === 'grad') return { k: 'opt', of: type };
        if (/^(data|T|mT|H|real)$/.test(name)) return type;
        if (name === 'dtype') return { k: 'dtype', d: type.d };
        if (name === 'ndim') return LOW;
        if (/^(requires_grad|is_leaf|is_sparse|is_cuda|is_quantized|is_meta|is_mps|is_cpu|retains_grad)$/.test(name)) return BOOL;
        if (/^(itemsize|nbytes|_version|output_nr)$/.test(name)) return LOW;
        if (/^(imag|mH)$/.test(name)) return type;
        if (name === 'layout') return ANY;
        if (name === 'device') return { k: 'inst', path: 'torch.device' };
        if (name === 'grad_fn' || name === 'names') return ANY;
        return { k: 'method', of: type, name };
      case 'deque':
        return name === 'maxlen' ? { k: 'opt', of: LOW } : { k: 'method', of: type, name };
      case 'tuple':
        if (name === 'values' || name === 'indices') return type.items[name === 'values' ? 0 : 1] ?? ANY;
        return { k: 'method', of: type, name };
      case 'obj':
      case 'super':
        return this.ofObject(type.of, name, type, node);
      case 'class': {
        if (name === '__name__') return STR;
        if (name === '__subclasses__') return { k: 'method', of: type, name };
        if (name === '__members__' && type.of.isEnum)
          return this.facts.newDict(node, STR, type.of.isFlag ? ANY : { k: 'obj', of: type.of });
        if (name === '__dataclass_fields__') return this.facts.newDict(node, STR, NONE);
        const shared = type.of.attribute(name);
        const method = type.of.method(name);
        if (method) return { k: 'func', func: method, self: method.kind === 'class' ? type : null };
        return shared ?? (type.of.root ? { k: 'method', of: type, name } : ANY);
      }
      case 'func':
        return name === '__name__' ? STR : ANY;
      case 'named': {
        const cell = type.of.cells.get(name);
        return cell ? inside(cell) : { k: 'method', of: type, name };
      }
      case 'inst':
        if (type.path === 'argparse.Namespace') return this.facts.options.get(name) ?? ANY;
        if (type.of?.k === 'record' && name === 'defaults') return type.of;
        if (type.of?.k === 'record' && name === 'param_groups') return { k: 'list', cell: newCell(type.of) };
        if (isPlot(type) && name === 'flat') return plotted(name, node);
        return instanceAttribute(type.path, name) ?? { k: 'method', of: type, name };
      case 'any':
        if (name === '__name__' || name === '__class__') return name === '__name__' ? STR : ANY;
        return { k: 'method', of: ANY, name };
      default:
        return { k: 'method', of: type, name };
    }
  }

  /** What an optimizer of the program keeps for its parameters: a dict for each. */
  private statesOf(of: Class): Type {
    let states = this.states.get(of);
    if (!states) {
      const kept: Type = { ...this.facts.newDict(of.node, STR, NEVER), parts: new Parts() };
      this.states.set(of, (states = { k: 'inst', path: OPTIMIZER_STATES, of: kept }));
    }
    return states;
  }

  private readonly states = new Map<Class, Type>();

  private ofObject(of: Class, name: string, self: Type, node: Any): Type {
    if (name === '__class__') return { k: 'class', of };
    if (name === '__dict__' && !of.isModule) return this.facts.dictOf(node, of.attributes);
    if (name === 'state' && /^torch\.optim\./.test(of.root ?? '')) return this.statesOf(of);
    const method = of.method(name);
    if (method) {
      if (method.kind === 'property')
        return of
          .implementations(name)
          .map((one) => one.result)
          .reduce(join, NEVER);
      return { k: 'func', func: method, self: method.kind === 'static' ? null : method.kind === 'class' ? { k: 'class', of } : self };
    }
    const known = of.attribute(name);
    if (of.described(name)) return ANY;
    const options = /^torch\.optim\./.test(of.root ?? '')
      ? of.lineage().find((one) => one.attributes.get('defaults')?.k === 'record')
      : null;
    if (options && name === 'param_groups') return { k: 'list', cell: newCell(options.attributes.get('defaults')) };
    if (known) return known;
    const below = of.extendedBy.flatMap((one) => [one, ...one.extendedBy]);
    const found = below.filter((one) => one.attributes.has(name) || one.methods.has(name));
    if (found.length > 0) return found.map((one) => this.ofObject(one, name, { k: 'obj', of: one }, node)).reduce(join, NEVER);
    if (of.isModule) {
      if (name === 'training') return BOOL;
      const known = of.root === 'torch.nn.Module' ? null : instanceAttribute(of.root ?? '', name);
      return known ?? { k: 'method', of: { k: 'obj', of }, name };
    }
    if (of.isError && name === 'args') return { k: 'tuples', of: ANY };
    const asked = of.method('__getattr__');
    if (asked) return asked.result;
    if (of.root) return { k: 'method', of: { k: 'obj', of }, name };
    return this.facts.isLast ? ANY : NEVER;
  }
}
