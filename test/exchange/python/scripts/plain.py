# Python's own values, where JavaScript differs.
print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7.5 // 2, -7.5 % 2)
print(round(0.5), round(1.5), round(2.5), round(2.675, 2), round(1234.567, -2), round(3.0))
print(10 / 2, 2 ** 10, 2 ** 0.5, 2 ** -1, 1e10, 1e16, 1e-5, 123456789.0, 0.1 + 0.2)
print(1.0, 3 * 1.0, 4 / 2, int(3.9), int(-3.9), float(3), abs(-2.0), abs(-2))
total = 0
for i in range(4):
    total += i * 0.5
print(total)
best = 0
for value in [1.5, 2.0, 0.5]:
    if value > best:
        best = value
print('best', best)
print(sum([1, 2, 3]), sum([1.0, 2.0]), max([1.0, 3.0]), min(4, 2), max(2.0, 1.0))
print([x / 2 for x in range(4)], {k: k / 2 for k in (1, 2)}, (1.0, 2))
print('%d items, %5.2f%%, %s and %r' % (3, 45.678, 2.0, 'x'))
print('{} {:>6} {:.2f} {name!r}'.format(1.0, 'ab', 3.14159, name='n'))
n, w = 3.0, 10
print(f'{n} {n!r} {n:>{w}} {n:<8}| {w:05d} {1234567:,} {0.256:.1%} {255:x} {255:#b} {"mid":^9}|')
print(f'{1e-7} {1.5e300} {float("inf")} {-float("inf")} {float("nan")} {n=}')
print(f'{0.5:.0f} {1.5:.0f} {2.5:.0f} {0.125:.2f} {2.675:.2f} {1e-4:.1e} {123456.789:g} {1e-7:g}')
print(1 < 2 < 3, 1 < 2 > 3, not [], bool([]), bool({}), bool('a'), bool(0.0), [] or 'empty', 0 or None, 'x' and 3)
a = [1, 2]
b = a
b += [3]
print(a, b is a, a == [1, 2, 3], [1, 2] < [1, 3], (1, 2) == (1, 2), 'a' in 'abc', 2 in a, 5 not in a)
a = a + [4]
print(a, b, a[-1], a[1:3], a[::-1], a[:-1], [0] * 3, a.index(3), a.count(1))
d = {'one': 1, 'two': 2}
d['three'] = 3
print(d, list(d), d.get('x'), d.get('x', 0), 'one' in d, len(d), d.pop('one'), sorted(d.items(), key=lambda kv: -kv[1]))
for key, value in d.items():
    print(key, value, end=' ')
print()
print(*[1, 2, 3], sep=', ')
print('a,b,,c'.split(','), ' x  y '.split(), '-'.join(['a', 'b']), 'Hello'.upper(), 'hello world'.title(), 'abc'[::-1], 'abc'[1], 'x' * 3)
print('text'.replace('t', 'T'), 'a' + 'b', '  s '.strip(), 'abc'.find('z'), 'abc'.startswith('ab'), '7'.zfill(3), 'ab'.center(6, '*'))
x, *rest = [1, 2, 3]
(p, q), r = (1, 2), 3
x, p = p, x
print(x, rest, p, q, r)
print(any(v > 2 for v in a), all(v > 0 for v in a), [i for i, v in enumerate(a) if v % 2 == 0], list(zip(a, 'abcd')))
print(sorted(['b', 'A', 'c'], key=str.lower), sorted([3, 1, 2], reverse=True), list(reversed([1, 2])), list(map(str, [1, 2])), divmod(7, 2), divmod(-7, 2))
print(type(1).__name__, type(1.0).__name__, type('').__name__, type([]).__name__, type(None).__name__, isinstance(1, int), isinstance('a', (int, str)))
print(ord('a'), chr(98), hex(255), 0b101, 0xff, 1_000_000, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 0xFFFFFFFF & 0xDEADBEEF)
