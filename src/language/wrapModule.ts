/**
 * How compiled code becomes a function, and how the frames of its errors are told from others.
 * The function's text begins on the line of the code's first line, so lines agree with the
 * text as written, in a stack that a program prints too.
 */
import type { CompiledModule, Program } from '../protocol/runnerApi.js';

const HEAD = '(async function(exports,require,module,__tl,console){';
const SCHEME = 'model-file:';

export interface Frame {
  module: number;
  /** Position in the code of the module, 1-based. */
  line: number;
  column: number;
}

/** An expression whose value is the module as an async function. */
export function wrapModule(module: CompiledModule, index: number): string {
  return `${HEAD}${module.code}\n})\n//# sourceURL=${SCHEME}${index}/${encodeURI(module.file)}`;
}

/**
 * The exports of a module before it has run. They are marked as an ES module already then: so a module that imports
 * it in a cycle sees later exports too, where without the mark it would copy the empty object.
 */
export function newExports(module: CompiledModule): object {
  const exports = {};
  if (module.code.includes('Object.defineProperty(exports, "__esModule"')) Object.defineProperty(exports, '__esModule', { value: true });
  return exports;
}

/** The frames of a stack that lie in the program, innermost first. */
export function framesOf(stack: string, program: Program): Frame[] {
  const frames: Frame[] = [];
  for (const [, module, line, column] of stack.matchAll(/model-file:(\d+)\/[^\s()]*?:(\d+):(\d+)\)?$/gm)) {
    const frame = { module: Number(module), line: Number(line), column: Number(column) };
    if (frame.line === 1) frame.column -= HEAD.length;
    if (program.modules[frame.module]) frames.push(frame);
  }
  return frames;
}
