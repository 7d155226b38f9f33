/**
 * The part of WebAssembly that the kernels need. The engine is compiled without the types of DOM or Node, but every host has
 * WebAssembly.
 */
import { v } from './assembler/instructions.js';
import { encode, fn, type Imported, type WasmFunction } from './assembler/module.js';

export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

export type Exports = Readonly<Record<string, (...args: number[]) => number>>;

interface WebAssemblyApi {
  Module: (new (bytes: Uint8Array) => object) & { imports(module: object): { module: string; name: string }[] };
  Instance: new (module: object, imports: object) => { exports: Exports };
  Memory: new (limits: { initial: number; maximum?: number; shared?: boolean }) => Memory;
  validate(bytes: Uint8Array): boolean;
}

/** Taken once, since a program may replace the global later. Absent where there is no WebAssembly. */
const api = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly;

export const hasWebAssembly = (): boolean => api !== undefined && api.validate(usesVectors);

/** @throws RangeError when there is not enough room */
export const newMemory = (limits: { initial: number; maximum?: number; shared?: boolean }): Memory => new api!.Memory(limits);

export const isShared = ({ buffer }: Memory): boolean => !(buffer instanceof ArrayBuffer);

type Answers = Readonly<Record<string, () => void>>;

/** Functions, ready to be called. Their imports are named `ask0` and so on; the functions in `answers` are given for them. */
export function build(
  functions: readonly WasmFunction[],
  memory: Memory,
  imports: readonly Imported[] = [],
  answers: Answers = {},
): Exports {
  const module = new api!.Module(encode(functions, { shared: isShared(memory), imports }));
  return new api!.Instance(module, { env: { memory, ...answers } }).exports;
}

/**
 * The exports of a program that somebody compiled. It has no system to ask: of what it imports, the functions that `answers`
 * names do nothing, and others fail.
 */
export function instantiate(program: Uint8Array, answers: readonly string[]): Exports {
  const module = new api!.Module(program);
  const imports: Record<string, Record<string, () => number>> = {};
  for (const { module: from, name } of api!.Module.imports(module))
    (imports[from] ??= {})[name] = () => {
      if (answers.includes(name)) return 0;
      throw new Error(`${name} is not here.`);
    };
  return new api!.Instance(module, imports).exports;
}

const usesVectors = encode([fn('f', 'v', ([x]) => v.add(x, x), 'v')]);
const usesRelaxed = encode([fn('f', 'v', ([x]) => v.madd(x, x, x), 'v')]);

/** Whether the machine's WebAssembly multiplies and adds in one instruction. */
export const hasMultiplyAdd = (): boolean => api !== undefined && api.validate(usesRelaxed);

let wasAsked = false;

/** For a compiler that knows multiply-add only on request. Must be called before the first kernel. */
export function askForMultiplyAdd(ask: () => void): void {
  if (hasMultiplyAdd()) return;
  ask();
  wasAsked = true;
}

/**
 * As `hasMultiplyAdd`, for unrolled loops. A compiler so old that multiply-add must be requested loads all operands of a turn
 * first, and then has no registers left.
 */
export const unrollsMultiplyAdd = (): boolean => !wasAsked && hasMultiplyAdd();
