import type * as Parser from '@actions/workflow-parser';
import esbuild from 'esbuild';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/processes.mjs';
import { lacking } from '../../scripts/publishing.mjs';

/** GitHub's own parser. As it is published, Node refuses to load it: it imports JSON without saying so. */
const { parseWorkflow, NoOperationTraceWriter } = await parserOfWorkflows();

async function parserOfWorkflows(): Promise<typeof Parser> {
  const stdin = { contents: "export { parseWorkflow, NoOperationTraceWriter } from '@actions/workflow-parser';", resolveDir: root };
  const { outputFiles } = await esbuild.build({ stdin, bundle: true, format: 'cjs', platform: 'node', write: false, logLevel: 'error' });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]!.text)(module, module.exports, createRequire(import.meta.url));
  return module.exports as typeof Parser;
}

const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; scripts: Record<string, string>; [field: string]: unknown };
const below = (folder: string): string[] => fs.readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`);

interface Step {
  run?: string;
  uses?: string;
  if?: string;
}
interface Workflow {
  permissions?: unknown;
  jobs: Record<string, { steps?: Step[]; uses?: string; 'timeout-minutes'?: number; needs?: string | string[] }>;
}
const workflows = [...below('.github/workflows'), ...below('docs/workflows')];

describe.each(workflows)('%s', (file) => {
  const workflow = parse(read(file)) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);

  it('is what GitHub takes for a workflow', () => {
    const { context } = parseWorkflow({ name: file, content: read(file) }, new NoOperationTraceWriter());
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  it('has no more rights than it needs, and an end', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const [name, job] of Object.entries(workflow.jobs)) expect(job.uses ?? job['timeout-minutes'], name).toBeTruthy();
  });

  it('calls scripts and files that exist', () => {
    const called = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!));
    expect(called.filter((name) => !(name in manifest.scripts))).toEqual([]);
    const used = Object.values(workflow.jobs).flatMap(({ uses }) => uses ?? []);
    for (const name of used) expect(fs.existsSync(path.join(root, name)), name).toBe(true);
    expect(steps.length).toBeGreaterThan(4);
  });

  it('names a version of each action', () => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@v\d/.test(action))).toEqual([]);
  });
});

it('a workflow that is wrong is found', () => {
  const content = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ruin: x\n';
  const { context } = parseWorkflow({ name: 'x.yml', content }, new NoOperationTraceWriter());
  expect(context.errors.getErrors().length).toBeGreaterThan(0);
});

it('users test their models with commands that the command line has', () => {
  const { jobs } = parse(read('docs/workflows/tensor-lens.yml')) as Workflow;
  const runs = Object.values(jobs).flatMap(({ steps = [] }) => steps.map(({ run = '' }) => run));
  const used = runs.flatMap((run) => [...run.matchAll(/tensor-lens (\w+)/g)].map(([, name]) => name));
  expect(used).toEqual(['check', 'test']);
  expect(read('docs/testing.md')).toContain('workflows/tensor-lens.yml');
});

it('forms for issues ask for something and have a name', () => {
  const forms = below('.github/ISSUE_TEMPLATE').filter((file) => !file.endsWith('config.yml'));
  expect(forms.length).toBeGreaterThan(2);
  for (const file of forms) {
    const form = parse(read(file)) as {
      name?: string;
      description?: string;
      body: { type: string; id: string; attributes: { label?: string } }[];
    };
    expect(form.name && form.description, file).toBeTruthy();
    for (const { type, id, attributes } of form.body) {
      expect(['textarea', 'input', 'dropdown', 'checkboxes', 'markdown']).toContain(type);
      expect([id, attributes.label].every(Boolean), `${file}: ${id}`).toBe(true);
    }
  }
});

describe('a version that is published', () => {
  const ready = {
    version: '1.2.3',
    repository: { type: 'git', url: 'https://github.com/a/b.git' },
    bugs: { url: 'https://github.com/a/b/issues' },
    homepage: 'https://a.github.io/b/',
  };

  it('has addresses, and its own tag', () => {
    expect(lacking(ready, 'v1.2.3')).toEqual([]);
    expect(lacking(ready)).toEqual([]);
    expect(lacking({ ...ready, bugs: undefined, homepage: '' })).toEqual([
      'Not ready to be published: package.json has no bugs, no homepage. See "Publish" in CONTRIBUTING.md.',
    ]);
    expect(lacking({ ...ready, repository: 'https://example' }, 'v1.2.4')).toEqual([
      'Not ready to be published: package.json has no repository. See "Publish" in CONTRIBUTING.md.',
      'The tag v1.2.4 is not that of version 1.2.3.',
    ]);
    expect(read('CONTRIBUTING.md')).toMatch(/^## Publish$/m);
  });

  it('says what a marketplace shows', () => {
    expect(manifest).toMatchObject({ pricing: 'Free', galleryBanner: { theme: 'dark' } });
    expect((manifest['keywords'] as string[]).length).toBeLessThanOrEqual(30);
    expect(read('CHANGELOG.md')).toContain(`## ${manifest.version}`);
  });
});
