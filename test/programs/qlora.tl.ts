// QLoRA in small: block-wise 4-bit NormalFloat with double quantization, a custom autograd function, LoRA on top
import * as torch from 'tensor-lens';
import { print, round } from 'tensor-lens/python';

const { nn } = torch;
type Tensor = torch.Tensor;

const NF4 = torch.tensor([-1.0, -0.6961928, -0.5250731, -0.3949175, -0.28444138, -0.18477343, -0.09105004, 0.0, 0.0795803, 0.1609302, 0.2461123, 0.33791524, 0.44070983, 0.562617, 0.72295684, 1.0]);

function quantize_nf4(w: Tensor, block = 8): [Tensor, Tensor, Tensor, Tensor] {
  const flat = w.reshape(-1, block);
  const absmax = flat.abs().amax({ dim: 1, keepdim: true });
  const scaled = flat / absmax;
  const idx = (scaled.unsqueeze(-1) - NF4).abs().argmin(-1).to(torch.uint8);
  const packed = (idx[':', '::2'] << 4) | idx[':', '1::2'];
  const offset = absmax.mean();
  const q_absmax = torch.clamp(torch.round((absmax - offset) / (absmax - offset).abs().max() * 127), -128, 127).to(torch.int8);
  return [packed, q_absmax, (absmax - offset).abs().max() / 127, offset];
}

function dequantize_nf4(packed: Tensor, q_absmax: Tensor, scale: Tensor, offset: Tensor, shape: torch.Size) {
  const [hi, lo] = [packed >> 4, packed & 0xf];
  const idx = torch.stack([hi, lo], { dim: -1 }).flatten(1).long();
  return (NF4[idx] * (q_absmax.float() * scale + offset)).reshape(shape);
}

class MatMul4Bit extends torch.autograd.Function {
  static forward(ctx: any, x: Tensor, packed: Tensor, q_absmax: Tensor, scale: Tensor, offset: Tensor, shape: torch.Size) {
    ctx.save_for_backward(packed, q_absmax, scale, offset);
    ctx.shape = shape;
    return x.matmul(dequantize_nf4(packed, q_absmax, scale, offset, shape).t());
  }

  static backward(ctx: any, grad_output: Tensor) {
    const [packed, q_absmax, scale, offset] = ctx.saved_tensors;
    let grad_x: Tensor | null = null;
    if (ctx.needs_input_grad[0]) {
      grad_x = grad_output.matmul(dequantize_nf4(packed, q_absmax, scale, offset, ctx.shape));
    }
    return [grad_x, null, null, null, null, null];
  }
}

class QLoRALinear extends nn.Module {
  declare packed: Tensor;
  declare q_absmax: Tensor;
  declare scale: Tensor;
  declare offset: Tensor;
  shape: torch.Size;
  bias: torch.nn.Parameter;
  lora_A: torch.nn.Parameter;
  lora_B: torch.nn.Parameter;
  scaling: number;
  dropout: torch.nn.Dropout;
  constructor(linear: torch.nn.Linear, { r = 2, alpha = 4, dropout = 0.1 } = {}) {
    super();
    const [packed, q_absmax, scale, offset] = quantize_nf4(linear.weight.data);
    this.register_buffer('packed', packed);
    this.register_buffer('q_absmax', q_absmax);
    this.register_buffer('scale', scale);
    this.register_buffer('offset', offset);
    this.shape = linear.weight.shape;
    this.bias = new nn.Parameter(linear.bias!.detach().clone(), { requires_grad: false });
    this.lora_A = new nn.Parameter(torch.empty(r, linear.in_features));
    this.lora_B = new nn.Parameter(torch.zeros(linear.out_features, r));
    nn.init.kaiming_uniform_(this.lora_A, { a: Math.sqrt(5) });
    this.scaling = alpha / r;
    this.dropout = new nn.Dropout({ p: dropout });
  }

  forward(x: Tensor) {
    const result = MatMul4Bit.apply(x, this.packed, this.q_absmax, this.scale, this.offset, this.shape);
    return result + this.bias + this.dropout(x).matmul(this.lora_A.T).matmul(this.lora_B.T) * this.scaling;
  }

  extra_repr() {
    return `shape=(${this.shape.join(', ')}), scaling=${this.scaling.toFixed(1)}`;
  }
}

torch.manual_seed(0);
const base = new nn.Sequential(new nn.Linear(16, 32), new nn.GELU(), new nn.Linear(32, 8));
const [x, y] = [torch.randn(12, 16), torch.randint(8, [12])];
const before = base(x).detach();
for (const [name, module] of [...base.named_children()]) {
  if (module instanceof nn.Linear) {
    base.set_submodule(name, new QLoRALinear(module));
  }
}
console.log(base);
base.eval();
const first = base[0] as QLoRALinear;
console.log(`error ${(base(x) - before).abs().max().item().toFixed(4)}`, first.packed.dtype, first.q_absmax.flatten()[':6']);
base.train();
const trainable = [...base.parameters()].filter((p) => p.requires_grad);
const count = (ps: Tensor[]) => ps.reduce((n, p) => n + p.numel(), 0);
const total = count([...base.parameters()]);
console.log(`trainable params: ${count(trainable)} || all params: ${total} || trainable%: ${(100 * count(trainable) / total).toFixed(2)}`);
const opt = new torch.optim.AdamW(trainable, { lr: 2e-2 });
for (let step = 0; step < 5; step++) {
  const loss = nn.functional.cross_entropy(base(x), y, { label_smoothing: 0.1 });
  opt.zero_grad();
  loss.backward();
  opt.step();
  print(step, round(loss.item(), 4));
}
console.log('{' + Object.entries(base[2].state_dict() as Record<string, Tensor>).map(([k, v]) => `'${k}': ${v.dtype}`).join(', ') + '}');
