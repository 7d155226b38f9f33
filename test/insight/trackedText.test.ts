import { describe, expect, it } from 'vitest';
import { TrackedText, type Edit } from '../../src/insight/edits/trackedText.js';

const source = 'const a = 1;\nconst b = a + 2;\n';
const start = source.indexOf('a + 2');
const end = start + 5;
const range = { line: 2, column: 11, endLine: 2, endColumn: 16 };

/** The text after `edits`, and the place of 'a + 2' in it. */
function after(...edits: [offset: number, removed: number, text: string][]) {
  const tracked = new TrackedText(source);
  let text = source;
  for (const [offset, removed, inserted] of edits) {
    text = text.slice(0, offset) + inserted + text.slice(offset + removed);
    tracked.edit({ offset, removed, text: inserted } satisfies Edit);
  }
  const moved = tracked.locate(range);
  return { text: moved && text.slice(moved.start, moved.end), intact: moved?.intact, tracked, all: text };
}

describe('TrackedText', () => {
  it('follows edits above and below', () => {
    expect(after([0, 0, '// first\n'], [source.length + 9, 0, '// last\n'])).toMatchObject({ text: 'a + 2', intact: true });
    expect(after([0, 13, ''])).toMatchObject({ text: 'a + 2', intact: true });
  });

  it('does not take in what is typed at its edges', () => {
    expect(after([start, 0, '('], [end + 1, 0, ')'])).toMatchObject({ text: 'a + 2', intact: true });
  });

  it('knows that its inside changed', () => {
    expect(after([start + 2, 1, '-'])).toMatchObject({ text: 'a - 2', intact: false });
    expect(after([start + 4, 0, '1'])).toMatchObject({ text: 'a + 12', intact: false });
    expect(after([start - 4, 6, ''])).toMatchObject({ text: '+ 2', intact: false });
  });

  it('is lost when all of it is deleted', () => {
    expect(after([start - 1, 7, '']).text).toBeNull();
  });

  it('finds the origin of an offset, none for what was typed since', () => {
    const { tracked, all } = after([start, 0, 'new']);
    expect(tracked.origin(all.indexOf('a + 2') + 2)).toEqual([2, 13]);
    expect(tracked.origin(start + 1)).toBeNull();
  });

  it('catches up with unseen edits, and with an undo', () => {
    const tracked = new TrackedText(source);
    const text = source.replace('= 1', '= torch.ones(3)');
    tracked.replace(text);
    expect(tracked.pristine).toBe(false);
    const moved = tracked.locate(range)!;
    expect(text.slice(moved.start, moved.end)).toBe('a + 2');
    tracked.replace(source);
    expect(tracked.pristine).toBe(true);
  });

  it('agrees with a plain search after many random edits outside the range', () => {
    let seed = 7;
    const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    const tracked = new TrackedText(source);
    let text = source;
    for (let i = 0; i < 300; i++) {
      const at = random(text.length + 1);
      const where = text.indexOf('a + 2');
      if (at > where - 3 && at < where + 5) continue;
      const removed = at < where ? Math.min(random(3), where - at) : Math.min(random(3), text.length - at);
      const inserted = 'x'.repeat(random(4));
      text = text.slice(0, at) + inserted + text.slice(at + removed);
      tracked.edit({ offset: at, removed, text: inserted });
    }
    const moved = tracked.locate(range)!;
    expect([text.slice(moved.start, moved.end), moved.intact]).toEqual(['a + 2', true]);
  });

  it('takes back what is deleted and undone, though something else changed', () => {
    const undone = after([source.length, 0, '// more'], [start - 10, 16, ''], [start - 10, 0, source.slice(start - 10, start + 6)]);
    expect(undone).toMatchObject({ text: 'a + 2', intact: true });
    expect(after([start, 5, ''], [start, 0, 'a + 2']).tracked.pristine).toBe(true);
    expect(after([start, 1, ''], [start, 0, 'b'])).toMatchObject({ text: ' + 2', intact: false });
  });

  it('stays when lines are joined or split around it, and when it is pasted over by itself', () => {
    expect(after([12, 1, ' '])).toMatchObject({ text: 'a + 2', intact: true });
    expect(after([start - 1, 1, '\n  '])).toMatchObject({ text: 'a + 2', intact: true });
    expect(after([start - 4, 10, ' = a + 2;'])).toMatchObject({ text: 'a + 2', intact: true });
  });

  it('follows several cursors, whose edits come from the last to the first', () => {
    const two = after([start + 5, 0, ' /*2*/'], [start, 0, '/*1*/ '], [0, 0, '/*0*/ ']);
    expect(two).toMatchObject({ text: 'a + 2', intact: true, all: '/*0*/ const a = 1;\nconst b = /*1*/ a + 2 /*2*/;\n' });
    const renamed = after([start, 1, 'alpha'], [6, 1, 'alpha']);
    expect(renamed).toMatchObject({ text: 'alpha + 2', intact: false });
  });

  it('finds its lines again when all of the text was replaced', () => {
    const tracked = new TrackedText(source);
    const text = `// new\r\n${source.replaceAll('\n', '\r\n').replace('= 1', '= 7')}// end`;
    tracked.replace(text);
    const moved = tracked.locate(range)!;
    expect([text.slice(moved.start, moved.end), moved.intact]).toEqual(['a + 2', true]);
    expect(tracked.locate({ line: 1, column: 11, endLine: 1, endColumn: 12 })).toBeNull();
  });

  it('never takes other text for that of the run, whatever is edited', () => {
    let seed = 11;
    const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    const original = Array.from({ length: 12 }, (_, i) => `const v${i} = f(${'ab'.repeat(i % 3)}, ${i});`).join('\n');
    const starts = [...original.matchAll(/^/gm)].map(({ index }) => index);
    for (let round = 0; round < 40; round++) {
      const tracked = new TrackedText(original);
      let text = original;
      const past: string[] = [];
      for (let i = 0; i < 12; i++) {
        past.push(text);
        const offset = random(text.length + 1);
        const removed = Math.min(random(30), text.length - offset);
        // The new text is a part of the text, nothing, or something else, as with pasting and typing.
        const inserted = [text.slice(offset, offset + removed), '', 'x\n', original.slice(offset, offset + 9)][random(4)]!;
        if (random(6) === 0) tracked.replace((text = past[random(past.length)]!));
        else {
          text = text.slice(0, offset) + inserted + text.slice(offset + removed);
          tracked.edit({ offset, removed, text: inserted });
        }
        for (let line = 1; line <= starts.length; line++) {
          const [column, endColumn] = [1 + random(8), 9 + random(5)];
          const moved = tracked.locate({ line, column, endLine: line, endColumn });
          if (!moved?.intact) continue;
          const at = starts[line - 1]!;
          expect(text.slice(moved.start, moved.end)).toBe(original.slice(at + column - 1, at + endColumn - 1));
        }
      }
      tracked.replace(original);
      expect(tracked.pristine).toBe(true);
    }
  });
});
