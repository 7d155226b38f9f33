/**
 * How compiled code becomes a function, and how the frames of its errors are told from others.
 * The function's text begins on the line of the code's first line, so lines agree with the
 * text as written, in a stack that a program prints too.
 */
import type { CompiledModule, Program } from '../protocol/runnerApi.js';

/** An arrow within a strict function: the code has no `this` and no `arguments` but the empty ones of that function. */
const HEAD = "(function(){'use strict';return async(exports,require,module,__tl,console)=>{";
const TAIL = '\n}})()';
const SCHEME = 'model-file:';

export interface Frame {
  module: number;
  /** Position in the code of the module, 1-based. */
  line: number;
  column: number;
}

/** A script whose value is the module as an async function. */
export const wrapModule = (code: string): string => `${HEAD}${code}${TAIL}`;

/** What that script is to be called, so that `framesOf` finds it. */
export const scriptName = (file: string, index: number): string => `${SCHEME}${index}/${encodeURI(file)}`;

/**
 * Whether a module exports by `export`. Its exports are marked as an ES module before it has run: so a module that
 * imports it in a cycle sees later exports too, where without the mark it would copy the empty object.
 */
export const isEsModule = ({ code }: CompiledModule): boolean => code.includes('Object.defineProperty(exports, "__esModule"');

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
