/** V8's sentences as Python says them: a program prints what it has caught. */

/** What an error says; where JavaScript finds nothing to read from, Python speaks of None. */
export const inPython = ({ message }: Error): string =>
  message.replace(
    /^Cannot (?:read|set) properties of (?:null|undefined) \((?:reading|setting) (?:'([^']*)')\).*$/s,
    "'NoneType' object has no attribute '$1'",
  );
