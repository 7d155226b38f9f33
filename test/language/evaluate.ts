import { link, type LinkedProgram } from '../../src/language/link.js';
import { operatorCalls } from '../../src/trace/operators.js';
import type { Site } from '../../src/protocol/runnerApi.js';
import * as part from '../../src/run/entry/part.js';
import { prepare } from '../../src/run/inside/evaluate.js';
import { sameRealm } from '../../src/run/inside/realm.js';

/** A report of the compiled code, with the text of its site. */
export interface Report {
  kind: 'b' | 'c' | 'o' | 't' | 'l';
  site: Site;
  text: string;
  value?: unknown;
}

export type Files = Record<string, string>;

export const linkFiles = (files: Files, entry = Object.keys(files)[0]!): Promise<LinkedProgram> =>
  link(entry, (path) => Promise.resolve(files[path] ?? null));

/** The text of a range, with its lines joined. */
export function textAt(files: Files, { range: [file, line, column, endLine, endColumn] }: Pick<Site, 'range'>): string {
  const lines = (files[file] ?? '').split('\n').slice(line - 1, endLine);
  const last = lines.length - 1;
  return lines.map((text, i) => text.slice(i === 0 ? column - 1 : 0, i === last ? endColumn - 1 : undefined)).join('\n');
}

/**
 * Runs a program without a worker. `library` is what it imports from 'tensor-lens'. Errors carry the program's stack.
 */
export async function evaluate({ program }: LinkedProgram, files: Files, library: object = {}) {
  const reports: Report[] = [];
  const report = (kind: Report['kind'], id: number, value?: unknown) => {
    const site = program.sites[id]!;
    reports.push({
      kind,
      site,
      get text() {
        return textAt(files, site);
      },
      value,
    });
    return value;
  };
  const tl = {
    b: (id: number, value: unknown) => report('b', id, value),
    c: (id: number, value: unknown) => report('c', id, value),
    t: (id: number, value: unknown) => report('t', id, value),
    l: (id: number) => void report('l', id),
    v: (value: unknown) => value,
    operators: operatorCalls((id) => report('o', id)),
    m: () => {},
  };
  let exports: Record<string, unknown> = {};
  // The last object that is made holds the exports of the entry, which is the last module.
  const realm = { ...sameRealm, object: (properties: object) => (exports = { ...properties }) };
  await prepare(program, realm)({ library, part: () => part, tl, console });
  return { exports, reports };
}

export const run = async (text: string, library?: object) => evaluate(await linkFiles({ 'm.tl.ts': text }), { 'm.tl.ts': text }, library);
