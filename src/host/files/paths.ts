/** The path of a model file from the name that a user or a dialog gave: `foo`, `foo.ts` and `foo.ts.tl.ts` all become `foo.tl.ts`. */
export const modelPath = (path: string): string => `${path.replace(/(?:\.tl|\.ts)+$/, '')}.tl.ts`;

/** The path of `to` relative to `folder`. Both are absolute, with '/' and without '.' or '..'. */
export function relativePath(folder: string, to: string): string {
  const from = folder.split('/').filter(Boolean);
  const parts = to.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && shared < parts.length - 1 && from[shared] === parts[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}
