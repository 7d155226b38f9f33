import type { Direction } from '../../graph/layout/types.js';
import type { ModuleGraph } from '../../graph/moduleGraph.js';
import type { Scene } from '../../present/nodes/scene.js';
import type { Theme } from '../../present/theme.js';
import type { Ruler } from './svgPen.js';

/** The graph of one pass and how it is shown: what every format writes. */
export interface Picture {
  /** The model file. */
  file: string;
  graph: ModuleGraph;
  /** Which modules are open, and where everything stands. */
  scene: Scene;
  theme: Theme;
  /** What the items of the scene are filled with where a measure colours them; else null. */
  fills: readonly (string | null)[];
  /** Whether nodes have a place for their gradient. */
  withGrad: boolean;
  direction: Direction;
  ruler: Ruler;
}

/** A text format that graphs are written in: by the panel's export, and by the headless runner under `--ID`. */
export interface GraphFormat {
  id: string;
  /** As the panel's menu has it, translated. */
  name(): string;
  /** Added to the name of the model file. */
  ending: string;
  write(picture: Picture): string;
}
