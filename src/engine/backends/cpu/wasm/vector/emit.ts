/** Writes formulas into a function. */
import type { Code } from '../assembler/bytes.js';
import { call, choose, iff, set, tee, type Local } from '../assembler/control.js';
import { i32, v } from '../assembler/instructions.js';
import type { Type } from '../assembler/module.js';
import type { Vector } from './nodes.js';

/** The addresses of lanes that JavaScript computes: first the results, then the arguments. */
export const RESCUE_ADDRESS = 0;
const ASKED_ADDRESS = RESCUE_ADDRESS + 16;

type Rescued = Extract<Vector, { op: 'rescue' }>;
export type LeafCode = (leaf: Extract<Vector, { op: 'arg' | 'param' }>) => Code;

/** Makes the code of formulas within one function, and uses that function's locals. */
export class Emitter {
  /** JavaScript functions that the code calls, in the order of the imports. */
  readonly rescues: Rescued[] = [];
  private readonly constants = new Map<string, { local: Local; value: Code }>();
  /** The locals of nodes that are used more than once. */
  private readonly held = new Map<Vector, Local>();
  /** Whether branches are left out, since no lane needs their slow sides. */
  private isStraight = false;
  private readonly result: Local;

  /** @param fused whether one instruction multiplies and adds */
  constructor(
    private readonly local: (type: Type) => Local,
    private readonly fused: boolean,
  ) {
    this.result = local('v');
  }

  /** Sets the constants. This code belongs before the loops, since the compiler does not move it there. */
  init(): Code {
    return [...this.constants.values()].map(({ local, value }) => set(local, value));
  }

  /** The code that leaves the value of `root`; `leaf` gives the code of operands and numbers. */
  write(root: Vector, leaf: LeafCode): Code {
    return this.writeAll([root], leaf)[0];
  }

  /** As `write`, for several formulas that are computed one after the other. */
  writeAll(roots: readonly Vector[], leaf: LeafCode): Code[] {
    const uses = countUses(roots);
    const done = new Set<Vector>();
    const emit = (x: Vector): Code => {
      if (x.op === 'const' || x.op === 'iconst' || x.op === 'dconst') return this.constant(x.op, x.value);
      if (done.has(x)) return this.held.get(x)!;
      const code = this.codeOf(x, emit, leaf, done);
      if (uses.get(x)! < 2) return code;
      done.add(x);
      let local = this.held.get(x);
      if (!local) this.held.set(x, (local = this.local('v')));
      return tee(local, code);
    };
    return roots.map(emit);
  }

  /**
   * Writes the values of formulas for several vectors, each with its leaves, to locals, and then runs `use`. Whether any lane needs
   * the slow side of a branch is decided once. If none does, the code has no branches, so a compiler can join neighbouring vectors.
   */
  writeTogether(roots: readonly Vector[], leaves: readonly LeafCode[], to: readonly (readonly Local[])[], use: Code): Code {
    const values = () => [leaves.map((leaf, u) => this.writeAll(roots, leaf).map((code, i) => set(to[u][i], code))), use];
    const slow = values();
    this.isStraight = true;
    const fast = values();
    const masks = masksOf(roots);
    const needed = leaves.flatMap((leaf) => this.writeAll(masks, leaf));
    this.isStraight = false;
    const [first, ...rest] = needed;
    return first === undefined ? fast : iff(v.any(rest.reduce((a, b) => v.or(a, b), first)), slow, fast);
  }

  private codeOf(x: Vector, emit: (x: Vector) => Code, leaf: LeafCode, done: Set<Vector>): Code {
    switch (x.op) {
      case 'arg':
      case 'param':
        return leaf(x);
      case 'shift':
        return v[x.instruction](emit(x.args[0]), i32.const(x.by));
      case 'high': {
        const half = emit(x.args[0]);
        return v.shuffle(half, emit(x.args[0]), [2, 3, 2, 3]);
      }
      case 'join': {
        const low = emit(x.args[0]);
        return v.shuffle(low, emit(x.args[1]), [0, 1, 4, 5]);
      }
      case 'rescue':
        return this.rescue(x, x.args.map(emit));
      case 'branch':
        return this.branch(x.args, emit, done);
      case 'plain':
        return this.plain(x, emit);
      default:
        throw new Error(`a constant has no code of its own: ${x.op}`);
    }
  }

  /** Operands are emitted in the order in which the code computes them: the first use of a node stores it in a local. */
  private plain({ instruction, args }: Extract<Vector, { op: 'plain' }>, emit: (x: Vector) => Code): Code {
    if (!this.fused && instruction === 'nmadd') {
      const [c, a, b] = [args[2], args[0], args[1]].map(emit);
      return v.sub(c, v.mul(a, b));
    }
    const codes = args.map(emit);
    if (!this.fused && instruction === 'madd') return v.add(v.mul(codes[0], codes[1]), codes[2]);
    if (!this.fused && instruction === 'dmadd') return v.dadd(v.dmul(codes[0], codes[1]), codes[2]);
    return (v[instruction] as (...operands: Code[]) => Code)(...codes);
  }

  private rescue(x: Rescued, [result, mask, of]: readonly Code[]): Code {
    let number = this.rescues.findIndex(({ ask }) => ask === x.ask);
    if (number < 0) number = this.rescues.push(x) - 1;
    const at = i32.const(RESCUE_ADDRESS);
    const ask = [v.store(at, this.result), v.store(i32.const(ASKED_ADDRESS), of), call(number), set(this.result, v.load(at))];
    return [set(this.result, result), iff(v.any(mask), ask), this.result];
  }

  private branch([mask, slow, fast]: readonly Vector[], emit: (x: Vector) => Code, done: Set<Vector>): Code {
    if (this.isStraight) return emit(fast);
    const condition = v.any(emit(mask));
    // Nodes that only one side computes are not available after the branch.
    const [slowCode, fastCode] = [slow, fast].map((side) => {
      const before = new Set(done);
      const code = emit(side);
      for (const x of done) if (!before.has(x)) done.delete(x);
      return code;
    });
    return choose('v', condition, slowCode, fastCode);
  }

  private constant(kind: 'const' | 'iconst' | 'dconst', value: number): Local {
    const key = `${kind} ${Object.is(value, -0) ? '-0' : value}`;
    let found = this.constants.get(key);
    if (!found) this.constants.set(key, (found = { local: this.local('v'), value: v[kind](value) }));
    return found.local;
  }
}

function countUses(roots: readonly Vector[]): Map<Vector, number> {
  const uses = new Map<Vector, number>();
  const count = (x: Vector): void => {
    const before = uses.get(x) ?? 0;
    uses.set(x, before + 1);
    if (before > 0) return;
    for (const arg of x.args) count(arg);
    // The code of `high` uses the vector twice.
    if (x.op === 'high') uses.set(x.args[0], uses.get(x.args[0])! + 1);
  };
  roots.forEach(count);
  return uses;
}

/** The masks of the branches in formulas, without those in the slow sides of branches. */
function masksOf(roots: readonly Vector[]): Vector[] {
  const masks: Vector[] = [];
  const seen = new Set<Vector>();
  const visit = (x: Vector): void => {
    if (seen.has(x)) return;
    seen.add(x);
    const [mask, , fast] = x.args;
    if (x.op === 'branch') masks.push(mask);
    (x.op === 'branch' ? [mask, fast] : x.args).forEach(visit);
  };
  roots.forEach(visit);
  return masks;
}
