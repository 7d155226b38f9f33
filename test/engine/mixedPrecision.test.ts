import { describe, expect, it } from 'vitest';
import * as torch from '../../src/engine/index.js';
import { onWarning } from '../../src/engine/warnings.js';

const { nn } = torch;
const F = nn.functional;

/** The numbers, dtypes and messages are those of PyTorch 2.15. */
describe('autocast', () => {
  it('computes products in 16 bits and losses in float32, and trains to the numbers of PyTorch', () => {
    torch.manual_seed(0);
    const model = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(8, 3));
    const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.1 });
    const x = torch.randn(6, 4);
    const y = torch.tensor([0, 1, 2, 0, 1, 2]);
    const scaler = new torch.amp.GradScaler('cpu', { init_scale: 8, growth_interval: 2 });
    const seen = [0, 1, 2, 3].map(() => {
      optimizer.zero_grad();
      const [out, loss] = torch.autocast('cpu', torch.bfloat16, () => {
        const scores = model(x);
        return [scores, F.cross_entropy(scores, y)] as const;
      });
      scaler.scale(loss).backward();
      scaler.step(optimizer);
      scaler.update();
      return [out.dtype.name, loss.dtype.name, Number(loss.item().toFixed(5)), scaler.get_scale()];
    });
    expect(seen).toEqual([
      ['bfloat16', 'float32', 1.07441, 8],
      ['bfloat16', 'float32', 1.06436, 16],
      ['bfloat16', 'float32', 1.05425, 16],
      ['bfloat16', 'float32', 1.0438, 32],
    ]);
  });

  it('joins in the widest dtype, ends with its function, and is off within another that is', () => {
    const ones = torch.ones(2, 2);
    const seen = torch.autocast('cpu', () => [
      torch.cat([ones, ones.bfloat16()]).dtype,
      torch.autocast('cpu', { enabled: false }, () => ones.matmul(ones).dtype),
      ones.matmul(ones).dtype,
      torch.is_autocast_enabled('cpu'),
    ]);
    expect([...seen, ones.matmul(ones).dtype, torch.is_autocast_enabled('cpu')]).toEqual([
      torch.float32,
      torch.float32,
      torch.bfloat16,
      true,
      torch.float32,
      false,
    ]);
  });

  it('does nothing on a device that is not here, and says so once', () => {
    const warnings: string[] = [];
    onWarning((text) => warnings.push(text));
    const ones = torch.ones(2, 2);
    for (let i = 0; i < 2; i++) expect(torch.autocast('cuda', () => ones.matmul(ones).dtype)).toBe(torch.float32);
    const scaler = new torch.amp.GradScaler();
    onWarning(null);
    expect(scaler.is_enabled()).toBe(false);
    expect(warnings).toEqual([
      "UserWarning: User provided device_type of 'cuda', but CUDA is not available. Disabling",
      'UserWarning: torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling.',
    ]);
  });
});

describe('GradScaler', () => {
  it('leaves a step out whose gradients overflow, and makes the scale smaller', () => {
    const weight = torch.ones(1).requires_grad_();
    const optimizer = new torch.optim.SGD([weight], { lr: 1 });
    const scaler = new torch.amp.GradScaler('cpu', { init_scale: 4 });
    weight.grad = torch.tensor([Infinity]);
    scaler.step(optimizer);
    expect(() => scaler.unscale_(optimizer)).toThrow('unscale_() is being called after step().');
    scaler.update();
    expect([weight.item(), scaler.get_scale()]).toEqual([1, 2]);
    weight.grad = torch.tensor([6], { dtype: torch.float32 });
    scaler.step(optimizer);
    expect(weight.item()).toBe(-2);
  });
});
