/** The snapshot file of a test file, in the form of Jest and Vitest: `exports[`name 1`] = `text`;`. */
const HEAD = '// Tensor Lens Snapshot v1\n';

/** `folder/model.tl.test.ts` has its snapshots in `folder/__snapshots__/model.tl.test.ts.snap`. */
export const snapshotPath = (testFile: string): string => testFile.replace(/[^/\\]*$/, (name) => `__snapshots__/${name}.snap`);

const escaped = (text: string): string => text.replace(/\\|`|\$\{/g, '\\$&');
const unescaped = (text: string): string => text.replace(/\\(\\|`|\$\{)/g, '$1');

/** The file's text: the snapshots in the order of their names. */
export const formatSnapshots = (snapshots: Readonly<Record<string, string>>): string =>
  [
    HEAD,
    ...Object.keys(snapshots)
      .sort()
      .map((name) => `exports[\`${escaped(name)}\`] = \`\n${escaped(snapshots[name]!)}\n\`;\n`),
  ].join('\n');

/** The snapshots by name. An entry in another form is ignored, so its snapshot counts as new. */
export function parseSnapshots(file: string): Record<string, string> {
  const found = file.replaceAll('\r\n', '\n').matchAll(/^exports\[`((?:[^\\`]|\\.)*)`\] = `\n?((?:[^\\`]|\\.)*?)\n?`;$/gms);
  return Object.fromEntries([...found].map(([, name, text]) => [unescaped(name!), unescaped(text!)]));
}
