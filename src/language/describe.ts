import type { DimTable } from './description/dimNames.js';
import { Names, type NameTable } from './description/names.js';
import { dimNamesOf } from './dimNames.js';
import { namesOf } from './names.js';
import { outline, type Outline } from './outline.js';
import { stepCount } from './stepCount.js';

/** What the editor asks of a text when it shows what a run of it computed. */
export interface Description {
  names: NameTable;
  dims: DimTable;
  outline: Outline;
  /** How many passes the text itself says that it will have; null where it does not say. */
  steps: number | null;
}

/** @throws SourceError when the text is no program */
export function describe(file: string, text: string): Description {
  const names = namesOf(file, text);
  return {
    names,
    dims: dimNamesOf(file, text, new Names(file, text, names)),
    outline: outline(file, text),
    steps: stepCount(file, text),
  };
}
