/** esbuild writes the imported styles to dist/webview/main.css. */
declare module '*.css';
