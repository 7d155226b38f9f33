import type { TraceNode } from '../../../protocol/trace.js';
import type { Brush } from '../brush.js';

/** The part of a node below its title, which shows the node's value and gradient. */
export interface Renderer {
  name: string;
  /** Whether it can show this tensor. The first renderer in the list that can is used. */
  fits(node: TraceNode): boolean;
  /** Size of the body. The gradient always has its space, known or not, so that nothing moves when it arrives. */
  size(node: TraceNode, withGrad: boolean): { width: number; height: number };
  draw(brush: Brush, node: TraceNode, withGrad: boolean): void;
}
