/** What dist/types holds, by paths in it: put there by scripts/build.mjs. */
declare module 'tensor-lens-declarations' {
  const files: Readonly<Record<string, string>>;
  export default files;
}
