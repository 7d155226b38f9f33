import { dot } from './dot.js';
import type { GraphFormat } from '../format.js';
import { mermaid } from './mermaid.js';
import { modelExplorer } from './modelExplorer.js';
import { svg } from './svg.js';

/** All text formats of graphs. The panel offers them in its menu, the headless runner as options. */
export const graphFormats: readonly GraphFormat[] = [svg, dot, mermaid, modelExplorer];
