/** The parts of the type inference. They call one another. */
import { AnnotationTypes } from './annotations.js';
import { BuiltinCalls } from './builtinCalls.js';
import { CallResults } from './calls.js';
import { ConditionTypes } from './conditions.js';
import { ContainerMethods } from './containerMethods.js';
import { ExpressionTypes } from './expressions.js';
import type { Facts } from './facts.js';
import { LibraryCalls } from './libraryCalls.js';
import { MemberTypes } from './members.js';
import { MethodCalls } from './methodCalls.js';
import { OperatorTypes } from './operators.js';
import { PatternTypes } from './patterns.js';
import { StatementTypes } from './statements.js';
import { SubscriptTypes } from './subscripts.js';
import { TargetTypes } from './targets.js';
import { TorchCalls } from './torchCalls.js';

export class Finders {
  readonly statements: StatementTypes;
  readonly patterns: PatternTypes;
  readonly conditions: ConditionTypes;
  readonly targets: TargetTypes;
  readonly expressions: ExpressionTypes;
  readonly members: MemberTypes;
  readonly subscripts: SubscriptTypes;
  readonly operators: OperatorTypes;
  readonly annotations: AnnotationTypes;
  readonly calls: CallResults;
  readonly torchCalls: TorchCalls;
  readonly libraryCalls: LibraryCalls;
  readonly builtinCalls: BuiltinCalls;
  readonly methodCalls: MethodCalls;
  readonly containerMethods: ContainerMethods;

  constructor(facts: Facts) {
    this.statements = new StatementTypes(facts, this);
    this.patterns = new PatternTypes(facts, this);
    this.conditions = new ConditionTypes(facts, this);
    this.targets = new TargetTypes(facts, this);
    this.expressions = new ExpressionTypes(facts, this);
    this.members = new MemberTypes(facts);
    this.subscripts = new SubscriptTypes(facts, this);
    this.operators = new OperatorTypes(facts, this);
    this.annotations = new AnnotationTypes(facts);
    this.calls = new CallResults(facts, this);
    this.torchCalls = new TorchCalls(facts, this);
    this.libraryCalls = new LibraryCalls(facts, this);
    this.builtinCalls = new BuiltinCalls(facts, this);
    this.methodCalls = new MethodCalls(facts, this);
    this.containerMethods = new ContainerMethods(facts, this);
  }
}
