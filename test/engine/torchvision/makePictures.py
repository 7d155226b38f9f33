"""Writes pictures.json: pictures of every kind, and what torchvision reads of them.

    python3 makePictures.py        (with torch, torchvision and Pillow)
"""

import base64
import io
import json
import os
import re
import struct
import zlib

import numpy as np
import torch
from PIL import Image
from torchvision.io import ImageReadMode, decode_image

random = np.random.RandomState(0)
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(name, content):
    return struct.pack('>I', len(content)) + name + content + struct.pack('>I', zlib.crc32(name + content))


def packed(rows, depth, per_pixel):
    """Rows of samples as PNG packs them, each with another filter."""
    out, before = b'', None
    for y, row in enumerate(rows):
        if depth == 16:
            line = row.astype('>u2').tobytes()
        elif depth == 8:
            line = row.astype('u1').tobytes()
        else:
            bits = ''.join(format(v, f'0{depth}b') for v in row)
            bits += '0' * (-len(bits) % 8)
            line = bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8))
        before = before if before is not None else bytes(len(line))
        kind = y % 5
        filtered = bytearray()
        for i, v in enumerate(line):
            a = line[i - per_pixel] if i >= per_pixel else 0
            b = before[i]
            c = before[i - per_pixel] if i >= per_pixel else 0
            p = a + b - c
            paeth = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
            filtered.append((v - [0, a, b, (a + b) // 2, paeth][kind]) & 255)
        out += bytes([kind]) + bytes(filtered)
        before = line
    return out


def png(colour, depth, width=7, height=6, palette=None, alpha=None, interlaced=False, extra=b''):
    channels = CHANNELS[colour]
    most = len(palette) // 3 if palette else 2**depth
    samples = random.randint(0, most, (height, width * channels)).astype(np.int64)
    per_pixel = max(1, channels * depth // 8)
    if interlaced:
        grid = samples.reshape(height, width, channels)
        data = b''
        for x, y, across, down in PASSES:
            part = grid[y::down, x::across]
            if part.size:
                data += packed(part.reshape(part.shape[0], -1), depth, per_pixel)
    else:
        data = packed(samples, depth, per_pixel)
    out = b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, depth, colour, 0, 0, int(interlaced)))
    out += extra
    if palette:
        out += chunk(b'PLTE', palette)
    if alpha:
        out += chunk(b'tRNS', alpha)
    whole = zlib.compress(data)
    cut = len(whole) // 2
    return out + chunk(b'IDAT', whole[:cut]) + chunk(b'IDAT', whole[cut:]) + chunk(b'IEND', b'')


def jpeg(mode, width=19, height=13, **options):
    shape = (height, width) if mode == 'L' else (height, width, len(mode))
    rough = random.randint(0, 256, shape).astype('u1')
    smooth = np.linspace(0, 255, rough.size).reshape(shape).astype('u1')
    picture = Image.fromarray((rough // 4 + smooth // 4 * 3).astype('u1'), mode)
    out = io.BytesIO()
    picture.save(out, 'JPEG', **options)
    return out.getvalue()


colours = bytes(random.randint(0, 256, 3 * 16))
files = {
    **{f'gray{depth}': png(0, depth) for depth in (1, 2, 4, 8, 16)},
    **{f'rgb{depth}': png(2, depth) for depth in (8, 16)},
    **{f'grayAlpha{depth}': png(4, depth) for depth in (8, 16)},
    **{f'rgba{depth}': png(6, depth) for depth in (8, 16)},
    **{f'palette{depth}': png(3, depth, palette=colours[: 3 * min(16, 2**depth)]) for depth in (1, 2, 4, 8)},
    'paletteAlpha8': png(3, 8, palette=colours, alpha=bytes([0, 100, 255, 7])),
    'interlacedRgb8': png(2, 8, width=11, height=9, interlaced=True),
    'interlacedGray16': png(0, 16, width=5, height=3, interlaced=True),
    'text': png(2, 8, extra=chunk(b'tEXt', b'Comment\0hello') + chunk(b'iCCP', b'x\0\0' + zlib.compress(b'profile'))),
    'jpegGray': jpeg('L'),
    'jpeg444': jpeg('RGB', subsampling=0, quality=95),
    'jpeg422': jpeg('RGB', subsampling=1),
    'jpeg420': jpeg('RGB', subsampling=2),
    'jpegProgressive': jpeg('RGB', progressive=True),
    'jpegRestarts': jpeg('RGB', restart_marker_blocks=2),
    'jpegCmyk': jpeg('CMYK'),
}
MODES = ['UNCHANGED', 'GRAY', 'GRAY_ALPHA', 'RGB', 'RGB_ALPHA']


def read(content, mode):
    data = torch.frombuffer(bytearray(content), dtype=torch.uint8)
    try:
        x = decode_image(data, ImageReadMode[mode])
    except RuntimeError as error:
        # Its messages begin with the place in its own source.
        return {'error': re.sub(r'^.*\.cpp:\d+, ', '', str(error).split('\n')[0])}
    return {'dtype': str(x.dtype), 'shape': list(x.shape), 'stride': list(x.stride()), 'data': x.to(torch.int32).flatten().tolist()}


out = {name: {'file': base64.b64encode(content).decode(), 'modes': {mode: read(content, mode) for mode in MODES}} for name, content in files.items()}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'pictures.json'), 'w') as file:
    json.dump(out, file, separators=(',', ':'))
    file.write('\n')
