import torch
import numpy as np

# Tensor basics tutorial
data = [[1, 2], [3, 4]]
x_data = torch.tensor(data)
np_array = np.array(data)
x_np = torch.from_numpy(np_array)
print(f"From numpy: \n {x_np} \n")
x_ones = torch.ones_like(x_data)
print(f"Ones Tensor: \n {x_ones} \n")
torch.manual_seed(0)
x_rand = torch.rand_like(x_data, dtype=torch.float)
print(f"Random Tensor: \n {x_rand} \n")
shape = (2, 3,)
print(torch.zeros(shape), torch.ones(shape))

t = torch.ones(5)
print(f"t: {t}")
n = t.numpy()
print(f"n: {n}")
t.add_(1)
print(f"t: {t}")
print(f"n: {n}")
n = np.ones(5)
t = torch.from_numpy(n)
np.add(n, 1, out=n)
print(f"t: {t}")
print(f"n: {n}")

tensor = torch.ones(4, 4)
print('First row: ', tensor[0])
print('Last column:', tensor[..., -1])
tensor[:, 1] = 0
print(tensor)
agg = tensor.sum()
agg_item = agg.item()
print(agg_item, type(agg_item))
print(type(n), n.dtype, t.dtype, n.shape, t.shape)
a = np.arange(6).reshape(2, 3)
print(a)
print(a.T @ a)
print(a * 2.5, a / 2, a // 2, a % 2, a ** 2)
print(a[a > 2], a[:, ::-1], a[-1, [0, 2]])
print(a.sum(), a.sum(axis=0), a.mean(axis=1), a.max(), a.argmax())
print(np.concatenate([a, a + 10], axis=1))
print(repr(a.astype(np.float32)), repr(np.float64(0.1)), [np.int64(3)])
b = torch.as_tensor(a)
b[0, 0] = 100
print(a[0], b[0])
c = torch.tensor(a)
c[0, 0] = -1
print(a[0, 0], c[0, 0].item())
print(np.array_equal(b.numpy(), a))
