import type { Diagnostic, Run } from './trace.js';

/**
 * The message for people about the error that ended a run: the diagnostic that explains it, else the error itself with
 * the code 'error' or 'timeout', which has no documentation page. Null for a run that ended without an error.
 */
export function errorDiagnostic(run: Pick<Run, 'error' | 'status' | 'diagnostics'>): { told: Diagnostic; isExplained: boolean } | null {
  const { error, status, diagnostics } = run;
  if (!error) return null;
  const explanation = diagnostics[error.explanation ?? -1];
  if (explanation) return { told: explanation, isExplained: true };
  const isTimeout = status === 'timeout';
  const message = isTimeout ? error.message : `${error.name}: ${error.message}`;
  return { told: { severity: 'error', code: isTimeout ? 'timeout' : 'error', message, source: error.source }, isExplained: false };
}
