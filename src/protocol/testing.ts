/** The tests of a test file (`*.tl.test.ts`), as they are asked for and told. */
import type { RunError } from './trace.js';

export interface TestRequest {
  /** What the snapshot file says, by name. */
  snapshots: Record<string, string>;
  /** Whether snapshots that are different are written anew, and are no failure. */
  update: boolean;
  /** The tests to run, by their full names; absent: all. */
  only?: string[];
}

export interface TestSnapshot {
  name: string;
  state: 'same' | 'new' | 'changed';
  /** What the value is now, or what was kept where that is close enough. */
  text: string;
}

export interface TestResult {
  /** With the names of the groups around it, joined by ' > '; '' for what the file does outside of its tests. */
  name: string;
  status: 'passed' | 'failed' | 'skipped';
  ms: number;
  error: TestError | null;
  snapshots: TestSnapshot[];
}

/** Both sides as texts, where they can be compared line by line. */
export interface TestError extends RunError {
  expected?: string;
  actual?: string;
}
