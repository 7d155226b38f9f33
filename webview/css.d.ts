/** esbuild gathers imported styles in dist/webview/main.css. */
declare module '*.css';
