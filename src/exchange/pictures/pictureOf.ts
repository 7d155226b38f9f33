import type { Direction } from '../../graph/layout/types.js';
import { buildGraph } from '../../graph/moduleGraph.js';
import { mostAtOnce, openToFit, viewOf } from '../../graph/view.js';
import { defaultTheme, type ThemeName } from '../../present/defaultThemes.js';
import { sceneOf } from '../../present/nodes/scene.js';
import type { Pass } from '../../protocol/trace.js';
import type { Picture } from './format.js';
import { measuredFonts, tableRuler } from './ruler.js';

export interface PictureOptions {
  /** The model file. */
  file: string;
  theme: ThemeName;
  direction: Direction;
}

/**
 * The picture of a pass without a panel. It opens as many modules as fit on a page, uses one of VS Code's default
 * themes, and measures text by a table.
 */
export function pictureOf(pass: Pass, { file, theme, direction }: PictureOptions): Picture {
  const graph = buildGraph(pass, false);
  const open = openToFit(graph, (groups) => viewOf(graph, groups).items.length <= mostAtOnce);
  const scene = sceneOf(graph, viewOf(graph, open), direction, pass.backward);
  return {
    file,
    graph,
    scene,
    theme: { ...defaultTheme(theme), ...measuredFonts },
    fills: scene.view.items.map(() => null),
    withGrad: pass.backward,
    direction,
    ruler: tableRuler,
  };
}
