import { describe, expect, it } from 'vitest';
import { modelPath, relativePath } from '../../src/host/files/paths.js';

describe('paths', () => {
  it('are relative to the folder of the model', () => {
    expect(relativePath('/a/b', '/a/b/m.tl.ts')).toBe('m.tl.ts');
    expect(relativePath('/a/b', '/a/b/lib/n.ts')).toBe('lib/n.ts');
    expect(relativePath('/a/b', '/a/data.json')).toBe('../data.json');
    expect(relativePath('/', '/m.tl.ts')).toBe('m.tl.ts');
  });

  it('of a new model end as a model file does, once', () => {
    for (const typed of ['foo', 'foo.ts', 'foo.tl', 'foo.tl.ts', 'foo.ts.tl.ts', 'foo.tl.ts.tl.ts'])
      expect(modelPath(`/a/${typed}`)).toBe('/a/foo.tl.ts');
    expect(modelPath('/a.ts/my.model')).toBe('/a.ts/my.model.tl.ts');
  });
});
