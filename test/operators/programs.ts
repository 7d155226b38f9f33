/** Runs a text as a model file, or as plain TypeScript without rewriting. Returns everything that it logged. */
import * as torch from '../../src/engine/index.js';
import { evaluate, linkFiles } from '../language/evaluate.js';

const shown = (value: unknown): string => {
  if (value instanceof torch.Tensor) return String(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value !== 'object' || value === null)
    return `${typeof value === 'bigint' ? `${value}n` : String(value)}${typeof value === 'string' ? "'" : ''}`;
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => shown(item)).join(', ')}]`;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}: ${shown(item)}`)
    .join(', ')}}`;
};

export interface Told {
  log: string[];
  /** The code, to look at when something differs. */
  code: string;
}

/** The text can call `log(...values)`. */
export async function told(text: string, isModel: boolean): Promise<Told> {
  const file = isModel ? 'm.tl.ts' : 'm.ts';
  const files = { [file]: `import * as torch from 'tensor-lens';\nimport { log } from 'tensor-lens';\n${text}` };
  const log: string[] = [];
  const library = { ...torch, log: (...values: unknown[]) => void log.push(values.map(shown).join(' ')) };
  const linked = await linkFiles(files);
  await evaluate(linked, files, library).catch((error: unknown) => log.push(`! ${(error as Error).name}: ${(error as Error).message}`));
  return { log, code: linked.program.modules[0]!.code };
}
