/** The tests of a test file (`*.tl.test.ts`): the request to run them, and their results. */
import type { RunError } from './trace.js';

export interface TestRequest {
  /** The contents of the snapshot file, by name. */
  snapshots: Record<string, string>;
  /** True: a snapshot that differs is written again and does not fail. */
  update: boolean;
  /** The tests to run, by their full names; absent: all. */
  only?: string[];
}

export interface TestSnapshot {
  name: string;
  state: 'same' | 'new' | 'changed';
  /** The present value as text, or the kept text when the value is close enough. */
  text: string;
}

export interface TestResult {
  /** The name with the names of its groups, joined by ' > '; '' for the code of the file outside of its tests. */
  name: string;
  status: 'passed' | 'failed' | 'skipped';
  ms: number;
  error: TestError | null;
  snapshots: TestSnapshot[];
}

/** The error of a test, with both sides as texts if they can be compared line by line. */
export interface TestError extends RunError {
  expected?: string;
  actual?: string;
}
