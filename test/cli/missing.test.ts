import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { describeMissing, missingNames } from '../../src/cli/missing/missing.js';
import { rules } from '../../src/cli/missing/reasons.js';

describe('ops --missing', () => {
  const spaces = missingNames();

  it('compares each namespace with what is here', () => {
    const torchItself = spaces.find(({ namespace }) => namespace === 'torch')!;
    expect(torchItself.count).toBeGreaterThan(700);
    for (const { name } of torchItself.missing) expect(name in torch, name).toBe(false);
    expect(torchItself.missing.map(({ name }) => name)).toContain('mkldnn_convolution');
    expect(torchItself.missing.map(({ name }) => name)).not.toContain('add');
  });

  it('says why of every name, in a sentence', () => {
    for (const { missing } of spaces) for (const { name, reason } of missing) expect(reason.split(' ').length, name).toBeGreaterThan(6);
    expect(describeMissing()).toContain('torch.linalg: ');
  });

  it('has no reason for what is not missing', () => {
    const missing = spaces.flatMap(({ namespace, missing: list }) => list.map(({ name }) => `${namespace}.${name}`));
    for (const { names, reason } of rules)
      expect(
        missing.some((name) => names.test(name)),
        reason,
      ).toBe(true);
  });
});
