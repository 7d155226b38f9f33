// Runs a command for as long as the process that started this script lives. When that process ends, however it ends,
// its pipe to this script closes. Then the script ends the command with all its children and removes temporary folders.
//   supervise.mjs '{ "command": ..., "args": [...], "remove": [...] }'
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';

const { command, args, remove } = JSON.parse(process.argv[2] ?? '{}');
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
let ending = false;

child.on('error', (error) => {
  console.error(`${command} cannot be started: ${error.message}`);
  process.exitCode = 1;
  void end();
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
  void end();
});
process.stdin.on('end', end).on('error', end).resume();
process.on('SIGTERM', end);
process.on('SIGINT', end);

async function end() {
  if (ending) return;
  ending = true;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  } else {
    signalGroup('SIGTERM');
    for (let i = 0; i < 20 && child.exitCode === null && child.signalCode === null; i++)
      await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const folder of remove) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  if (process.platform !== 'win32') signalGroup('SIGKILL');
  process.exit();
}

/**
 * Signals the process group. This process leads the group (it is started detached), so it receives the signal as well.
 * @param {NodeJS.Signals} signal
 */
function signalGroup(signal) {
  try {
    process.kill(-process.pid, signal);
  } catch {
    // There is no group, so no process is left.
  }
}
