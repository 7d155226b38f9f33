import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/host/commands/index.js';
import { extension, manifest } from './models.js';

describe('commands', () => {
  before(extension);

  it('are listed, contributed and registered alike', async () => {
    const listed = commands.map(({ id }) => id).sort();
    assert.deepEqual(
      manifest()
        .contributes.commands.map(({ command }) => command)
        .sort(),
      listed,
    );
    const registered = (await vscode.commands.getCommands(true)).filter((id) => listed.includes(id));
    assert.deepEqual(registered.sort(), listed);
  });

  it('have a title in title case and the category of the extension', () => {
    for (const { title, category } of manifest().contributes.commands) {
      assert.equal(category, 'Tensor Lens');
      for (const word of title.split(' ')) assert.match(word, /^(?:[A-Z]|(?:in|to|of|the|and)$)/, title);
    }
  });

  it('have an icon where they stand in a title bar, and are enabled for model files only where they work on one', () => {
    const { commands: contributed, menus } = manifest().contributes;
    const find = (id: string) => contributed.find(({ command }) => command === id)!;
    for (const { command, when } of menus['editor/title']!) {
      assert.ok(find(command).icon, `${command} has no icon`);
      assert.match(when ?? '', /\\\.tl\\\.ts/);
    }
    for (const name of ['runForward', 'runBackward', 'stop', 'showGraph', 'choosePass'])
      assert.match(find(`tensorLens.${name}`).enablement ?? '', /resourceFilename =~ \/\\\.tl\\\.ts\$\//);
  });

  it('that need arguments are not in the palette', () => {
    const hidden = manifest()
      .contributes.menus['commandPalette']!.filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    assert.deepEqual(hidden, ['tensorLens.showNode']);
  });
});
