/** What the extension starts for a client: the folders that are served are its arguments. */
import process from 'node:process';
import { mcp } from './mcp.js';

mcp.run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
