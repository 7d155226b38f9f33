/** What the run of a test file comes to: its tests, and what is to be in its snapshot file now. */
import type { TestRequest, TestResult } from '../../protocol/testing.js';
import type { Run } from '../../protocol/trace.js';

export interface FileReport {
  /** The test file, as it was named. */
  file: string;
  results: TestResult[];
  /** What the snapshot file is to hold; null where it holds that already. */
  snapshots: Record<string, string> | null;
  /** How many snapshots are new, were written anew, are of no test any more (and are removed by an update). */
  counts: { written: number; updated: number; obsolete: number };
}

export function fileReport(run: Run, told: readonly TestResult[], { snapshots: kept, update, only }: TestRequest): FileReport {
  const results = [...told];
  // What ended the run as a whole is told as a failure of the file.
  if (run.error) results.push({ name: '', status: 'failed', ms: run.elapsed_ms, error: run.error, snapshots: [] });
  const seen = results.flatMap(({ snapshots }) => snapshots);
  const fresh = seen.filter(({ state }) => state === 'new');
  const changed = update ? seen.filter(({ state }) => state === 'changed') : [];
  const obsolete = only || run.error ? [] : unowned(kept, results);
  const next = { ...kept, ...Object.fromEntries([...fresh, ...changed].map(({ name, text }) => [name, text])) };
  if (update) for (const name of obsolete) delete next[name];
  const isChanged = fresh.length + changed.length > 0 || (update && obsolete.length > 0);
  return {
    file: run.file,
    results,
    snapshots: isChanged ? next : null,
    counts: { written: fresh.length, updated: changed.length, obsolete: obsolete.length },
  };
}

/** Snapshots that nothing asked for, though every test came to its end: one that failed, or was left out, may have more. */
function unowned(kept: Readonly<Record<string, string>>, results: readonly TestResult[]): string[] {
  const seen = new Set(results.flatMap(({ snapshots }) => snapshots.map(({ name }) => name)));
  const unfinished = results.filter(({ status }) => status !== 'passed').map(({ name }) => name);
  if (unfinished.includes('')) return [];
  const isOfUnfinished = (name: string) => unfinished.some((test) => name.startsWith(`${test} `));
  return Object.keys(kept).filter((name) => !seen.has(name) && !isOfUnfinished(name));
}

/** The name of a test for people: the file's own part is called by the name of the file. */
export const shownName = (file: string, name: string): string => (name === '' ? file.replace(/^.*[/\\]/, '') : name);
