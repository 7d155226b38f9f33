/** The path of a model file, from what a person or a dialog made of its name: `foo`, `foo.ts` and `foo.ts.tl.ts` are all `foo.tl.ts`. */
export const modelPath = (path: string): string => `${path.replace(/(?:\.tl|\.ts)+$/, '')}.tl.ts`;

/** `to` as seen from `folder`; both are absolute, with '/' and without '.' or '..'. */
export function relativePath(folder: string, to: string): string {
  const from = folder.split('/').filter(Boolean);
  const parts = to.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && shared < parts.length - 1 && from[shared] === parts[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}
