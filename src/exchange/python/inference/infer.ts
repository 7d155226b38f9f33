/**
 * Finds the types of a program. It follows the program as it would run: statement by statement, through both sides of a
 * branch, through a loop until nothing changes. All of this is repeated until the arguments of all functions are known.
 */
import type { Class, Func } from '../program/classes.js';
import { join } from '../program/join.js';
import type { Scopes } from '../program/scopes.js';
import { ANY, LOW, NEVER, NONE, STR, tensor, type Type } from '../program/types.js';
import { positional, type Of, type Source, type Stmt } from '../reading/syntax.js';
import { Facts } from './facts.js';
import { Finders } from './finders.js';

const MOST_ROUNDS = 12;

/** Finds the types of a program whose scopes are known. */
export function inferTypes(scopes: Scopes, source: Source, body: readonly Stmt[]): Facts {
  const facts = new Facts(scopes, source);
  new Inference(facts, body).run();
  return facts;
}

class Inference {
  private readonly finders: Finders;

  constructor(
    private readonly facts: Facts,
    private readonly body: readonly Stmt[],
  ) {
    this.finders = new Finders(facts);
  }

  run(): void {
    for (const [node, of] of this.facts.scopes.classes) this.inherit(node as Of<'ClassDef'>, of);
    for (const [node, of] of this.facts.scopes.classes) this.describe(node as Of<'ClassDef'>, of);
    for (const isLast of [false, true]) {
      this.facts.isLast = isLast;
      for (let round = 0; round < MOST_ROUNDS; round++) {
        this.facts.changes = 0;
        this.round();
        if (this.facts.changes === 0 && round > 0) break;
      }
    }
  }

  private inherit(node: Of<'ClassDef'>, of: Class): void {
    for (const given of node.bases) {
      // `Dataset[Tensor]`, `Base[int]`
      const base = given.nodeType === 'Subscript' ? given.value : given;
      const variable = base.nodeType === 'Name' ? this.facts.scopes.variables.get(base) : undefined;
      const found =
        variable &&
        [...this.facts.scopes.classes.values()].find((one) => this.facts.scopes.variables.get(one.node) === variable && one !== of);
      if (found) {
        of.bases.push(found);
        found.extendedBy.push(of);
      } else of.library ??= this.facts.path(base) ?? (base.nodeType === 'Name' ? `builtins.${base.id}` : null);
    }
    const enumeration = node.bases.map((base) => this.facts.path(base)).find((path) => path?.startsWith('enum.'));
    if (enumeration) of.library = enumeration;
    if (/^enum\./.test(of.root ?? '')) of.isEnum = true;
    if (of.root === 'typing.NamedTuple') of.isDataclass = of.isNamedTuple = true;
  }

  /** Finds the attributes that answer for themselves, before anything is known of them as values. */
  private describe(node: Of<'ClassDef'>, of: Class): void {
    for (const one of node.body) {
      const [target] = one.nodeType === 'Assign' ? one.targets : [];
      if (one.nodeType !== 'Assign' || target?.nodeType !== 'Name' || one.value.nodeType !== 'Call') continue;
      const { func } = one.value;
      const variable = func.nodeType === 'Name' ? this.facts.scopes.variables.get(func) : undefined;
      const found =
        variable && [...this.facts.scopes.classes.values()].find((other) => this.facts.scopes.variables.get(other.node) === variable);
      if (found?.method('__get__') ?? found?.method('__set__')) of.descriptors.set(target.id, found);
    }
  }

  private round(): void {
    this.facts.types.clear();
    this.facts.now = new Map();
    this.facts.func = null;
    this.finders.statements.block(this.body);
    for (const func of this.facts.scopes.functions.values()) this.function(func);
    for (const of of this.facts.scopes.classes.values()) this.classBody(of);
  }

  private classBody(of: Class): void {
    this.facts.now = new Map();
    this.finders.statements.block(of.node.body);
    for (const [name, variable] of of.shared) {
      if (of.isEnum) this.facts.attribute(of, name, of.isFlag ? ANY : { k: 'obj', of });
      else if (of.described(name)) continue;
      else if (!of.isDataclass || of.constants.has(name)) this.facts.attribute(of, name, variable.type);
      else if (!of.attributes.has(name) && variable.annotation && this.facts.isLast)
        this.facts.attribute(of, name, this.finders.annotations.of(variable.annotation));
    }
    if (of.isEnum) {
      const init = of.method('__init__');
      if (init)
        for (const { type } of of.shared.values())
          this.finders.calls.bind(init, { k: 'super', of }, type.k === 'tuple' ? type.items : [type], new Map());
      const values = [...of.shared.values()].map((one) => one.type).reduce(join, NEVER);
      this.facts.attribute(of, 'value', values);
      this.facts.attribute(of, 'name', STR);
    }
  }

  private function(func: Func): void {
    const { node, params, of } = func;
    this.facts.now = new Map();
    this.facts.func = func;
    const { args } = node;
    const all = positional(args);
    const isBound = of !== null && func.kind !== 'static';
    params.forEach((param, i) => {
      if (isBound && i === 0) this.facts.set(param, func.kind === 'class' ? { k: 'class', of } : { k: 'obj', of });
      else if (this.facts.isLast && param.type.k === 'never') {
        const given = param.annotation ? this.finders.annotations.of(param.annotation) : ANY;
        const fallback: Type = given.k === 'any' && of?.isModule && func.name === 'forward' ? tensor('any') : given;
        this.facts.set(param, /^(__getitem__|__setitem__|__delitem__)$/.test(func.name) && of?.isDataset && i === 1 ? LOW : fallback);
      }
    });
    const offset = all.length - args.defaults.length;
    args.defaults.forEach((value, i) =>
      this.facts.set(this.facts.scopes.variables.get(all[offset + i]!)!, this.finders.expressions.visit(value)),
    );
    args.kwonlyargs?.forEach((arg, i) => {
      const value = args.kw_defaults?.[i];
      if (value) this.facts.set(this.facts.scopes.variables.get(arg)!, this.finders.expressions.visit(value));
    });
    const rest = args.vararg ? this.facts.scopes.variables.get(args.vararg)! : null;
    if (rest?.type.k === 'never' && this.facts.isLast) this.facts.set(rest, { k: 'tuples', of: NEVER });
    if (args.kwarg)
      this.facts.set(this.facts.scopes.variables.get(args.kwarg)!, {
        ...this.facts.newDict(args.kwarg, STR, NEVER),
        parts: this.facts.parts(args.kwarg),
      });
    for (const param of params) this.facts.now.set(param, param.type);
    if (node.nodeType === 'Lambda') this.facts.returns(func, this.finders.expressions.visit(node.body));
    else if (this.finders.statements.block(node.body) && !func.isGenerator) this.facts.returns(func, NONE);
    this.facts.func = null;
  }
}
