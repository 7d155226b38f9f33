// Does in a served VS Code what @vscode/test-electron does in a desktop one: calls run() of the suite
// that $TENSOR_LENS_SUITE names, and writes what came of it to $TENSOR_LENS_RESULT.
const fs = require('node:fs');
const vscode = require('vscode');

exports.activate = async () => {
  const suite = process.env.TENSOR_LENS_SUITE;
  const result = process.env.TENSOR_LENS_RESULT;
  // Once, also when a test reloads the window.
  if (!suite || !result || fs.existsSync(`${result}.started`)) return;
  fs.writeFileSync(`${result}.started`, '');

  let outcome;
  try {
    outcome = await require(suite).run();
  } catch (error) {
    outcome = { error: error instanceof Error ? error.stack : String(error), ...error?.outcome };
  }
  const document = JSON.stringify({ ...outcome, vscode: vscode.version, host: `Node ${process.version}` }, null, 2);
  // In one step, so that nobody reads half of it.
  fs.writeFileSync(`${result}.part`, document);
  fs.renameSync(`${result}.part`, result);
};
