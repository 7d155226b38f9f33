/**
 * Turns compiled code into a function, and recognises the frames of its errors. The function's text begins on the first
 * line of the code, so lines equal those of the original text, also in a stack that a program prints.
 */
import type { CompiledModule, Program } from '../protocol/runnerApi.js';

/** An arrow function inside a strict function: in the code, `this` is undefined and `arguments` is empty. */
const HEAD = "(function(){'use strict';return async(exports,require,module,__tl,console)=>{";
const TAIL = '\n}})()';
const SCHEME = 'model-file:';

export interface Frame {
  module: number;
  /** The position in the code of the module, 1-based. */
  line: number;
  column: number;
}

/** Wraps code into a script whose value is the module as an async function. */
export const wrapModule = (code: string): string => `${HEAD}${code}${TAIL}`;

/** The name of that script, by which `framesOf` recognises it. */
export const scriptName = (file: string, index: number): string => `${SCHEME}${index}/${encodeURI(file)}`;

/**
 * True when a module uses `export`. Its exports are then marked as an ES module before it runs. So a module that
 * imports it in a cycle also sees its later exports; without the mark, it would copy the empty object.
 */
export const isEsModule = ({ code }: CompiledModule): boolean => code.includes('Object.defineProperty(exports, "__esModule"');

/** The most frames that are looked at. A model can write a stack of any length. */
const MOST_FRAMES = 200;
const PLACE = /^model-file:(\d+)\/\S*?:(\d+):(\d+)$/;

/** The frames of a stack that are in the program, the innermost first. */
export function framesOf(stack: string, program: Program): Frame[] {
  const frames: Frame[] = [];
  for (const text of stack.split('\n')) {
    // The pattern is only tried where a place begins: a pattern that may begin anywhere takes minutes for some texts.
    const at = text.lastIndexOf(SCHEME);
    if (at < 0) continue;
    const [, module, line, column] = PLACE.exec(text.slice(at, text[at - 1] === '(' ? -1 : undefined)) ?? [];
    if (module === undefined) continue;
    const frame = { module: Number(module), line: Number(line), column: Number(column) };
    if (frame.line === 1) frame.column -= HEAD.length;
    if (program.modules[frame.module] && frames.push(frame) === MOST_FRAMES) break;
  }
  return frames;
}

/** Whether the innermost place of a stack is in a program. */
export function isThrownInProgram(stack: string): boolean {
  const first = stack.split('\n', MOST_FRAMES).find((text) => /:\d+:\d+\)?$/.test(text.slice(-20)));
  return first !== undefined && first.includes(SCHEME);
}
