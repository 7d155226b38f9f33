// Runs the suite of test/host inside a desktop VS Code, which @vscode/test-electron downloads.
import { runTests } from '@vscode/test-electron';
import { buildHostSuite, copyExamples } from './hostSuite.mjs';
import { root } from './processes.mjs';
import fs from 'node:fs';

const suite = await buildHostSuite();
const workspace = copyExamples();
try {
  await runTests({
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  fs.rmSync(workspace, { recursive: true, force: true });
}
