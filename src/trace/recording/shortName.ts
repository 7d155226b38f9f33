/** Characters of a name of the program's own that a trace keeps: nobody reads more, and a program can make any of any length. */
const MOST = { begin: 400, end: 600 };

/** A name that is too long keeps its begin and its end. */
export const shortName = (name: string): string =>
  name.length <= MOST.begin + MOST.end ? name : `${name.slice(0, MOST.begin)}…${name.slice(-MOST.end)}`;
