/** V8's error messages in Python's words: a program may print an error that it caught. */

/** The message of an error. Where JavaScript reads from null or undefined, Python's message is about None. */
export const inPython = ({ message }: Error): string =>
  message.replace(
    /^Cannot (?:read|set) properties of (?:null|undefined) \((?:reading|setting) (?:'([^']*)')\).*$/s,
    "'NoneType' object has no attribute '$1'",
  );
