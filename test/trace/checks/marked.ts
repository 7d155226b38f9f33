import type { Model } from './runModel.js';

export interface BrokenModel {
  code: string;
  name: string;
  /** The marks « and » are around the expression that causes the problem. */
  model: Model;
}

export interface HealthyModel {
  name: string;
  model: Model;
}

/** The files without the marks, and the text between the marks. */
export function unmarked(files: Readonly<Record<string, string>>): { files: Record<string, string>; at: string } {
  let at: string | undefined;
  const plain = Object.entries(files).map(([name, text]) => {
    at ??= /«([^]*?)»/.exec(text)?.[1];
    return [name, text.replace(/[«»]/g, '')] as const;
  });
  if (at === undefined) throw new Error('Nothing in the model is marked.');
  return { files: Object.fromEntries(plain), at };
}
