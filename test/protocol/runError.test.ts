import { describe, expect, it } from 'vitest';
import { errorDiagnostic } from '../../src/protocol/runError.js';
import { emptyRun, type Diagnostic, type Run, type RunError } from '../../src/protocol/trace.js';

const source = { file: 'm.tl.ts', line: 3, column: 1, endLine: 3, endColumn: 9 };
const explanation: Diagnostic = { severity: 'error', code: 'shape-mismatch', message: 'RuntimeError: sizes differ\na 3', source };
const warning: Diagnostic = { severity: 'warning', code: 'first-nan', message: 'The first NaN.', source };

const ended = (status: Run['status'], error: RunError | null, diagnostics: Diagnostic[]): Run => ({
  ...emptyRun({ file: 'm.tl.ts', mode: 'backward', backend: 'cpu', status, error }),
  diagnostics,
});

describe('what is told of the error that a run ended with', () => {
  it('is the diagnostic that the document names, wherever it stands', () => {
    const error = { name: 'RuntimeError', message: 'sizes differ', source, explanation: 1 };
    expect(errorDiagnostic(ended('error', error, [warning, explanation]))).toEqual({ told: explanation, isExplained: true });
  });

  it('is the error itself where the document names none, even if another diagnostic looks like it', () => {
    const error = { name: 'RuntimeError', message: 'sizes differ', source };
    expect(errorDiagnostic(ended('error', error, [explanation]))).toEqual({
      told: { severity: 'error', code: 'error', message: 'RuntimeError: sizes differ', source },
      isExplained: false,
    });
  });

  it('of a time limit is its sentence', () => {
    const error = { name: 'TimeoutError', message: 'The run was ended.', source: null };
    expect(errorDiagnostic(ended('timeout', error, []))?.told).toEqual({
      severity: 'error',
      code: 'timeout',
      message: 'The run was ended.',
      source: null,
    });
  });

  it('is nothing without an error', () => {
    expect(errorDiagnostic(ended('ok', null, [warning]))).toBeNull();
  });
});
