import { dot } from './dot.js';
import type { GraphFormat } from '../format.js';
import { mermaid } from './mermaid.js';
import { modelExplorer } from './modelExplorer.js';
import { svg } from './svg.js';

/** Every text format that graphs are written in. The panel offers each in its menu, the headless runner as an option. */
export const graphFormats: readonly GraphFormat[] = [svg, dot, mermaid, modelExplorer];
