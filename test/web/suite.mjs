// The suite of test/host in the extension host of a browser: `npm run test:web` runs it after the journey.
import { script } from '../../scripts/processes.mjs';
import { testWebHost } from '../../scripts/testWebHost.mjs';

await script(async () => {
  const { passed, failed, output } = await testWebHost();
  console.log(`${output}\n${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
});
