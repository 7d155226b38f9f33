import type { Code } from '../assembler/bytes.js';
import { bump, iff, loop, range, repeat, set, type Local } from '../assembler/control.js';
import { f32, i32, v } from '../assembler/instructions.js';
import { fn, locals, type WasmFunction } from '../assembler/module.js';
import { turned } from '../assembler/turned.js';

/**
 * Packs lines into panels of `width` lines, depth by depth; missing lines are zero. A line is a row of A or a column of B.
 * Parameters: the address of the lines; bytes from line to line and from depth to depth; the number of lines; depth; the
 * address of the panels.
 */
export function pack(name: string, width: number): WasmFunction {
  return fn(name, 'iiiiii', ([from, lineStep, depthStep, count, depth, to], local) => {
    const [i, p, q, r, left] = locals(local, 'i', 5);
    const x = locals(local, 'v', 8);
    const whole = Math.floor(width / 4);
    const rest = width % 4;

    // The lines lie side by side: a row of the panel is copied.
    const copy = [
      set(q, from),
      range(p, depth, 1, [
        Array.from({ length: whole }, (_, n) => v.store(to, v.load(q, 16 * n), 16 * n)),
        Array.from({ length: rest }, (_, n) => f32.store(to, f32.load(q, 16 * whole + 4 * n), 16 * whole + 4 * n)),
        bump(q, depthStep),
        bump(to, width * 4),
      ]),
    ];

    // The depths lie side by side: blocks of four lines by four depths are transposed in registers.
    const group = (n: number, lines: number): Code => [
      set(r, i32.add(q, i32.mul(lineStep, i32.const(4 * n)))),
      Array.from({ length: lines }, (_, l) => [set(x[l], v.load(r)), bump(r, lineStep)]),
      lines === 4 ? turned(x, (d, vector) => v.store(to, vector, 16 * n + d * width * 4)) : lanes(x, lines, to, 16 * n, width * 4),
    ];
    const turn = [
      set(p, i32.const(0)),
      set(q, from),
      iff(
        i32.ge(depth, i32.const(4)),
        repeat(
          [
            Array.from({ length: whole }, (_, n) => group(n, 4)),
            rest ? group(whole, rest) : [],
            [bump(q, 16), bump(to, width * 16), bump(p, 4)],
          ],
          i32.le(p, i32.sub(depth, i32.const(4))),
        ),
      ),
      loop(p, depth, 1, [
        set(r, q),
        Array.from({ length: width }, (_, l) => [f32.store(to, f32.load(r), 4 * l), l < width - 1 ? bump(r, lineStep) : []]),
        bump(q, 4),
        bump(to, width * 4),
      ]),
    ];

    const oneByOne = range(p, depth, 1, [
      set(q, i32.add(from, i32.mul(p, depthStep))),
      range(r, i32.const(width), 1, [
        f32.store(to, f32.const(0)),
        iff(i32.lt(r, left), f32.store(to, f32.load(q))),
        bump(q, lineStep),
        bump(to, 4),
      ]),
    ]);

    return range(i, count, width, [
      set(left, i32.sub(count, i)),
      iff(
        i32.lt(left, i32.const(width)),
        oneByOne,
        iff(i32.eq(lineStep, i32.const(4)), copy, iff(i32.eq(depthStep, i32.const(4)), turn, oneByOne)),
      ),
      set(from, i32.add(from, i32.mul(lineStep, i32.const(width)))),
    ]);
  });
}

const lanes = (x: readonly Local[], lines: number, to: Local, offset: number, step: number): Code =>
  [0, 1, 2, 3].map((d) => Array.from({ length: lines }, (_, l) => v.storeLane(to, x[l], d, offset + 4 * l + step * d)));
