import { afterAll, afterEach, beforeAll } from 'vitest';
import { openVSCode, type Options, type VSCode } from './vscode.js';

/**
 * One VS Code for the tests of a file, which are the steps of a journey. It is ended in any case, and
 * a step that fails leaves a picture in test/artefacts and says what stood on the screen. Returns how to get at it.
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
