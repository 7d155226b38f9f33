import { t } from '../../src/protocol/l10n.js';
import type { Run } from '../../src/protocol/trace.js';
import { fileName } from '../statusView.js';
import type { Direction } from '../../src/graph/layout/types.js';
import { htmlOf } from './htmlSource.js';
import { pngOf, svgOf, type PictureSource } from './picture.js';
import { dotOf, mermaidOf, modelExplorerOf } from './text.js';

interface ExportSource extends PictureSource {
  file: string;
  /** The run with everything that is known of it. */
  trace(): Promise<Run>;
  sources: Record<string, string> | undefined;
  direction: Direction;
}

/** A way out of the panel. */
export interface Export {
  id: string;
  name: string;
  /** Added to the name of the model file. */
  ending: string;
  encoding: 'utf8' | 'base64';
  make(source: ExportSource): string | Promise<string>;
}

/** The order is that of the menu. */
export const exports: readonly Export[] = [
  { id: 'svg', name: t('SVG picture'), ending: '.svg', encoding: 'utf8', make: (source) => svgOf(source).svg },
  { id: 'png', name: t('PNG picture'), ending: '.png', encoding: 'base64', make: pngOf },
  {
    id: 'html',
    name: t('Interactive HTML file'),
    ending: '.html',
    encoding: 'utf8',
    make: async ({ trace, sources }) => htmlOf(await trace(), sources),
  },
  { id: 'json', name: t('Trace as JSON'), ending: '.json', encoding: 'utf8', make: async ({ trace }) => JSON.stringify(await trace()) },
  { id: 'dot', name: 'Graphviz DOT', ending: '.dot', encoding: 'utf8', make: ({ graph }) => dotOf(graph) },
  { id: 'mermaid', name: 'Mermaid', ending: '.mmd', encoding: 'utf8', make: ({ graph, direction }) => mermaidOf(graph, direction) },
  {
    id: 'model-explorer',
    name: 'Model Explorer JSON',
    ending: '.me.json',
    encoding: 'utf8',
    make: ({ graph, file }) => modelExplorerOf(graph, fileName(file)),
  },
];

export const exportName = (file: string, { ending }: Export): string => `${fileName(file).replace(/(\.tl)?\.ts$/, '')}${ending}`;
