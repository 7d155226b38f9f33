// Runs in a served VS Code and does what @vscode/test-electron does in a desktop VS Code: it calls run() of the suite
// that $TENSOR_LENS_SUITE names, and writes the outcome to $TENSOR_LENS_RESULT.
const fs = require('node:fs');
const vscode = require('vscode');

exports.activate = async () => {
  const suite = process.env.TENSOR_LENS_SUITE;
  const result = process.env.TENSOR_LENS_RESULT;
  // The suite runs only once, even if a test reloads the window.
  if (!suite || !result || fs.existsSync(`${result}.started`)) return;
  fs.writeFileSync(`${result}.started`, '');

  let outcome;
  try {
    outcome = await require(suite).run();
  } catch (error) {
    outcome = { error: error instanceof Error ? error.stack : String(error), ...error?.outcome };
  }
  const document = JSON.stringify({ ...outcome, vscode: vscode.version, host: `Node ${process.version}` }, null, 2);
  // The file gets its name in one step, so that a reader never sees half of it.
  fs.writeFileSync(`${result}.part`, document);
  fs.renameSync(`${result}.part`, result);
};
