/** `to` as seen from `folder`; both are absolute, with '/' and without '.' or '..'. */
export function relativePath(folder: string, to: string): string {
  const from = folder.split('/').filter(Boolean);
  const parts = to.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && shared < parts.length - 1 && from[shared] === parts[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}
