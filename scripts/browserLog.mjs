/** Messages of VS Code itself in a served and offline setting, which are no fault of the extension. */
const HARMLESS = [
  /Failed to load resource: the server responded with a status of 404/,
  /A bad HTTP response code \(404\) was received when fetching the script/,
  /\[Service Worker\] registration/,
  /authentication provider 'github'/,
  // Messages when the window is reloaded.
  /\[lifecycle\] Long running operations during shutdown/,
  /IndexedDB database 'vscode-web-db' is closed/,
  /Throttler is disposed/,
  // The window itself was too busy, with a screenshot or another theme, to receive the answer of the extension host in
  // time.
  /Aborted onWillSaveTextDocument-event/,
  // An extension whose server has no browser build, when trust is granted.
  /vscode\.typescript-language-features/,
  /open-vsx\.org|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED/,
];

/**
 * Collects the problems that pages and their webviews report: console errors, uncaught errors, CSP violations.
 * @param {import('playwright-core').Page} page @returns {{ problems(): string[] }}
 */
export function watchConsole(page) {
  /** @type {string[]} */
  const problems = [];
  page.on('console', (message) => {
    const text = message.text();
    const violation = /Content Security Policy/.test(text);
    if (message.type() !== 'error' && !violation) return;
    if (HARMLESS.some((pattern) => pattern.test(text))) return;
    problems.push(`${text} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  return { problems: () => [...problems] };
}
