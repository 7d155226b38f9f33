import type { Code } from './bytes.js';
import { set, type Local } from './control.js';
import { v } from './instructions.js';

/** The transpose of the vectors in four locals: vector d has lane d of each. Four more locals of vectors follow those. */
export function turned(x: readonly Local[], store: (d: number, vector: Code) => Code): Code {
  return [
    set(x[4], v.shuffle(x[0], x[1], [0, 4, 1, 5])),
    set(x[5], v.shuffle(x[2], x[3], [0, 4, 1, 5])),
    set(x[6], v.shuffle(x[0], x[1], [2, 6, 3, 7])),
    set(x[7], v.shuffle(x[2], x[3], [2, 6, 3, 7])),
    store(0, v.shuffle(x[4], x[5], [0, 1, 4, 5])),
    store(1, v.shuffle(x[4], x[5], [2, 3, 6, 7])),
    store(2, v.shuffle(x[6], x[7], [0, 1, 4, 5])),
    store(3, v.shuffle(x[6], x[7], [2, 3, 6, 7])),
  ];
}
