/** Tests, with a real TypeScript server, that an error which a habit tells is not told by TypeScript as well. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findHabits } from '../../src/insight/habits/find.js';
import { Server } from './server.js';

const server = new Server();
beforeAll(() => {
  server.send('compilerOptionsForInferredProjects', {
    options: { strict: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler' },
  });
});
afterAll(() => server.end());

let count = 0;
/** The errors of TypeScript that are left in a text, the grammar's first. */
async function errorsOf(text: string, file = `/models/habits${count++}.tl.ts`): Promise<string[]> {
  server.send('open', { file, fileContent: text, scriptKindName: 'TS' });
  const found: { text: string }[] = [
    ...(await server.ask('syntacticDiagnosticsSync', { file })),
    ...(await server.ask('semanticDiagnosticsSync', { file })),
  ];
  return found.map((one) => one.text);
}

const python = `import torch from 'tensor-lens'
import torch.nn as nn

x = torch.tensor([1, 2, 3], requires_grad=True)
y = x ** 2
print(y.sum())
y.sum().backward()
for i in range(3):
    y = nn.Linear(2, 1)(y)
    print(x.grad)
`;

describe('errors that a habit tells', () => {
  it('are left out where Python breaks the grammar', async () => {
    expect(findHabits(python).length).toBeGreaterThan(6);
    expect(await errorsOf(python)).toEqual([]);
  });

  it('are left out for the names that the fixes declare', async () => {
    expect(await errorsOf(`import * as torch from 'tensor-lens';\ny = torch.ones(2);\ny.sum();\nconst z = y;`)).toEqual([]);
    expect(await errorsOf(`const x = torch.ones(2);\nconst y = torch.zeros(2);`)).toEqual([]);
  });

  it('stay where no habit tells them', async () => {
    expect(await errorsOf(`import * as torch from 'tensor-lens';\nprint(1);\nconst x = torch.ones(2).nothing;\nlost.sum();`)).toEqual([
      expect.stringContaining("Property 'nothing' does not exist"),
      "Cannot find name 'lost'.",
    ]);
    expect(await errorsOf(`import * as torch from 'tensor-lens';\nprint(1);\nconst x = ;`)).toEqual(['Expression expected.']);
  });

  it('stay in other files, on a line that hides the habit, and when the editor shows no habits', async () => {
    const text = `y = 1;\nprint(y);`;
    const all = ["Cannot find name 'y'.", "Cannot find name 'y'."];
    expect(await errorsOf(text, '/models/plain.ts')).toEqual(expect.arrayContaining(all));
    expect(await errorsOf(`y = 1; // tensor-lens-ignore\nconst z = y;`)).toEqual(expect.arrayContaining(all));
    await server.ask('configurePlugin', { pluginName: 'tensor-lens-ts-plugin', configuration: { habits: false } });
    expect(await errorsOf(text)).toEqual(expect.arrayContaining(all));
    await server.ask('configurePlugin', { pluginName: 'tensor-lens-ts-plugin', configuration: { habits: true } });
    expect(await errorsOf(text)).toEqual([]);
  });
});
