/** `tensor-lens test [FILES]`: runs the tests of models. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileReport, type FileReport } from '../../exchange/testing/fileReport.js';
import { junitXml } from '../../exchange/testing/junit.js';
import { formatSnapshots, parseSnapshots, snapshotPath } from '../../exchange/testing/snapshotFile.js';
import { forTerminal } from '../../protocol/plainText.js';
import type { TestResult } from '../../protocol/testing.js';
import { EXIT, WrongUsage, type CliCommand } from '../command.js';
import { ModelFiles } from '../modelFiles.js';
import { readArguments } from '../reading.js';
import { runFile } from '../runFile.js';
import { write, writeTo } from '../write.js';
import { resultText, summaryText } from './told.js';

const ENDING = '.tl.test.ts';

export const test: CliCommand = {
  name: 'test',
  usage: ['test [FILES] [--junit OUT.xml] [--update] [--timeout S]'],
  help: `test runs test files (FILE.tl.test.ts), folders of them, or all below the current folder: exit status 1 when a test fails.
Snapshots are kept beside a test file, in __snapshots__; new ones are written.

  --junit OUT.xml    the results for a server of continuous integration
  --update           write snapshots that differ anew, and remove those that no test has any more
  --timeout S        end the tests of a file after S seconds (60; 0 for never)`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      junit: { type: 'string' },
      update: { type: 'boolean', default: false },
      timeout: { type: 'string', default: '60' },
    });
    if (!/^\d+(\.\d+)?$/.test(values.timeout)) throw new WrongUsage(`'--timeout' takes a number of seconds, not '${values.timeout}'.`);
    const files = (await Promise.all((positionals.length > 0 ? positionals : ['.']).map(testFiles))).flat();
    if (files.length === 0) {
      console.error(`There is no test file here: their names end in ${ENDING}.`);
      return EXIT.error;
    }
    const reports: FileReport[] = [];
    for (const file of new Set(files)) reports.push(await runTests(file, values.update, Number(values.timeout)));
    await write(summaryText(reports, values.update));
    if (values.junit !== undefined) await writeTo(values.junit, junitXml(reports));
    return reports.some(({ results }) => results.some(({ status }) => status === 'failed')) ? EXIT.error : EXIT.ok;
  },
};

/** The test files that a path means. @throws WrongUsage for a path that does not exist, or is no test file */
async function testFiles(given: string): Promise<string[]> {
  const stat = await fs.stat(given).catch(() => null);
  if (!stat) throw new WrongUsage(`There is no file '${given}'.`);
  if (!stat.isDirectory()) {
    if (!given.endsWith(ENDING)) throw new WrongUsage(`'${given}' is no test file: their names end in ${ENDING}.`);
    return [given];
  }
  return (await below(given)).sort();
}

/** The files below a folder. Folders of packages, and those that begin with a dot, are skipped. */
async function below(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const inside = folder === '.' ? entry.name : path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : below(inside);
    return entry.name.endsWith(ENDING) ? [inside] : [];
  });
  return (await Promise.all(found)).flat();
}

async function runTests(file: string, update: boolean, timeout: number): Promise<FileReport> {
  const kept = snapshotPath(file);
  const snapshots = parseSnapshots(await fs.readFile(kept, 'utf8').catch(() => ''));
  const tests = { snapshots, update };
  const results: TestResult[] = [];
  const options = { file, forward: false, passes: 0, maxValues: 0, maxPasses: 1, timeout, tests };
  const print = (lines: string[]) => console.log(forTerminal(lines.join('\n')));
  const run = await runFile({ ...options, tested: (result) => void results.push(result) }, print);
  const report = fileReport(run, results, tests);
  await write(forTerminal(report.results.map((result) => resultText(file, result)).join('')));
  if (report.snapshots) {
    await fs.mkdir(path.dirname(kept), { recursive: true });
    await writeTo(await new ModelFiles(file).real(snapshotPath(path.basename(file))), formatSnapshots(report.snapshots));
  }
  return report;
}
