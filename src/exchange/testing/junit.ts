/** JUnit's XML, one suite for each file. Jenkins, GitLab, Azure and others read this report. */
import { placeText } from '../../present/paths.js';
import type { TestResult } from '../../protocol/testing.js';
import { shownName, type FileReport } from './fileReport.js';

// Characters that XML does not allow are left out. The others stand as they are, or as their number.
const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- they are what it looks for
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const attributes = (all: Readonly<Record<string, string | number>>): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

const seconds = (results: readonly TestResult[]): string => (results.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(3);

const counts = (results: readonly TestResult[]) => ({
  tests: results.length,
  failures: results.filter(({ status }) => status === 'failed').length,
  errors: 0,
  skipped: results.filter(({ status }) => status === 'skipped').length,
  time: seconds(results),
});

export function junitXml(files: readonly FileReport[]): string {
  const suites = files.map(
    ({ file, results }) =>
      `  <testsuite${attributes({ name: file, ...counts(results) })}>\n${results.map((result) => testCase(file, result)).join('')}  </testsuite>\n`,
  );
  const all = files.flatMap(({ results }) => results);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'tensor-lens', ...counts(all) })}>\n${suites.join('')}</testsuites>\n`;
}

function testCase(file: string, result: TestResult): string {
  const { name, status, error } = result;
  const head = `    <testcase${attributes({ name: shownName(file, name), classname: file, time: seconds([result]) })}`;
  if (status === 'passed') return `${head}/>\n`;
  if (!error) return `${head}>\n      <skipped/>\n    </testcase>\n`;
  const { source, expected, actual } = error;
  const sides = expected === undefined ? '' : `\n\nexpected:\n${expected}\n\nactual:\n${actual}`;
  const place = source ? `${placeText(source)}: ` : '';
  const told = attributes({ message: error.message, type: error.name });
  return `${head}>\n      <failure${told}>${escaped(`${place}${error.message}${sides}`)}</failure>\n    </testcase>\n`;
}
