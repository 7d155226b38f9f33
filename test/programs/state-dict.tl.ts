import * as torch from 'tensor-lens';
import { nn } from 'tensor-lens';
torch.manual_seed(4);
const make = () => {
  const s = new nn.Sequential({ conv: new nn.Conv2d(1, 2, 3), bn: new nn.BatchNorm2d(2), head: new nn.Linear(2, 3) });
  return s;
};
const [a, b] = [make(), make()];
const sd = a.state_dict();
for (const [k, v] of Object.entries(sd)) console.log(k, '(' + v.shape.join(', ') + (v.dim() === 1 ? ',)' : ')'));
const prefixed = Object.fromEntries(Object.entries(sd).map(([k, v]) => ['module.' + k, v]));
const renamed = Object.fromEntries(Object.entries(prefixed).map(([k, v]) => [k.slice('module.'.length), v] as const).filter(([k]) => !k.endsWith('num_batches_tracked')));
const r = b.load_state_dict(renamed, { strict: false });
console.log(r);
console.log(torch.equal(a[0].weight, b[0].weight) ? 'True' : 'False');
try {
  b.load_state_dict({ ...sd, 'head.weight': torch.zeros(4, 2), extra: torch.zeros(1) });
} catch (e) {
  console.log((e as Error).message);
}
torch.no_grad(() => {
  const q = b.parameters();
  a.parameters().forEach((p, i) => q[i].mul_(0.9).add_(p, { alpha: 0.1 }));
});
console.log(a.parameters().every((p, i) => torch.allclose(p, b.parameters()[i])) ? 'True' : 'False');
for (const [name, p] of b.named_parameters()) if (name.startsWith('conv')) p.requires_grad = false;
console.log("['" + b.named_parameters().filter(([, p]) => p.requires_grad).map(([n]) => n).join("', '") + "']");
console.log(b);
