import type { TraceNode } from '../../../protocol/trace.js';
import { heatmap } from './heatmap.js';
import { numbers } from './numbers.js';
import { nothing } from './nothing.js';
import type { Renderer } from './renderer.js';
import { statistics } from './statistics.js';

/** The kinds of bodies that a node can have, in the order in which they are tried. The last one fits every node. */
export const renderers: readonly Renderer[] = [nothing, numbers, heatmap, statistics];

export const rendererOf = (node: TraceNode): Renderer => renderers.find((renderer) => renderer.fits(node)) ?? statistics;
