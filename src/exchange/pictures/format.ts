import type { Direction } from '../../graph/layout/types.js';
import type { ModuleGraph } from '../../graph/moduleGraph.js';
import type { Scene } from '../../present/nodes/scene.js';
import type { Theme } from '../../present/theme.js';
import type { Ruler } from './svgPen.js';

/** The graph of one pass and how it is shown: the input of every format. */
export interface Picture {
  /** The model file. */
  file: string;
  graph: ModuleGraph;
  /** Says which modules are open, and where everything is drawn. */
  scene: Scene;
  theme: Theme;
  /** For each item of the scene, its colour where a measure colours the items; else null. */
  fills: readonly (string | null)[];
  /** True when nodes have room for their gradient. */
  withGrad: boolean;
  direction: Direction;
  ruler: Ruler;
}

/** A text format of graphs. The panel's export offers it, and the headless runner under `--ID`. */
export interface GraphFormat {
  id: string;
  /** The name in the panel's menu, translated. */
  name(): string;
  /** The ending that is added to the name of the model file. */
  ending: string;
  write(picture: Picture): string;
}
