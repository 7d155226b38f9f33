/** Python modules that `tensor-lens/python` has under the same name. */
export const pythonModules: ReadonlySet<string> = new Set([
  'math',
  'random',
  'itertools',
  're',
  'heapq',
  'bisect',
  'json',
  'logging',
  'statistics',
  'textwrap',
  'unicodedata',
  'csv',
]);
