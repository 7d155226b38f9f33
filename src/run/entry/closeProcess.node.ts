import process from 'node:process';

/** The properties of `process` that Node itself still uses, and those that reveal nothing. */
const KEPT = new Set(
  (
    'nextTick emit on once off listeners listenerCount _events _eventsCount _maxListeners domain _exiting exitCode exit ' +
    'memoryUsage hrtime version versions release platform arch pid features config _tickCallback emitWarning ' +
    'noDeprecation throwDeprecation traceDeprecation permission _fatalException setUncaughtExceptionCaptureCallback ' +
    'hasUncaughtExceptionCaptureCallback _getActiveHandles'
  ).split(' '),
);

/** Node reads these properties, so they stay, but empty. Each of the streams would bring a socket. */
const EMPTIED = ['env', 'argv', 'execArgv', 'stdin', 'stdout', 'stderr'];

/**
 * Removes from `process` all that gives access: modules, bindings, signals, the inspector, the environment, the
 * streams.
 */
export function closeProcess(): void {
  for (const key of Reflect.ownKeys(process)) {
    if (typeof key !== 'string' || KEPT.has(key)) continue;
    if (!Reflect.deleteProperty(process, key)) Reflect.set(process, key, undefined);
  }
  for (const key of EMPTIED) Object.defineProperty(process, key, { value: Object.freeze(key === 'env' ? {} : []), configurable: false });
}
