import { describe, expect, it } from 'vitest';
import { TrackedText, type Edit } from '../../src/host/trackedText.js';

const source = 'const a = 1;\nconst b = a + 2;\n';
const start = source.indexOf('a + 2');
const end = start + 5;
const range = { line: 2, column: 11, endLine: 2, endColumn: 16 };

/** The text after `edits`, and where 'a + 2' is in it. */
function after(...edits: [offset: number, removed: number, text: string][]) {
  const tracked = new TrackedText(source);
  let text = source;
  for (const [offset, removed, inserted] of edits) {
    text = text.slice(0, offset) + inserted + text.slice(offset + removed);
    tracked.edit({ offset, removed, inserted: inserted.length } satisfies Edit);
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
      tracked.edit({ offset: at, removed, inserted: inserted.length });
    }
    const moved = tracked.locate(range)!;
    expect([text.slice(moved.start, moved.end), moved.intact]).toEqual(['a + 2', true]);
  });
});
