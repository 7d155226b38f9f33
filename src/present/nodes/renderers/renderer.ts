import type { TraceNode } from '../../../protocol/trace.js';
import type { Brush } from '../brush.js';

/** The part of a node below its title: what it shows of its value and gradient. */
export interface Renderer {
  name: string;
  /** Whether it can show this tensor; the first in the list that can, does. */
  fits(node: TraceNode): boolean;
  /** Size of the body. The gradient has its place whether it is known yet or not, so that nothing moves when it comes. */
  size(node: TraceNode, withGrad: boolean): { width: number; height: number };
  draw(brush: Brush, node: TraceNode, withGrad: boolean): void;
}
