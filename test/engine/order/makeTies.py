"""Writes ties.json: where PyTorch puts equal elements when it sorts, takes the greatest ones, and finds the most frequent."""

import json
import pathlib

import torch

torch.manual_seed(0)
cases = []
for size in (5, 16, 17, 33, 100):
    for values in (2, 10):
        given = torch.randint(0, values, (size,))
        for dtype in ("int64", "float32"):
            x = given.to(getattr(torch, dtype))
            if dtype == "float32":
                x[size // 2] = float("nan")
            case = {"dtype": dtype, "given": given.tolist(), "nan": size // 2 if dtype == "float32" else None}
            case["sort"] = [torch.sort(x, descending=descending)[1].tolist() for descending in (False, True)]
            case["stable"] = [torch.sort(x, descending=descending, stable=True)[1].tolist() for descending in (False, True)]
            case["topk"] = [
                [k, largest, in_order, torch.topk(x, k, largest=largest, sorted=in_order)[1].tolist()]
                for k in (1, size // 2, size)
                for largest in (True, False)
                for in_order in (True, False)
            ]
            case["mode"] = torch.mode(given.to(x.dtype), 0)[1].item()
            cases.append(case)
torch.manual_seed(7)
many = torch.randint(0, 50, (40000,))
sampled = {name: [int(i) for i in order[::997]] for name, order in {
    "ascending": torch.sort(many)[1],
    "descending": torch.sort(many, descending=True)[1],
    "floats": torch.sort(many.float())[1],
    "topk": torch.topk(many, 30000)[1],
}.items()}
path = pathlib.Path(__file__).with_name("ties.json")
path.write_text(json.dumps({"cases": cases, "many": sampled}) + "\n")
