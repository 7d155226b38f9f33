import esbuild from 'esbuild';
import { describe, expect, it } from 'vitest';

/** What the extension of a host loads when it starts. */
async function entry(file: string): Promise<string[]> {
  const { metafile } = await esbuild.build({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    external: ['vscode', './ways.js'],
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

describe('what an editor waits for', () => {
  it.each(['src/extension.ts'])('has no parser in it: texts are read in a thread (%s)', async (file) => {
    const inputs = await entry(file);
    expect(inputs).toContain('src/reading/client/reader.ts');
    expect(inputs.filter((input) => /node_modules\/(@babel|sucrase|magic-string|py-ast)/.test(input))).toEqual([]);
  });
});
