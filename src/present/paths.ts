import type { Range } from '../protocol/trace.js';

/** The last part of a path with `/` or `\` between its parts. */
export const fileName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** A place in the form that compilers write: `file:line:column`. */
export const placeText = ({ file, line, column }: Pick<Range, 'file' | 'line' | 'column'>): string => `${file}:${line}:${column}`;
