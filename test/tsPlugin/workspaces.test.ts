/** Model files in workspaces with their own settings: types, completion and errors must be the same. */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { Server } from './server.js';

const HELPER = "import * as torch from 'tensor-lens';\nexport const helper = (v: torch.Tensor) => v ** 2;\n";
const model = (helper: string): string => `import * as torch from 'tensor-lens';
import { helper } from '${helper}';
const w = torch.randn(3, { requires_grad: true }), x = torch.linspace(-2, 2, 3);
export const y = helper(w * x + 1);
if (y.sum() > 0) w -= 0.1 * w.grad!;
y[x > 0, null].sum();
(w * x).nothing;
`;
const USER = "import { y } from './model.tl.js';\nexport const n: number = y;\nexport const m = y.sum();\n";
const json = (value: object): string => JSON.stringify(value);
const bundled = { strict: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler' };

interface Workspace {
  files: Record<string, string>;
  model: string;
  /** A plain file that imports the model. */
  user?: string;
  /** True when a project of the workspace contains the model. */
  isIncluded: boolean;
}

const WORKSPACES: Record<string, Workspace> = {
  'without a tsconfig': {
    files: { 'model.tl.ts': model('./helper.tl'), 'helper.tl.ts': HELPER },
    model: 'model.tl.ts',
    isIncluded: false,
  },
  'whose paths lead to the helper, and which is stricter than strict': {
    files: {
      'tsconfig.json': json({
        compilerOptions: {
          ...bundled,
          noUncheckedIndexedAccess: true,
          exactOptionalPropertyTypes: true,
          noPropertyAccessFromIndexSignature: true,
          paths: { '@lib/*': ['./lib/*'] },
        },
      }),
      'src/model.tl.ts': model('@lib/helper.tl'),
      'lib/helper.tl.ts': HELPER,
    },
    model: 'src/model.tl.ts',
    isIncluded: true,
  },
  'that leaves model files out': {
    files: {
      'tsconfig.json': json({ compilerOptions: { ...bundled, strict: false }, include: ['src/**/*.ts'], exclude: ['**/*.tl.ts'] }),
      'src/a.ts': 'export {};',
      'src/model.tl.ts': model('./helper.tl'),
      'src/helper.tl.ts': HELPER,
    },
    model: 'src/model.tl.ts',
    isIncluded: false,
  },
  'that is not strict, has JavaScript and is of Node': {
    files: {
      'package.json': json({ type: 'module' }),
      'tsconfig.json': json({
        compilerOptions: { target: 'es2022', module: 'node16', moduleResolution: 'node16', types: [], allowJs: true, checkJs: true },
      }),
      'model.tl.ts': model('./helper.tl.js'),
      'helper.tl.ts': HELPER,
      'user.ts': USER,
      'other.js': 'module.exports = 1 * 2;',
    },
    model: 'model.tl.ts',
    user: 'user.ts',
    isIncluded: true,
  },
  'of projects that refer to each other': {
    files: {
      'tsconfig.json': json({ files: [], references: [{ path: './app' }, { path: './lib' }] }),
      'lib/tsconfig.json': json({ compilerOptions: { ...bundled, composite: true, outDir: '../out/lib' } }),
      'app/tsconfig.json': json({
        compilerOptions: { ...bundled, composite: true, outDir: '../out/app' },
        references: [{ path: '../lib' }],
      }),
      'lib/helper.tl.ts': HELPER,
      'app/model.tl.ts': model('../lib/helper.tl'),
      'app/user.ts': USER,
    },
    model: 'app/model.tl.ts',
    user: 'app/user.ts',
    isIncluded: true,
  },
};

const server = new Server();
// Before TypeScript 6, strict checks are off by default.
server.send('compilerOptionsForInferredProjects', { options: bundled });
fs.mkdirSync(path.join(root, 'out'), { recursive: true });
const folder = fs.mkdtempSync(path.join(root, 'out', 'workspaces-'));
afterAll(() => {
  server.end();
  fs.rmSync(folder, { recursive: true });
});

it.each(Object.entries(WORKSPACES))('a workspace %s', async (name, { files, model: entry, user, isIncluded }) => {
  const own = path.join(folder, name.replaceAll(/\W/g, '-'));
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(own, file)), { recursive: true });
    fs.writeFileSync(path.join(own, file), text);
  }
  const mistakes = async (of: string): Promise<string[]> => {
    const file = path.join(own, of);
    server.send('open', { file, projectRootPath: own });
    const found = (await server.ask('semanticDiagnosticsSync', { file })) as { start: { line: number; offset: number }; text: string }[];
    return found.map(({ start, text }) => `${start.line}:${start.offset} ${text}`);
  };
  expect(await mistakes(entry)).toEqual(["7:9 Property 'nothing' does not exist on type 'Tensor'."]);
  const file = path.join(own, entry);
  const { configFileName } = await server.ask('projectInfo', { file, needFileNameList: false });
  expect(String(configFileName).endsWith('tsconfig.json')).toBe(isIncluded);
  expect((await server.ask('quickinfo', { file, line: 4, offset: 14 })).displayString).toMatch(/^const y: (torch\.)?Tensor$/);
  const { entries } = await server.ask('completionInfo', { file, line: 7, offset: 9 });
  expect((entries as { name: string }[]).map((one) => one.name)).toContain('matmul');
  expect(await mistakes(Object.keys(files).find((one) => one.endsWith('helper.tl.ts'))!)).toEqual([]);
  if (user) expect(await mistakes(user)).toEqual(["2:14 Type 'Tensor' is not assignable to type 'number'."]);
});
