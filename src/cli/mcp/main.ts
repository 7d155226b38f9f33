/** The program that the extension starts for a client. Its arguments are the folders to serve. */
import process from 'node:process';
import { mcp } from './mcp.js';

mcp.run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
