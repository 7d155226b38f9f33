import process from 'node:process';

/** What Node itself still calls on `process`, and what tells nothing. */
const KEPT = new Set(
  (
    'nextTick emit on once off listeners listenerCount _events _eventsCount _maxListeners domain _exiting exitCode exit ' +
    'memoryUsage hrtime version versions release platform arch pid features config _tickCallback emitWarning ' +
    'noDeprecation throwDeprecation traceDeprecation permission _fatalException setUncaughtExceptionCaptureCallback ' +
    'hasUncaughtExceptionCaptureCallback _getActiveHandles'
  ).split(' '),
);

/** Touched by Node, so they stay, with nothing in them. The streams would each bring a socket. */
const EMPTIED = ['env', 'argv', 'execArgv', 'stdin', 'stdout', 'stderr'];

/** Takes off the doors of `process`: modules, bindings, signals, the inspector, the environment, the streams. */
export function closeProcess(): void {
  for (const key of Reflect.ownKeys(process)) {
    if (typeof key !== 'string' || KEPT.has(key)) continue;
    if (!Reflect.deleteProperty(process, key)) Reflect.set(process, key, undefined);
  }
  for (const key of EMPTIED) Object.defineProperty(process, key, { value: Object.freeze(key === 'env' ? {} : []), configurable: false });
}
