import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const json = <T>(file: string): T => JSON.parse(read(file)) as T;

interface Menu {
  command: string;
  when?: string;
}

interface Manifest {
  contributes: {
    commands: { command: string; title: string; category?: string; icon?: string; enablement?: string }[];
    menus: Record<string, Menu[]>;
    configuration: { properties: Record<string, Record<string, unknown>> };
    viewsWelcome: { contents: string }[];
    walkthroughs: { steps: { description: string; media: { image: string }; completionEvents: string[] }[] }[];
    languageModelTools: {
      name: string;
      modelDescription: string;
      inputSchema: { properties: Record<string, { description?: string }>; required: string[] };
    }[];
  };
}

const { contributes } = json<Manifest>('package.json');
const languages = [json<Record<string, string>>('package.nls.json'), json<Record<string, string>>('package.nls.zh-cn.json')];
const ids = contributes.commands.map(({ command }) => command);

const texts = (folder: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?ts$/.test(name) && !name.endsWith('manifest.test.ts'))
    .map((name) => read(path.join(folder, name)));

/** The translations of `%key%` into every language. */
const translated = (text: string): string[] => languages.map((language) => language[text.slice(1, -1)] ?? '');

describe.each(contributes.commands)('the command $command', ({ command, title, category, icon, enablement }) => {
  it('has a title in both languages, a category, and says when it can be used', () => {
    for (const text of translated(title)) expect(text).toMatch(/\S/);
    expect(category).toBe('Tensor Lens');
    expect(enablement).toMatch(/\S/);
  });

  it('is registered', () => {
    expect(texts('src/host/commands').filter((text) => text.includes(`id: '${command}'`))).toHaveLength(1);
  });

  it('is in the palette, or has arguments that only the extension can give', () => {
    const hidden = contributes.menus['commandPalette']!.filter((item) => item.command === command && item.when === 'false');
    expect(hidden).toHaveLength(command === 'tensorLens.showNode' ? 1 : 0);
  });

  it('has an icon if it stands in a menu', () => {
    const isInMenu = Object.entries(contributes.menus).some(
      ([menu, items]) => menu !== 'commandPalette' && items.some((item) => item.command === command),
    );
    expect(isInMenu && !/^\$\([\w-]+\)$/.test(icon ?? ''), `stands in a menu with the icon ${icon}`).toBe(false);
  });

  it('is tried by a test inside VS Code', () => {
    const called = new RegExp(`executeCommand(?:<[^(]*>)?\\(\\s*'${command.replace('.', '\\.')}'`);
    expect(texts('test/host').some((text) => called.test(text))).toBe(true);
  });
});

it('menus, welcome texts and walkthroughs name commands and pictures that exist', () => {
  const { menus, viewsWelcome, walkthroughs } = contributes;
  const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const linked = [...viewsWelcome.map(({ contents }) => contents), ...steps.map(({ description }) => description)]
    .flatMap(translated)
    .flatMap((text) => [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command!));
  const completing = steps.flatMap(({ completionEvents }) => completionEvents.map((event) => event.replace('onCommand:', '')));
  const named = [...Object.values(menus).flatMap((items) => items.map(({ command }) => command)), ...linked, ...completing];
  expect(linked.length).toBeGreaterThan(10);
  expect(named.filter((command) => !ids.includes(command))).toEqual([]);
  for (const { media } of steps) expect(fs.existsSync(path.join(root, media.image)), media.image).toBe(true);
});

describe.each(Object.entries(contributes.configuration.properties))('the setting %s', (name, property) => {
  it('is described in both languages, has a default and is read', () => {
    const description = (property['markdownDescription'] ?? property['description']) as string;
    for (const text of [description, ...((property['enumDescriptions'] as string[] | undefined) ?? [])].flatMap(translated))
      expect(text).toMatch(/\S/);
    expect(property).toHaveProperty('default');
    const short = name.replace(/^tensorLens\./, '');
    expect(texts('src/host').some((text) => new RegExp(`get(?:<\\w+>)?\\('${short.replaceAll('.', '\\.')}'`).test(text))).toBe(true);
  });
});

describe.each(contributes.languageModelTools)('the tool $name', ({ name, modelDescription, inputSchema }) => {
  it('is described with all that it takes, and registered', () => {
    expect(modelDescription.length).toBeGreaterThan(80);
    for (const property of Object.values(inputSchema.properties)) expect(property.description).toMatch(/\.$/);
    for (const required of inputSchema.required) expect(Object.keys(inputSchema.properties)).toContain(required);
    expect(read('src/host/assistant/languageModelTools.ts')).toContain(`registerTool('${name}'`);
  });
});
