import { graphFormats } from '../../src/exchange/pictures/formats/index.js';
import type { GraphFormat, Picture } from '../../src/exchange/pictures/format.js';
import { traceJson } from '../../src/exchange/traceJson.js';
import { fileName } from '../../src/present/paths.js';
import { t } from '../../src/protocol/l10n.js';
import type { Explanation, ExplainRequest } from '../../src/protocol/explanation.js';
import type { Run } from '../../src/protocol/trace.js';
import { htmlOf } from './htmlSource.js';
import { pngOf } from './png.js';

interface ExportSource extends Picture {
  /** The run with everything that is known about it. */
  trace(): Promise<Run>;
  sources: Record<string, string> | undefined;
  explain(request: ExplainRequest): Promise<Explanation | null>;
}

/** A format in which the panel exports. */
export interface Export {
  id: string;
  name: string;
  /** The ending that is added to the name of the model file. */
  ending: string;
  encoding: 'utf8' | 'base64';
  make(source: ExportSource): string | Promise<string>;
}

const textExport = ({ id, name, ending, write }: GraphFormat): Export => ({ id, name: name(), ending, encoding: 'utf8', make: write });

const [svg, ...others] = graphFormats.map(textExport);

/**
 * The formats in the order of the menu. Formats that need a canvas or the whole run are made here; the text formats are
 * pure.
 */
export const exports: readonly Export[] = [
  svg!,
  { id: 'png', name: t('PNG picture'), ending: '.png', encoding: 'base64', make: pngOf },
  {
    id: 'html',
    name: t('Interactive HTML file'),
    ending: '.html',
    encoding: 'utf8',
    make: async ({ trace, sources, explain }) => htmlOf(await trace(), sources, explain),
  },
  { id: 'json', name: t('Trace as JSON'), ending: '.json', encoding: 'utf8', make: async ({ trace }) => traceJson(await trace()) },
  ...others,
];

export const exportName = (file: string, { ending }: Export): string => `${fileName(file).replace(/(\.tl)?\.ts$/, '')}${ending}`;
