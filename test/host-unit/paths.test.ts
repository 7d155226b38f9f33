import { describe, expect, it } from 'vitest';
import { relativePath } from '../../src/host/files/paths.js';

describe('paths', () => {
  it('are relative to the folder of the model', () => {
    expect(relativePath('/a/b', '/a/b/m.tl.ts')).toBe('m.tl.ts');
    expect(relativePath('/a/b', '/a/b/lib/n.ts')).toBe('lib/n.ts');
    expect(relativePath('/a/b', '/a/data.json')).toBe('../data.json');
    expect(relativePath('/', '/m.tl.ts')).toBe('m.tl.ts');
  });
});
