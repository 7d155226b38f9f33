import type { CliCommand } from './command.js';
import { convert } from './convert.js';
import { diff } from './diff.js';
import { explain } from './explain.js';
import { exportModel } from './export/export.js';
import { mcp } from './mcp/mcp.js';
import { test } from './test/test.js';
import { version } from './version.js';

/** Every command that reads its own arguments. Its usage and its help are shown with those of the other commands. */
export const commands: readonly CliCommand[] = [convert, diff, explain, exportModel, mcp, test, version];
