import { describe, expect, it } from 'vitest';
import { runModel } from '../../trace/checks/runModel.js';
import * as torch from '../../../src/engine/index.js';

const { nn } = torch;
const make = () => new nn.Sequential(new nn.Linear(2, 3), new nn.BatchNorm1d(3));
const keys = ['0.weight', '0.bias', '1.weight', '1.bias', '1.running_mean', '1.running_var', '1.num_batches_tracked'];

describe('hooks of a state', () => {
  it('run around its collection, inner modules first', () => {
    const m = make();
    const log: unknown[] = [];
    m[0].register_state_dict_pre_hook((_: unknown, prefix: string, keep: boolean) => void log.push([prefix, keep]));
    m.register_state_dict_post_hook((_, state, prefix) => {
      log.push(Object.keys(state));
      state[`${prefix}extra`] = torch.zeros(1);
    });
    expect(Object.keys(m.state_dict())).toEqual([...keys, 'extra']);
    expect(log).toEqual([['0.', false], keys]);
    m.register_state_dict_post_hook((() => 5) as never);
    expect(() => m.state_dict()).toThrow('state_dict post-hook must return None');
  });

  it('run around its loading: before the module’s own tensors, and after those of its children', () => {
    const m = make();
    const log: unknown[] = [];
    const before = (
      module: torch.nn.Module,
      state: object,
      prefix: string,
      _: object,
      strict: boolean,
      missing: string[],
      unexpected: string[],
    ) => void log.push([module.constructor.name, Object.keys(state).length, prefix, strict, [...missing], [...unexpected]]);
    const after = (module: torch.nn.Module, found: object) => void log.push([module.constructor.name, String(found)]);
    m.register_load_state_dict_pre_hook(before);
    m[0].register_load_state_dict_pre_hook(before);
    m.register_load_state_dict_post_hook(after);
    m[1].register_load_state_dict_post_hook(after);
    m.load_state_dict({ ...m.state_dict(), extra: torch.zeros(1) }, { strict: false });
    const found = "_IncompatibleKeys(missing_keys=[], unexpected_keys=['extra'])";
    expect(log).toEqual([
      ['Sequential', 8, '', true, [], []],
      ['Linear', 2, '0.', true, [], ['extra']],
      ['BatchNorm1d', found],
      ['Sequential', found],
    ]);
  });

  it('may rename, forgive and refuse', () => {
    const m = new nn.Sequential(new nn.Linear(2, 1));
    const rename = m.register_load_state_dict_pre_hook((_, state, prefix) => {
      for (const [key, value] of Object.entries(state)) {
        if (!key.startsWith(`${prefix}fc.`)) continue;
        state[key.replace('fc.', '0.')] = value;
        delete state[key];
      }
    });
    const old = { 'fc.weight': torch.ones(1, 2), 'fc.bias': torch.zeros(1) };
    expect(String(m.load_state_dict(old))).toBe('<All keys matched successfully>');
    expect(m[0].weight.tolist()).toEqual([[1, 1]]);
    expect(Object.keys(old)).toEqual(['fc.weight', 'fc.bias']);
    rename.remove();
    expect(() => m.load_state_dict(old)).toThrow('Missing key(s) in state_dict: "0.weight", "0.bias". ');
    const forgive = m.register_load_state_dict_post_hook((_, found) => {
      found.missing_keys.length = 0;
      found.unexpected_keys.length = 0;
    });
    expect(String(m.load_state_dict(old))).toBe('<All keys matched successfully>');
    forgive.remove();
    m.register_load_state_dict_post_hook((() => 3) as never);
    expect(() => m.load_state_dict(m.state_dict())).toThrow(torch.AssertionError);
  });

  it('are copied with the module', () => {
    const m = make();
    let count = 0;
    m.register_state_dict_post_hook(() => void count++);
    torch.copy.deepcopy(m).state_dict();
    expect(count).toBe(1);
  });
});

it('a state is collected under a prefix, into a dictionary, or with the parameters themselves', () => {
  const m = new nn.Linear(2, 1);
  const into = {};
  expect(m.state_dict({ destination: into, prefix: 'q.' })).toBe(into);
  expect(Object.keys(into)).toEqual(['q.weight', 'q.bias']);
  expect(m.state_dict({ keep_vars: true })['weight']).toBe(m.weight);
  expect(m.state_dict()['weight']!.requires_grad).toBe(false);
});

it('assign puts the tensors of a state in the place of the parameters', () => {
  const m = new nn.Linear(2, 1);
  const before = m.weight;
  const weight = torch.ones(1, 2);
  m.load_state_dict({ weight, bias: torch.zeros(1) }, { assign: true });
  expect(m.weight === before).toBe(false);
  expect(m.weight).toBeInstanceOf(nn.Parameter);
  expect(m.weight.requires_grad).toBe(true);
  weight.add_(1);
  expect(m.weight.tolist()).toEqual([[2, 2]]);
});

it('assign is known to a program, by its name and by its place', async () => {
  const { error, output } = await runModel(`
    const m = new nn.Linear(2, 1);
    const weight = torch.ones(1, 2);
    m.load_state_dict({ weight, bias: torch.zeros(1) }, { assign: true });
    weight.add_(1);
    console.log(m.weight.tolist());
    m.load_state_dict({ weight: torch.zeros(1, 2), bias: torch.zeros(1) }, true, true);
    console.log(weight.tolist(), m.weight.tolist());
  `);
  expect(error).toBeNull();
  expect(output).toEqual(['[ [ 2, 2 ] ]', '[ [ 2, 2 ] ] [ [ 0, 0 ] ]']);
});
