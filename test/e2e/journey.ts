import { afterAll, afterEach, beforeAll } from 'vitest';
import { openVSCode, type Options, type VSCode } from './vscode.js';

/**
 * Starts one VS Code for the tests of a file, which are the steps of a journey. VS Code is always stopped at the end. A
 * failed step leaves a picture in test/artefacts and reports the texts on the screen. Returns a function that returns
 * the VS Code.
 */
export function journey(options: Options = {}): () => VSCode {
  let code: VSCode | undefined;
  beforeAll(async () => {
    code = await openVSCode(options);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await code?.picture(`failed: ${task.name}`.replaceAll(/[^\w]+/g, '-'));
    console.log(await code?.describe());
  });
  afterAll(() => code?.stop());
  return () => {
    if (!code) throw new Error('VS Code did not start.');
    return code;
  };
}
