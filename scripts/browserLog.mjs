/** What VS Code itself says in a served and offline setting, and is no fault of ours. */
const HARMLESS = [
  /Failed to load resource: the server responded with a status of 404/,
  /A bad HTTP response code \(404\) was received when fetching the script/,
  /\[Service Worker\] registration/,
  /authentication provider 'github'/,
  // When the window is reloaded.
  /\[lifecycle\] Long running operations during shutdown/,
  /IndexedDB database 'vscode-web-db' is closed/,
  // The window itself was too busy, with a screenshot or another theme, to hear the answer of the extension host in time.
  /Aborted onWillSaveTextDocument-event/,
  // A server without a browser build of it, when trust is granted.
  /vscode\.typescript-language-features/,
  /open-vsx\.org|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED/,
];

/**
 * Collects what pages and their webviews complain of: console errors, uncaught errors, CSP violations.
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
