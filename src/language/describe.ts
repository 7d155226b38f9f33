import type { DimTable } from './description/dimNames.js';
import { Names, type NameTable } from './description/names.js';
import { dimNamesOf } from './dimNames.js';
import { namesOf } from './names.js';
import { outline, type Outline } from './outline.js';
import { stepCount } from './stepCount.js';

/** The data about a text that the editor needs when it shows the results of a run. */
export interface Description {
  names: NameTable;
  dims: DimTable;
  outline: Outline;
  /** The number of passes that the text will run; null when the text does not tell it. */
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
