/** V8's error messages in Python's words: a program may print an error that it caught. */

/** The message of an error. Where JavaScript reads from null or undefined, Python's message is about None. */
export const inPython = ({ message }: Error): string =>
  message
    .replace(/^Cannot set property (\w+) of #<(\w+)> which has only a getter$/, "property '$1' of '$2' object has no setter")
    .replace(
      /^Cannot (?:read|set) properties of (?:null|undefined) \((?:reading|setting) (?:'([^']*)')\).*$/s,
      "'NoneType' object has no attribute '$1'",
    );

/** The name of an error in Python. Where JavaScript reads from null or undefined, Python finds no attribute. */
export const nameInPython = (error: Error): string =>
  error instanceof TypeError && inPython(error) !== error.message ? 'AttributeError' : error.constructor.name.replace(/_$/, '');
