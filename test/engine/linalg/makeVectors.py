"""Writes vectors.json: factors of small matrices by PyTorch, whose vectors have signs that only its algorithms explain.

In larger matrices of float32 the number of steps of an iteration, and with it a sign, can depend on how single sums are
rounded. Such matrices are left out where `EXACT` says so.
"""

import json
import pathlib

import torch

SHAPES = [(1, 1), (2, 2), (3, 3), (3, 2), (2, 3), (5, 3), (3, 5), (6, 6), (9, 4), (4, 9), (9, 9)]
#: Up to which size the signs of eigenvectors do not depend on the rounding of single sums.
EXACT = {torch.float32: {"eigh": 9, "eig": 6}, torch.float64: {"eigh": 9, "eig": 9}, torch.complex64: {"eigh": 3, "eig": 6}}


def numbers(tensor):
    tensor = tensor.resolve_conj()
    return (torch.view_as_real(tensor) if tensor.is_complex() else tensor).double().flatten().tolist()


def rounded(values):
    return [float(f"{value:.5g}") for value in values]


torch.manual_seed(3)
cases = []
for dtype in (torch.float32, torch.float64, torch.complex64):
    for shape in SHAPES:
        a = torch.randn(shape, dtype=dtype)
        a = torch.complex((a.real * 8).round() / 8, (a.imag * 8).round() / 8) if dtype.is_complex else (a * 8).round() / 8
        case = {"dtype": str(dtype).split(".")[1], "shape": list(shape), "a": numbers(a)}
        case["svd"] = [rounded(numbers(part)) for part in torch.linalg.svd(a, full_matrices=True)]
        if shape[0] == shape[1]:
            for name, of in (("eigh", a + a.mH), ("eig", a)):
                if shape[0] <= EXACT[dtype][name]:
                    case[name] = [rounded(numbers(part)) for part in getattr(torch.linalg, name)(of)]
        cases.append(case)
#: Large matrices are divided. Of these, one entry of each vector tells its sign; both sides draw them from a seed.
large = []
for dtype in (torch.float32, torch.float64):
    for m, n in [(26, 26), (40, 40), (33, 70), (70, 33), (64, 64)]:
        torch.manual_seed(m + n)
        a = torch.randn(m, n, dtype=dtype)
        u, s, vh = torch.linalg.svd(a, full_matrices=False)
        case = {"dtype": str(dtype).split(".")[1], "shape": [m, n], "u": u[m // 2].tolist(), "s": s.tolist(), "v": vh[:, n // 2].tolist()}
        if m == n:
            values, vectors = torch.linalg.eigh(a + a.T)
            case |= {"values": values.tolist(), "vectors": vectors[m // 2].tolist()}
        large.append({key: rounded(part) if isinstance(part[0], float) else part for key, part in case.items()})
path = pathlib.Path(__file__).with_name("vectors.json")
path.write_text(json.dumps({"cases": cases, "large": large}) + "\n")
