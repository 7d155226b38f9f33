import { describe, expect, it } from 'vitest';
import { emptyRun } from '../../../src/protocol/runClient.js';
import type { Diagnostic, Run } from '../../../src/protocol/trace.js';
import { diagnose } from '../../../src/trace/checks/index.js';
import { traceOf } from '../traceOf.js';
import { broken, healthy } from './models.js';

async function diagnosticsOf(text: string): Promise<Diagnostic[]> {
  const { passes, pass_count, losses, bindings, error } = await traceOf(text);
  if (error) throw error as Error;
  const run: Run = {
    ...emptyRun({ file: 'm.tl.ts', mode: 'backward', backend: 'cpu', status: 'ok', error: null }),
    passes,
    pass_count,
    losses,
    bindings,
  };
  return diagnose(run);
}

/** The text of a diagnostic's range. Lines count from the first of the model. */
const textAt = (text: string, { source }: Diagnostic): string | undefined =>
  source
    ? text.split('\n')[source.line - 1]?.slice(source.column - 1, source.line === source.endLine ? source.endColumn - 1 : undefined)
    : undefined;

describe('a broken model is told why:', () => {
  it.each(broken)('$code at $at', async ({ code, at, says, text }) => {
    const found = await diagnosticsOf(text);
    expect(found.map((d) => [d.code, textAt(text, d)])).toEqual([[code, at]]);
    expect(found[0]!.message).toMatch(says);
    expect(found[0]!.message).toMatch(/^[^\n]*[.:!]$/);
  });
});

describe('nothing is said against', () => {
  it.each(healthy)('$name', async ({ text }) => {
    expect((await diagnosticsOf(text)).map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});
