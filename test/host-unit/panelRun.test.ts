import { describe, expect, it } from 'vitest';
import { startingPosition } from '../../src/graph/run.js';
import { passForPanel, runForPanel } from '../../src/host/panel/panelRun.js';
import { cnn, logisticRegression } from '../webview/fixtures/runs.js';

describe('a run for the panel', () => {
  const run = cnn(4);
  const light = runForPanel(run, new Set([3]));

  it('has the nodes of the passes that are wanted, and of the others what the timeline shows', () => {
    expect(light.passes.map(({ nodes }) => nodes.length)).toEqual([0, 0, 0, run.passes[3]!.nodes.length]);
    expect(light.passes.map(({ loss }) => loss)).toEqual(run.passes.map(({ loss }) => loss));
    expect(light.losses).toEqual(run.losses);
    expect(light.passes[3]).toEqual(passForPanel(run.passes[3]!));
  });

  it('leaves large tensors behind, and the run as it is', () => {
    const before = JSON.stringify(run);
    const nodes = passForPanel(run.passes[0]!).nodes;
    const images = nodes.find(({ label }) => label === 'images')!;
    expect(images.value.data).toBeUndefined();
    expect(nodes.find(({ label }) => label === 'loss')!.value.data).toEqual(
      run.passes[0]!.nodes.find(({ label }) => label === 'loss')!.value.data,
    );
    expect(images.value.thumbnail).toEqual(run.passes[0]!.nodes.find(({ label }) => label === 'images')!.value.thumbnail);
    expect(JSON.stringify(run)).toBe(before);
    expect(JSON.stringify(light).length).toBeLessThan(before.length / 8);
  });

  it('begins with the last pass that has gradients', () => {
    const { passes } = run;
    expect(startingPosition(run)).toBe(3);
    expect(startingPosition({ ...run, passes: [...passes.slice(0, 2), { ...passes[2]!, backward: false }] })).toBe(1);
    expect(startingPosition(logisticRegression(2, false))).toBe(1);
    expect(startingPosition({ ...run, passes: [] })).toBe(0);
  });
});
