import { expect, it } from 'vitest';
import { fileReport } from '../../src/exchange/testing/fileReport.js';
import { junitXml } from '../../src/exchange/testing/junit.js';
import { formatSnapshots, parseSnapshots, snapshotPath } from '../../src/exchange/testing/snapshotFile.js';
import type { TestResult, TestSnapshot } from '../../src/protocol/testing.js';
import { emptyRun } from '../../src/protocol/trace.js';

const run = emptyRun({ file: 'a.tl.test.ts', mode: 'backward', backend: 'cpu', status: 'ok', error: null });
const result = (name: string, status: TestResult['status'], snapshots: TestSnapshot[] = []): TestResult => ({
  name,
  status,
  ms: 1500,
  error: status === 'failed' ? { name: 'AssertionError', message: 'a < b & "c"\0', source: null } : null,
  snapshots,
});

it('snapshots come back from their file as they were, whatever is in them', () => {
  const texts = { 'plain 1': 'a\nb', '`${x}` \\ 1': '`); ${danger} \\` \\\\', 'empty 1': '', 'lines 1': '\n\n  x\n' };
  expect(parseSnapshots(formatSnapshots(texts))).toEqual(texts);
  expect(parseSnapshots(formatSnapshots(texts).replaceAll('\n', '\r\n'))).toEqual(texts);
  expect(parseSnapshots('<<<<<<< no such file')).toEqual({});
  expect(snapshotPath('models/a.tl.test.ts')).toBe('models/__snapshots__/a.tl.test.ts.snap');
});

it('new snapshots are added; only an update changes and removes some, and none of a test that did not come to its end', () => {
  const snapshots = { 'a 1': 'old', 'gone 1': 'x', 'broken 2': 'y' };
  const results = [
    result('a', 'passed', [
      { name: 'a 1', state: 'changed', text: 'now' },
      { name: 'a 2', state: 'new', text: 'fresh' },
    ]),
    result('broken', 'failed'),
  ];
  const kept = fileReport(run, results, { snapshots, update: false });
  expect(kept.snapshots).toEqual({ ...snapshots, 'a 2': 'fresh' });
  expect(kept.counts).toEqual({ written: 1, updated: 0, obsolete: 1 });
  expect(fileReport(run, results, { snapshots, update: true }).snapshots).toEqual({ 'a 1': 'now', 'a 2': 'fresh', 'broken 2': 'y' });
  expect(fileReport(run, [result('b', 'passed')], { snapshots: {}, update: true }).snapshots).toBeNull();
});

it("JUnit's report counts, and holds no sign that XML has no place for", () => {
  const report = fileReport(run, [result('a > b', 'passed'), result('c', 'failed'), result('d', 'skipped')], {
    snapshots: {},
    update: false,
  });
  expect(junitXml([report]).split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="tensor-lens" tests="3" failures="1" errors="0" skipped="1" time="4.500">',
    '  <testsuite name="a.tl.test.ts" tests="3" failures="1" errors="0" skipped="1" time="4.500">',
    '    <testcase name="a &#62; b" classname="a.tl.test.ts" time="1.500"/>',
    '    <testcase name="c" classname="a.tl.test.ts" time="1.500">',
    '      <failure message="a &#60; b &#38; &#34;c&#34;" type="AssertionError">a &#60; b &#38; &#34;c&#34;</failure>',
    '    </testcase>',
    '    <testcase name="d" classname="a.tl.test.ts" time="1.500">',
    '      <skipped/>',
    '    </testcase>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ]);
});
