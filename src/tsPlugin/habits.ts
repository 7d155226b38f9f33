/**
 * Leaves out TypeScript's errors where a habit of Python or of beginners tells the same in plain words, with a fix. Of
 * `import torch.nn as nn` TypeScript says that '=' and ';' are expected, and that it cannot find 'as' and 'nn'.
 */
import type ts from 'typescript';
import { isDeclared } from '../insight/habits/declared.js';
import { findHabits, mendHabits } from '../insight/habits/find.js';
import { codeOf, type Finding } from '../insight/habits/habit.js';

/** "Cannot find name …", also with the name that may be meant. */
const UNKNOWN_NAME: ReadonlySet<number> = new Set([2304, 2552]);

export interface Errors<E extends ts.Diagnostic = ts.Diagnostic> {
  /** Errors of the grammar. */
  syntactic: readonly ts.DiagnosticWithLocation[];
  semantic: readonly E[];
}

/**
 * The errors that no habit tells, and the habits that tell the others. As long as a habit breaks the grammar, the meaning of
 * the whole text is TypeScript's guess, and no errors of meaning are left.
 */
export function untold<E extends ts.Diagnostic>(text: string, { syntactic, semantic }: Errors<E>): Errors<E> & { told: Finding[] } {
  const habits = syntactic.length + semantic.length > 0 ? findHabits(text) : [];
  if (habits.length === 0) return { syntactic, semantic, told: [] };
  const told = new Set<Finding>();
  const isTold = (start: number, margin: (habit: Finding) => [number, number]) => {
    const here = habits.filter((habit) => margin(habit)[0] <= start && start <= margin(habit)[1]);
    here.forEach((habit) => told.add(habit));
    return here.length > 0;
  };
  // TypeScript notices late that the grammar is broken: somewhere in the rest of the line.
  const lines = ({ start, end }: Finding): [number, number] => [start, `${text}\n`.indexOf('\n', end) + 1];
  const brokenLeft = syntactic.filter(({ start }) => !isTold(start, lines));
  const isBroken = told.size > 0;
  const made = namesMade(text);
  const left = semantic.filter(({ start = 0, length = 0, code }) => {
    if (isTold(start, (habit) => [habit.start, habit.end - 1])) return false;
    return !isBroken && !(UNKNOWN_NAME.has(code) && made(text.slice(start, start + length)));
  });
  return { syntactic: brokenLeft, semantic: left, told: habits.filter((habit) => told.has(habit)) };
}

/** Tells whether the fixes of the habits declare a name. */
function namesMade(text: string): (name: string) => boolean {
  let mended: string | undefined;
  return (name) => {
    if (!/^\w+$/.test(name)) return false;
    mended ??= mendHabits(text);
    return isDeclared({ text: mended, code: codeOf(mended) }, name);
  };
}

/** @param isOn whether the editor shows the habits */
export function withoutTold(service: ts.LanguageService, isModelFile: (file: string) => boolean, isOn: () => boolean): ts.LanguageService {
  const left = (file: string, errors: Errors): Errors => {
    const text = service.getProgram()?.getSourceFile(file)?.text;
    return text === undefined ? errors : untold(text, errors);
  };
  const isConcerned = (file: string) => isOn() && isModelFile(file);
  return {
    ...service,
    getSyntacticDiagnostics(file) {
      const syntactic = service.getSyntacticDiagnostics(file);
      // What is left of the grammar's errors does not depend on the others, which take long to find.
      return isConcerned(file) ? [...left(file, { syntactic, semantic: [] }).syntactic] : syntactic;
    },
    getSemanticDiagnostics(file) {
      const semantic = service.getSemanticDiagnostics(file);
      return isConcerned(file) ? [...left(file, { syntactic: service.getSyntacticDiagnostics(file), semantic }).semantic] : semantic;
    },
  };
}
