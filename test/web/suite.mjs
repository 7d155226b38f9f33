// Runs the suite of test/host in the extension host of a browser. `npm run test:web` runs it after the journey. It
// lists the tests that need Node.
import fs from 'node:fs';
import path from 'node:path';
import { root, script } from '../../scripts/processes.mjs';
import { testWebHost } from '../../scripts/testWebHost.mjs';

const SUITE = path.join(root, 'test/host');

/** The tests that cannot run in a browser, by file, with the reason that the file gives. */
function missing() {
  const files = fs.readdirSync(SUITE).filter((name) => name.endsWith('.node.test.ts'));
  return files.flatMap((name) => {
    const text = fs.readFileSync(path.join(SUITE, name), 'utf8');
    const [, reason = 'no reason is given', group] = /\/\*\* (.*?) \*\/\ndescribe\('(.*?)'/s.exec(text) ?? [];
    return [...text.matchAll(/^ {2}it\('(.*?)'/gm)].map(([, test]) => `  – ${group} ${test} (${name}: ${reason})`);
  });
}

await script(async () => {
  const { passed, failed, output } = await testWebHost();
  console.log(`${output}\nNot in a browser:\n${missing().join('\n')}\n${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
});
