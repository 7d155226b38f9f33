interface Comment {
  type: 'CommentBlock' | 'CommentLine';
  value: string;
  start: number;
  end: number;
}

/** The comments of a file. Each is written once, near the statement beside which it stands. */
export class Comments {
  private readonly left: Comment[];

  constructor(
    comments: readonly unknown[],
    private readonly text: string,
  ) {
    this.left = (comments as Comment[]).filter(({ value }) => !/^[\s/]*(@ts-|eslint-|prettier-)/.test(value));
  }

  /** Takes the comments that begin before `offset`. */
  before(offset: number): string[] {
    return this.take((comment) => comment.start < offset).flatMap(linesOf);
  }

  /** Takes the comment that ends the line of `offset`. */
  after(offset: number): string | null {
    const end = this.text.indexOf('\n', offset);
    const [found] = this.take(
      ({ start, type }) =>
        type === 'CommentLine' && start >= offset && (end < 0 || start < end) && /^[\s;,)}]*$/.test(this.text.slice(offset, start)),
    );
    return found ? (linesOf(found)[0] ?? null) : null;
  }

  /** Takes the documentation comment that stands directly before `offset`. */
  documentation(offset: number): string | null {
    const [found] = this.take(
      ({ type, value, end }) =>
        type === 'CommentBlock' &&
        value.startsWith('*') &&
        end <= offset &&
        /^\s*(export\s+(default\s+)?)?(abstract\s+)?$/.test(this.text.slice(end, offset)),
    );
    return found
      ? linesOf(found)
          .map((line) => line.replace(/^# ?/, ''))
          .join('\n')
      : null;
  }

  /** Takes the wanted comments out of those that are left. */
  private take(isWanted: (comment: Comment) => boolean): Comment[] {
    const found = this.left.filter(isWanted);
    for (const comment of found) this.left.splice(this.left.indexOf(comment), 1);
    return found;
  }
}

function linesOf({ type, value }: Comment): string[] {
  if (type === 'CommentLine') return [`#${value.trim() === '' ? '' : ` ${value.trim()}`}`];
  return value
    .replace(/^\*/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .filter((line, i, all) => line.trim() !== '' || (i > 0 && i < all.length - 1))
    .map((line) => `# ${line.trim()}`.trimEnd());
}
