/** How many characters of a name a trace keeps. A program can make names of any length, and nobody reads more. */
const MOST = { begin: 400, end: 600 };

/**
 * Characters that end a line, command a terminal or change the direction of text. A field of a class may have any name.
 */
// eslint-disable-next-line no-control-regex -- the pattern must find control characters
const UNSEEN = /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** Shortens a long name to its beginning and its end, and puts it on one line. */
export function shortName(name: string): string {
  const short = name.length <= MOST.begin + MOST.end ? name : `${name.slice(0, MOST.begin)}…${name.slice(-MOST.end)}`;
  return short.replace(UNSEEN, ' ');
}
