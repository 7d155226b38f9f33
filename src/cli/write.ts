import process from 'node:process';

/** Writes to stdout all of it, before the process may end. */
export const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
