/** The answers of the tools for language models: short documents about what a run computed. */
import { placeText } from '../../present/paths.js';
import type { Binding, Run, Summary } from '../../protocol/trace.js';

/** The most bindings in a report. The report says when some are left out. */
const MOST_BINDINGS = 200;
const MOST_LINES = 100;
const LONGEST_TEXT = 2000;

const place = (source: { file: string; line: number; column: number } | null) => source && placeText(source);

const summary = (s: Summary | null) => s && { min: s.min, max: s.max, mean: s.mean, std: s.std, norm: s.norm, nan: s.nan, inf: s.inf };

const binding = (b: Binding) => ({
  name: b.name,
  at: place(b.source),
  shape: b.shape,
  dtype: b.dtype,
  requires_grad: b.requires_grad,
  grad_fn: b.grad_fn,
  held: b.count,
  value: summary(b.value),
  grad: summary(b.grad),
});

/** A run without the elements of its tensors. */
export function runReport(run: Run): string {
  const { status, error, output, pass_count, losses, bindings, diagnostics, elapsed_ms, peak_bytes } = run;
  return JSON.stringify({
    status,
    error: error && { name: error.name, message: error.message, at: place(error.source) },
    output: output.slice(-MOST_LINES),
    passes: pass_count,
    losses: evenly(losses, MOST_LINES),
    tensors: bindings.slice(0, MOST_BINDINGS).map(binding),
    ...(bindings.length > MOST_BINDINGS && { tensors_left_out: bindings.length - MOST_BINDINGS }),
    diagnostics: diagnostics.map((d) => ({ severity: d.severity, code: d.code, message: d.message, at: place(d.source) })),
    elapsed_ms,
    peak_bytes,
  });
}

/** Every tensor that a name held at the end of the run, as PyTorch prints it. */
export function tensorReport(run: Run, name: string): string {
  const found = run.bindings.filter((b) => b.name === name);
  if (found.length === 0) {
    const names = [...new Set(run.bindings.map((b) => b.name))];
    return `No tensor was bound to '${name}' in this run. These names held tensors: ${names.join(', ') || 'none'}.`;
  }
  return JSON.stringify(found.map((b) => ({ ...binding(b), text: short(b.text), grad_text: b.grad_text && short(b.grad_text) })));
}

const short = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} …` : text);

/** At most `count` of the items, the first and the last among them. */
function evenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.round((i * (items.length - 1)) / (count - 1))]!);
}
