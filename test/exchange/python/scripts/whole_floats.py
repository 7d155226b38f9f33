import torch

# A whole float beside integers makes floats, by operators, functions and methods alike.
a = torch.tensor([3, -1])
m = a > 0
f = 2.0
print(torch.result_type(a, 1.0), torch.result_type(a, 1), torch.result_type(1.0, a), torch.result_type(torch.tensor(3), f))
print((a * f).dtype, torch.add(a, 1.0), torch.mul(a, f), a.add(f), a.sub(1.0), torch.sub(a, other=f), torch.add(m, 1.0))
print(torch.clamp(a, 0.0, 1.0), a.clamp(min=0.0), a.clamp(max=f), torch.clamp_min(a, f), a.clip(0.0, 2.0))
print(torch.pow(a, 2.0), torch.pow(2.0, a), a.pow(f), 2.0**a, a**f)
print(torch.remainder(a, f), torch.fmod(a, f), torch.div(a, f, rounding_mode='floor'), torch.floor_divide(a, f), torch.rsub(a, f))
print(torch.add(a, 1), a.clamp(min=0), torch.pow(a, 2), a.add(0.5), torch.add(a, torch.tensor(1.0)), torch.add(a.double(), f).dtype)
