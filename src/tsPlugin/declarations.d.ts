/** The files of dist/types by their paths inside it; scripts/build.mjs puts them there. */
declare module 'tensor-lens-declarations' {
  const files: Readonly<Record<string, string>>;
  export default files;
}
