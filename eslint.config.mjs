import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * Who may import whom. A room may import itself, the rooms and the packages listed here, and nothing
 * else; its tsconfig.json says the same to the compiler through `references`. Of a room with a `door`,
 * others may import that folder only.
 */
const rooms = {
  protocol: { folder: 'src/protocol', rooms: [], packages: ['valibot'] },
  engine: { folder: 'src/engine', rooms: [], packages: ['fflate', 'fast-png', '@bufbuild/protobuf'] },
  webgl: { folder: 'src/engine/backends/webgl', rooms: ['engine'], packages: ['@tensorflow/*'] },
  language: {
    folder: 'src/language',
    rooms: ['protocol'],
    packages: ['@babel/parser', '@babel/types', 'magic-string', 'sucrase'],
  },
  graph: { folder: 'src/graph', rooms: ['protocol'], packages: [] },
  present: {
    folder: 'src/present',
    rooms: ['protocol', 'graph'],
    packages: ['d3-contour', 'd3-scale', 'd3-scale-chromatic', 'd3-shape', 'fast-png'],
  },
  trace: { folder: 'src/trace', rooms: ['engine', 'protocol', 'graph'], packages: [] },
  insight: { folder: 'src/insight', rooms: ['protocol', 'language', 'graph', 'present'], packages: [] },
  exchange: {
    folder: 'src/exchange',
    rooms: ['protocol', 'language', 'graph', 'present'],
    packages: ['py-ast', '@bufbuild/protobuf', 'onnx-buf', 'diff'],
  },
  reader: { folder: 'src/reader', door: 'client', rooms: ['language', 'protocol'], packages: ['node:*'] },
  run: { folder: 'src/run', door: 'client', rooms: ['engine', 'webgl', 'language', 'trace', 'protocol', 'graph'], packages: ['node:*'] },
  cli: {
    folder: 'src/cli',
    rooms: ['engine', 'language', 'trace', 'protocol', 'graph', 'present', 'insight', 'exchange', 'run', 'tsPlugin'],
    packages: ['node:*', 'typescript', 'diff', '@modelcontextprotocol/sdk', 'zod'],
  },
  host: {
    folder: 'src/host',
    rooms: ['protocol', 'language', 'graph', 'present', 'insight', 'exchange', 'reader', 'run'],
    packages: ['node:*', 'vscode'],
  },
  tsPlugin: { folder: 'src/tsPlugin', rooms: ['insight'], packages: ['node:*', 'typescript'] },
  webview: {
    folder: 'webview',
    rooms: ['protocol', 'graph', 'present', 'exchange'],
    packages: ['cytoscape', 'uplot', '@vscode/webview-ui-toolkit'],
  },
};

/** An import of anything but a path inside the room, a listed room or a listed package is an error. */
function importRule(name, { folder, rooms: others, packages }) {
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const allowedPackages = packages.map((p) => escape(p).replace('\\*', '.+')).join('|') || '(?!)';
  const forbiddenRooms = Object.entries(rooms)
    .filter(([other]) => other !== name && !others.includes(other))
    .map(([, { folder: path }]) => path.split('/').at(-1));
  const inner = Object.entries(rooms)
    .filter(([other, { door }]) => other !== name && door)
    .map(([, { folder: path, door }]) => `${path.split('/').at(-1)}/(?!${door}/)`);
  return {
    files: [`${folder}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!\\.)(?!(?:${allowedPackages})(?:/.*)?$)`,
              message: `'${name}' does not import this package: see rooms in eslint.config.mjs.`,
            },
            {
              regex: `^(?:\\.\\./)+(?:src/)?(?:(?:${forbiddenRooms.join('|')})/${inner.map((path) => `|${path}`).join('')})`,
              message: `'${name}' imports only ${others.join(', ') || 'itself'}: see rooms in eslint.config.mjs.`,
            },
          ],
        },
      ],
    },
  };
}

/** A literal that a person would read is an error where it is shown: single letters are keys, `data(…)` is Cytoscape's. */
const readable = '/^(?!data[(]).*[A-Za-z]{2}/';
const untranslated = [
  { shown: 'Property:matches([key.name=/^(text|title|label|placeholder)$/], [key.value=/^aria-(label|valuetext)$/])', as: '.value' },
  { shown: 'AssignmentExpression[left.property.name=/^(textContent|title|placeholder)$/]', as: '.right' },
  {
    shown: "CallExpression[callee.property.name='setAttribute'][arguments.0.value=/^(aria-label|aria-valuetext|title)$/]",
    as: ':nth-child(2)',
  },
].flatMap(({ shown, as }) =>
  [`Literal[value=${readable}]`, `TemplateLiteral:has(TemplateElement[value.raw=${readable}])`]
    .flatMap((text) => [`${shown} > ${text}${as}`, `${shown} > ConditionalExpression${as} > ${text}`])
    .map((selector) => ({ selector, message: 'What a person reads goes through `t` of src/protocol/l10n.ts' })),
);

export default defineConfig(
  {
    ignores: [
      'dist/',
      'src/engine/generated/',
      'out/',
      'test/artefacts/',
      '.vscode-test/',
      'examples/',
      'test/programs/*.tl.ts',
      'src/tsPlugin/operators/operators.d.ts',
      '**/fixtures/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': ['error', { destructuring: 'all' }],
      'no-console': 'error',
    },
  },
  { files: ['src/**/*.ts', 'webview/**/*.ts', 'scripts/**/*.mjs'], rules: { 'max-lines': ['error', 400] } },
  ...Object.entries(rooms).map(([name, room]) => importRule(name, room)),
  {
    files: ['webview/**/*.ts', 'src/present/**/*.ts', 'src/insight/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...untranslated] },
  },
  { files: ['src/cli/**', 'src/run/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    // A class cannot declare that its instances are callable, nor that a field takes null and is read as a tensor: an interface does.
    files: ['src/engine/nn/**'],
    rules: {
      '@typescript-eslint/no-unsafe-declaration-merging': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: globals.node } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
