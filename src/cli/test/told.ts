/** Writes the results of tests as lines. */
import { structuredPatch } from 'diff';
import { shownName, type FileReport } from '../../exchange/testing/fileReport.js';
import { placeText } from '../../present/paths.js';
import type { TestResult } from '../../protocol/testing.js';

const SIGNS = { passed: '✓', failed: '✗', skipped: '-' } as const;

export function resultText(file: string, { name, status, ms, error }: TestResult): string {
  const head = `${SIGNS[status]} ${name === '' ? file : `${file} > ${shownName(file, name)}`}${status === 'skipped' ? '' : ` (${ms.toFixed(0)} ms)`}\n`;
  if (!error) return head;
  const { source } = error;
  const place = source ? `${placeText(source)}: ` : '';
  const sides = error.expected === undefined ? '' : changes(error.expected, error.actual!);
  return `${head}${`${place}${error.name}: ${error.message}\n${sides}`.replace(/^(?=.)/gm, '    ')}`;
}

/** The lines that differ, with a few lines around them. */
function changes(expected: string, actual: string): string {
  const { hunks } = structuredPatch('', '', `${expected}\n`, `${actual}\n`, '', '', { context: 2 });
  return ['- expected', '+ actual', ...hunks.flatMap(({ lines }) => ['', ...lines])].map((line) => `${line}\n`).join('');
}

const many = (count: number, what: string): string[] => (count === 0 ? [] : [`${count} ${what}`]);

export function summaryText(files: readonly FileReport[], isUpdate: boolean): string {
  const all = files.flatMap(({ results }) => results);
  const of = (status: TestResult['status']) => all.filter((result) => result.status === status).length;
  const sum = (key: keyof FileReport['counts']) => files.reduce((total, { counts }) => total + counts[key], 0);
  const tests = [...many(of('failed'), 'failed'), ...many(of('passed'), 'passed'), ...many(of('skipped'), 'skipped')];
  const snapshots = [
    ...many(sum('written'), 'written'),
    ...many(sum('updated'), 'updated'),
    ...many(sum('obsolete'), isUpdate ? 'removed' : 'of no test (--update removes them)'),
  ];
  return `\nTests: ${tests.join(', ')}\n${snapshots.length > 0 ? `Snapshots: ${snapshots.join(', ')}\n` : ''}`;
}
