/** The worker as a thread of Node. */
import os from 'node:os';
import process from 'node:process';
import v8 from 'node:v8';
import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { serveRunner } from '../inside/runner.js';

if (!parentPort) throw new Error('This script is to be started as a worker thread.');
const port = parentPort;

// The editor's own threads go first, where a priority can be that of one thread: elsewhere it is the whole process's.
if ((workerData as { isBackground?: boolean } | null)?.isBackground && process.platform === 'linux')
  os.setPriority(os.constants.priority.PRIORITY_LOW);

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

serveRunner({
  port: {
    post: (message) => port.postMessage(message),
    listen: (receive) => {
      port.on('message', receive);
      return () => port.off('message', receive);
    },
  },
  now: () => performance.now(),
  arrayBytes: (collect) => {
    if (collect) collectGarbage();
    return process.memoryUsage().arrayBuffers;
  },
  onStray: (listener) => {
    process.on('uncaughtException', listener);
    process.on('unhandledRejection', listener);
  },
});
