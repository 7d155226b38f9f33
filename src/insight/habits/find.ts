import { isIgnored } from '../inline/ignored.js';
import { t } from '../../protocol/l10n.js';
import { beginnersHabits } from './beginners.js';
import { codeOf, type Finding, type Habit, type Source } from './habit.js';
import { pythonHabits } from './python.js';

/**
 * All habits in the order in which they are corrected: outer blocks before their contents, longer words before shorter
 * ones.
 */
export const habits: readonly Habit[] = [...pythonHabits, ...beginnersHabits];

/** The habits in a text, each with its correction. Where habits overlap, the first in the list is reported. */
export function findHabits(text: string): Finding[] {
  const source = { text, code: codeOf(text) };
  const found: Finding[] = [];
  const isWanted = ({ id, start }: Finding) => !isIgnored(text.slice(text.lastIndexOf('\n', start - 1) + 1).split('\n', 1)[0]!, id);
  const isFree = (start: number, end: number) => found.every((one) => end <= one.start || start >= one.end);
  for (const habit of habits)
    for (const finding of findingsOf(habit, source)) if (isFree(finding.start, finding.end) && isWanted(finding)) found.push(finding);
  return found.sort((a, b) => a.start - b.start);
}

function findingsOf(habit: Habit, source: Source): Finding[] {
  return [...source.code.matchAll(new RegExp(habit.pattern, `${habit.pattern.flags}d`))].flatMap((match) => {
    const at = match.index;
    const part = (group: number) => {
      const [from, to] = match.indices![group] ?? [0, 0];
      return source.text.slice(from, to);
    };
    const change = habit.change(part, source, at);
    if (change === null) return [];
    const { text, end, shown = text } = typeof change === 'string' ? { text: change, end: at + match[0].length } : change;
    const whole = part(0);
    const margin = /^\s*/.exec(whole)![0].length;
    const start = habit.id === 'no-import' ? 0 : at;
    return [
      {
        id: habit.id,
        start: at + (margin < whole.length ? margin : 0),
        end: at + whole.trimEnd().length,
        message: habit.message(whole.trim(), shown.trim()),
        title: shown.trim() === '' ? t('Remove it') : t("Write '{0}'", short(shown)),
        edit: { start, end, text },
      },
    ];
  });
}

const short = (text: string): string => {
  const line = text.trim().split('\n')[0]!;
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
};

/**
 * The most corrections. They are enough for any text of a person. A text that never ends to change is returned as it is
 * then.
 */
const MOST = 1000;

/** Corrects all habits of a text, one after the other. The contents of a block are corrected after the block. */
export function mendHabits(text: string): string {
  let mended = text;
  for (let i = 0; i < MOST; i++) {
    const [first] = findHabits(mended).sort((a, b) => order(a) - order(b));
    if (!first) break;
    const { start, end, text: change } = first.edit;
    mended = mended.slice(0, start) + change + mended.slice(end);
  }
  return mended;
}

const order = ({ id }: Finding): number => habits.findIndex((habit) => habit.id === id);
