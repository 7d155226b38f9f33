// Runs the suite of test/host inside a desktop VS Code, which @vscode/test-electron downloads.
import { runTests } from '@vscode/test-electron';
import fs from 'node:fs';
import { buildHostSuite, copyExamples } from './hostSuite.mjs';
import { root, script } from './processes.mjs';

await script(async () => {
  const suite = await buildHostSuite();
  const workspace = copyExamples();
  const flags = ['--disable-extensions', '--disable-workspace-trust', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  try {
    await runTests({ extensionDevelopmentPath: root, extensionTestsPath: suite, launchArgs: [workspace, ...flags] });
  } finally {
    fs.rmSync(workspace, { recursive: true, force: true });
  }
});
