// Functions of one's own: double backward, setup_context, once_differentiable, gradcheck; hooks of tensors and modules.
import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const { Function, gradcheck, gradgradcheck } = torch.autograd;
const { once_differentiable } = torch.autograd.function;

class Swish extends Function {
  static forward(ctx: any, x: Tensor, beta: number) {
    ctx.save_for_backward(x);
    ctx.beta = beta;
    return x * torch.sigmoid(beta * x);
  }
  static backward(ctx: any, grad_out: Tensor) {
    const [x] = ctx.saved_tensors;
    const s = torch.sigmoid(ctx.beta * x);
    return [grad_out * (s + ctx.beta * x * s * (1 - s)), null];
  }
}

class MulAdd extends Function {
  static forward(a: Tensor, b: Tensor, c: Tensor) {
    return [a * b + c, a - b];
  }
  static setup_context(ctx: any, inputs: Tensor[], output: Tensor[]) {
    const [a, b] = inputs;
    ctx.save_for_backward(a, b);
    ctx.mark_non_differentiable(output[1]);
    ctx.set_materialize_grads(false);
  }
  static backward(ctx: any, g: Tensor, _: Tensor) {
    const [a, b] = ctx.saved_tensors;
    let ga: Tensor | null = null;
    let gb: Tensor | null = null;
    let gc: Tensor | null = null;
    if (ctx.needs_input_grad[0]) ga = g * b;
    if (ctx.needs_input_grad[1]) gb = g * a;
    if (ctx.needs_input_grad[2]) gc = g;
    return [ga, gb, gc];
  }
}

class Round extends Function {
  static forward(ctx: any, x: Tensor) {
    return x.round();
  }
  static backward = once_differentiable((ctx: any, g: Tensor) => g.clone());
}

torch.manual_seed(5);
const x = torch.randn(4, { dtype: torch.double, requires_grad: true });
print(gradcheck((t: Tensor) => Swish.apply(t, 1.5), [x]), gradgradcheck((t: Tensor) => Swish.apply(t, 1.5), [x]));
const y = Swish.apply(x, 1.5);
print(y);
const [g] = torch.autograd.grad(y.sum(), x, { create_graph: true });
print(g);
const [h] = torch.autograd.grad(g.sum(), x);
print(h);
const a = torch.tensor([1.0, 2.0], { requires_grad: true });
const b = torch.tensor([3.0, 4.0]);
const c = torch.tensor([0.5], { requires_grad: true });
try {
  const [out, diff] = MulAdd.apply(a, b, c.expand(2));
  print(out, diff, diff.requires_grad);
  out.sum().backward();
  print(a.grad, c.grad);
} catch (e) {
  print((e as Error).message);
}
const r = torch.tensor([0.2, 1.7], { requires_grad: true });
const q = Round.apply(r);
const [gr] = torch.autograd.grad((q * q).sum(), r, { create_graph: true });
print(gr.requires_grad, q.grad_fn!.name());
try {
  gr.sum().backward();
} catch (e) {
  print((e as Error).message);
}

const log: string[] = [];
const net = new nn.Sequential(new nn.Linear(3, 4), new nn.Tanh(), new nn.Linear(4, 1));
const handles = [
  net[0].register_forward_pre_hook((m, args) => {
    log.push(`pre ${m.constructor.name} (${args[0].shape.join(', ')})`);
  }),
  net[1].register_forward_hook((m, args, out) => out * 2),
  net[2].register_full_backward_hook((m, gi, go) => {
    log.push(`back ${m.constructor.name} ${go[0]!.shape}`);
  }),
  net.register_full_backward_pre_hook((m, go) => {
    log.push(`root ${go[0]!.item().toFixed(2)}`);
  }),
];
net[0].weight.register_hook((g) => g.clamp(-0.1, 0.1));
net[2].bias.register_post_accumulate_grad_hook((p) => {
  log.push(`bias ${p.grad!.item().toFixed(4)}`);
});
const inp = torch.randn(1, 3, { requires_grad: true });
const hidden = net[0](inp);
hidden.retain_grad();
const out = net[2](net[1](hidden));
out.backward();
print(hidden.grad);
net.zero_grad();
net(inp).backward(torch.tensor([[0.5]]));
print(net[0].weight.grad);
print(log.join('\n'));
for (const handle of handles) handle.remove();
const before = log.length;
net(inp);
print(log.length - before, inp.grad!.shape);
