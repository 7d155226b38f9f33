/**
 * Imports. PyTorch is imported as in a model file. Python's modules are left out, since their helpers are imported by
 * name.
 */
import { t } from '../../../protocol/l10n.js';
import type { Any, Of } from '../reading/syntax.js';
import type { Context } from './context.js';

/** Modules whose import is left out: the parts that a program uses are helpers, or need nothing. */
const SILENT = new Set(
  '__future__ typing typing_extensions collections collections.abc dataclasses functools itertools abc enum contextlib copy math random time argparse string os os.path sys warnings gc logging tqdm tqdm.auto pathlib json pickle datetime numbers types operator statistics inspect platform textwrap re heapq bisect unicodedata io csv fractions traceback timeit pprint'.split(
    ' ',
  ),
);

export class ImportWriter {
  constructor(private readonly c: Context) {}

  write(node: Of<'Import'> | Of<'ImportFrom'>): string {
    const { c } = this;
    const lines: string[] = [];
    if (node.nodeType === 'Import') {
      for (const alias of node.names) {
        const { name, asname } = alias;
        if (name === 'torch' || (name.startsWith('torch.') && !asname)) c.needsTorch = true;
        else if (name.startsWith('torch.')) lines.push(this.part(node, name, asname!));
        else if (
          !SILENT.has(name) &&
          !/^matplotlib(\.pyplot)?$/.test(name) &&
          !/^(numpy|sklearn(\.datasets)?)$/.test(name) &&
          !this.isUnused(alias)
        )
          c.fail(node, t("there is no '{0}' here", name));
      }
      return lines.join('\n');
    }
    const { module = '', level } = node;
    if (level) c.fail(node, t('other files of the program are not converted with it: convert them too, and import what is needed'));
    if (module !== 'torch' && !module.startsWith('torch.')) {
      const isPlots = module === 'matplotlib.pyplot' || (module === 'matplotlib' && node.names.every(({ name }) => name === 'pyplot'));
      const isUsed = node.names.some((alias) => !this.isUnused(alias));
      const isKnown = SILENT.has(module) || /^(numpy|sklearn(\.datasets)?)$/.test(module) || isPlots;
      if (!isKnown && isUsed) c.fail(node, t("there is no '{0}' here", module));
      return '';
    }
    if (node.names.some(({ name }) => name === '*')) c.fail(node, t("'import *' is not converted"));
    const names = node.names
      .filter((alias) => !this.isUnused(alias))
      .map((alias) => {
        const { name, asname } = alias;
        const js = c.variable(alias)?.js ?? asname ?? name;
        return js === name ? name : `${name}: ${js}`;
      });
    const from = this.place(module, node);
    return names.length > 0 ? `const { ${names.join(', ')} } = ${from};` : '';
  }

  private isUnused(alias: Any): boolean {
    const variable = this.c.variable(alias);
    return variable !== undefined && variable.uses.length <= 1;
  }

  private place(module: string, node: Any): string {
    const { c } = this;
    if (/^torch\.(nn\.(modules|parameter)|optim\.(sgd|adam|adamw|optimizer)|utils\.data\.(dataset|dataloader|sampler))/.test(module))
      return `${c.torch}.${module.replace(/^torch\./, '').replace(/\.(modules|parameter|sgd|adam|adamw|optimizer|dataset|dataloader|sampler).*$/, '')}`;
    if (module.startsWith('torch.distributions.') && !/\.(constraints|transforms|kl)$/.test(module)) return `${c.torch}.distributions`;
    if (/^torch\.(cuda|fx|jit|onnx|profiler|multiprocessing|distributed|ao|quantization|hub)\b/.test(module))
      c.fail(node, t("'{0}' is not here", module));
    return module.replace(/^torch/, () => c.torch);
  }

  private part(node: Any, path: string, name: string): string {
    const from = this.place(path, node);
    const last = from.slice(from.lastIndexOf('.') + 1);
    return last === name ? `const { ${name} } = ${from.slice(0, -last.length - 1)};` : `const ${name} = ${from};`;
  }
}
