import type { ModuleGraph } from '../../graph/moduleGraph.js';
import type { Group } from '../../graph/groups.js';
import { fullTitleOf } from '../../present/names.js';
import { shapeText } from '../../present/shapes.js';
import { summaryText } from '../../present/summaries.js';

/** The lines of text on a node: its title, its shape, and its value if that is one number. */
export const linesOf = (graph: ModuleGraph, i: number): string[] => {
  const node = graph.nodes[i]!;
  return [fullTitleOf(node), shapeText(node.shape), ...(node.value.numel === 1 ? [summaryText(node.value)] : [])];
};

/** The title of a module: its name and its class. */
export const groupTitle = ({ name, type }: Group): string => [name, type].filter(Boolean).join(' ');
