"""Writes numpy.json: files as NumPy, pickle and PyTorch make them, in base64. Run with a Python that has NumPy and PyTorch."""
import base64, io, json, os, pickle, struct, zipfile
import numpy as np
import torch


def npy(array, **options):
    file = io.BytesIO()
    np.lib.format.write_array(file, np.asanyarray(array), **options)
    return file.getvalue()


def safetensors(tensors):
    header, body = {}, b''
    for name, (dtype, shape, raw) in tensors.items():
        header[name] = {'dtype': dtype, 'shape': shape, 'data_offsets': [len(body), len(body) + len(raw)]}
        body += raw
    text = json.dumps(header).encode()
    text += b' ' * (-len(text) % 8)
    return struct.pack('<Q', len(text)) + text + body


def torch_zip():
    """Only the pickle of it: the rest is large and says no more."""
    whole, out = io.BytesIO(), io.BytesIO()
    torch.save({'a': torch.ones(1)}, whole)
    source = zipfile.ZipFile(whole)
    with zipfile.ZipFile(out, 'w') as target:
        name = next(n for n in source.namelist() if n.endswith('data.pkl'))
        target.writestr(name, source.read(name))
    return out.getvalue()


rows = np.arange(6).reshape(2, 3)
files = {d: npy((rows - (0 if 'u' in d else 2)).astype(d)) for d in '<f8 <f4 <f2 <i8 <i4 <i2 |i1 <u2 <u4 <u8 |u1 >f4 >i8'.split()}
files['bool'] = npy(rows % 2 == 1)
files['fortran'] = npy(np.asfortranarray(rows.astype('f4')))
files['scalar'] = npy(np.float32(2.5))
files['empty'] = npy(np.zeros((0, 3), 'f4'))
files['version2'] = npy(np.array([1.5, 2], 'f4'), version=(2, 0))
files['complex'] = npy(rows.astype('c8'))
files['records'] = npy(np.zeros(2, dtype=[('a', 'f4'), ('b', 'i4')]))
files['big'] = npy(np.array([2**60]))
compressed = io.BytesIO()
np.savez_compressed(compressed, x=np.arange(4), y=np.full((2, 100), 0.5, 'f4'))
files['npz'] = compressed.getvalue()
brain = (np.array([1.5, -3], 'f4').view('u4') >> 16).astype('u2')
files['safetensors'] = safetensors({
    'w': ('F32', [2], np.array([1.5, -2], 'f4').tobytes()),
    'h': ('F16', [3], np.array([1.5, -(2.0**-24), np.inf], 'f2').tobytes()),
    'b': ('BF16', [2], brain.tobytes()),
    'n': ('I64', [], np.int64(-7).tobytes()),
})
files['float8'] = safetensors({'w': ('F8_E4M3', [2], b'ab')})
files['pickle'] = pickle.dumps({'a': 1})
files['torch'] = torch_zip()

with open(os.path.join(os.path.dirname(__file__), 'numpy.json'), 'w') as out:
    json.dump({name: base64.b64encode(content).decode() for name, content in files.items()}, out, indent=2)
    out.write('\n')
