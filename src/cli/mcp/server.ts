/** The tools as a server of the Model Context Protocol. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Models } from './models.js';
import { toolsOf } from './tools.js';

/** Parts of the build: the process of a run, and the pages on diagnostics. */
const PROCESS = fileURLToPath(new URL('./process', import.meta.url));
const MANIFEST = new URL('../package.json', import.meta.url);
const PAGES = fileURLToPath(new URL('../docs/diagnostics', import.meta.url));

const INSTRUCTIONS = `Tensor Lens runs neural networks written as TypeScript with PyTorch's names (*.tl.ts) on its own engine, and knows every value and every gradient. Nothing that a model writes comes to the disk. Begin with 'run'; then read single tensors, explain numbers or diagnostics, compare two files, or look at the graph.`;

/** Serves on stdin and stdout until the other side ends. @param folders the folders that contain the models */
export async function serveMcp(folders: readonly string[]): Promise<void> {
  const { version } = JSON.parse(await readFile(MANIFEST, 'utf8')) as { version: string };
  const server = new McpServer({ name: 'tensor-lens', title: 'Tensor Lens', version }, { instructions: INSTRUCTIONS });
  // One run at a time, so that each has all the memory and all the time that it may have.
  let last: Promise<unknown> = Promise.resolve();
  for (const { name, title, description, input, answer } of toolsOf(new Models(folders, PROCESS), PAGES)) {
    const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
    server.registerTool(name, { title, description, inputSchema: input, annotations }, async (given: Record<string, unknown>) => {
      const running = last.then(() => answer(given as never));
      last = running.catch(() => undefined);
      try {
        const { text, data, svg } = await running;
        const picture =
          svg === undefined
            ? []
            : [{ type: 'resource' as const, resource: { uri: `tensor-lens://graph.svg`, mimeType: 'image/svg+xml', text: svg } }];
        return { content: [{ type: 'text' as const, text }, ...picture], structuredContent: data };
      } catch (error) {
        return { isError: true, content: [{ type: 'text' as const, text: error instanceof Error ? error.message : String(error) }] };
      }
    });
  }
  const transport = new StdioServerTransport();
  await server.connect(transport);
  await new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once('end', resolve);
  });
}
