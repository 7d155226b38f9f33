"""Objects of Python's library: paths, dates, tables of text, fractions, complex numbers, flags."""


# pathlib
from pathlib import Path
p = Path('runs') / 'exp1' / 'model.tar.gz'
print(p, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.parent.name, str(p), repr(p))
print(p.with_suffix('.txt'), p.with_name('x.pt'), Path('a/b') / 'c', Path('a') == Path('a'), Path('/x/y').is_absolute(), p.as_posix())
print(Path('a', 'b', 'c').joinpath('d'), [str(q) for q in p.parents], Path('a/../b'), Path('.') / 'a', f'{p}', f'{p.name:>20}')
print(sorted([Path('b'), Path('a')]), {Path('a'): 1}[Path('a')], Path('data/x.csv').relative_to('data'), Path('a/b.py').match('*.py'))


# datetime
from datetime import datetime, date, timedelta
d = datetime(2024, 3, 15, 14, 30, 5)
print(d, d.strftime('%Y-%m-%d %H:%M:%S'), d.year, d.month, d.isoformat(), d.weekday(), repr(d))
e = d + timedelta(days=20, hours=3)
print(e, e - d, (e - d).days, (e - d).total_seconds(), e > d, d.date())
print(date(2024, 2, 28) + timedelta(days=2), date(2024, 1, 1).isoformat(), timedelta(hours=25), timedelta(minutes=90).total_seconds())
print(datetime.strptime('2023-01-05', '%Y-%m-%d'), d.replace(hour=1), f'{d:%d/%m/%Y}', date(2024, 5, 1).strftime('%A %B %j'), date.fromisoformat('2020-02-29'))
t = datetime.now()
print(isinstance(t, datetime), (datetime.now() - t).total_seconds() >= 0)


# csv
import csv, io
f = io.StringIO()
w = csv.writer(f)
w.writerow(['a', 'b'])
w.writerows([[1, 'x,y'], [2.5, None]])
print(repr(f.getvalue()))
for row in csv.reader(io.StringIO('a,b\n1,"x,y"\n')):
    print(row)
rows = list(csv.DictReader('n,v\nx,1\ny,2\n'.splitlines()))
print(rows, rows[0]['n'])
g = io.StringIO()
dw = csv.DictWriter(g, fieldnames=['k', 'v'])
dw.writeheader()
dw.writerow({'k': 'a', 'v': 1})
print(g.getvalue().split())


# fractions
from fractions import Fraction
a, b = Fraction(1, 3), Fraction(1, 6)
print(a + b, a * b, a - b, a / b, a < b, repr(a), float(a), Fraction('0.25'), Fraction(6, 4), a ** 2, -a, a + 1, 2 * b, Fraction(4, 2))
print(a.numerator, a.denominator, sum([a, b]), max(a, b), Fraction(0.5), a == Fraction(2, 6), int(Fraction(7, 2)), round(Fraction(7, 2)))


# complex
z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), z * 2, z + 1, z * (1 - 2j), z / 2j, z == 3 + 4j, -z, complex(1, 2), complex(0.5))
w = 1j ** 2
print(w, 1j * 1j, [1j, 2 + 0j], f'{z}', type(z).__name__, 2.5j)


# flag
from enum import Flag, auto, IntFlag
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
p = Perm.R | Perm.W
print(p, p.value, Perm.R in p, Perm.X in p, p & Perm.W, p ^ Perm.R, bool(p & Perm.X), Perm(3) == p, repr(p), ~Perm.R)
print([f.name for f in Perm])
class Mode(IntFlag):
    A = 1
    B = 2
m = Mode.A | Mode.B
print(int(m), m == 3, Mode.A in m)


# singledispatch
from functools import singledispatch
@singledispatch
def show(x):
    return f'obj {x}'
@show.register
def _(x: int):
    return f'int {x}'
@show.register(list)
def _(x):
    return f'list {len(x)}'
@show.register(str)
def show_str(x):
    return f'str {x!r}'
print(show(1), show([1, 2]), show('a'), show(2.5))


# redirect
import io
from contextlib import redirect_stdout
buf = io.StringIO()
with redirect_stdout(buf):
    print('inside')
    print(1, 2, sep='-')
print('got', repr(buf.getvalue()))
