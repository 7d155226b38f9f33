/** Characters of a name of the program's own that a trace keeps: nobody reads more, and a program can make any of any length. */
const MOST = { begin: 400, end: 600 };

/** What ends a line, commands a terminal or turns a text around: a field of a class may be called anything. */
// eslint-disable-next-line no-control-regex -- they are what it looks for
const UNSEEN = /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** A name that is too long keeps its begin and its end. It is on one line. */
export function shortName(name: string): string {
  const short = name.length <= MOST.begin + MOST.end ? name : `${name.slice(0, MOST.begin)}…${name.slice(-MOST.end)}`;
  return short.replace(UNSEEN, ' ');
}
