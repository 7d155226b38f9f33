# Methods of texts, and functions of the standard library with rarer arguments.
import itertools
import json
import re
import statistics
from collections import deque


def case_1():
    print("a b a".find("a", 1), "abcabc".rfind("c", 0, 4), "abc".index("c", 1), "aXbXc".count("X", 2), "abc".find("z", 1, 2))


def case_2():
    print("abc".isidentifier(), "1a".isidentifier(), "abc".isascii(), "a\n".isprintable(), "{a}-{b}".format_map({"a": 1, "b": 2}))


def case_3():
    print(" ".join(str(i) for i in range(3)), ",".join(map(str, [1.0, 2])), "".join(sorted("banana")), "".join(reversed("abc")), "-".join(["x"]))


def case_4():
    print("abc".startswith(("a", "b")), "abc".endswith("bc"), "abc".startswith("b", 1), "aaa".replace("a", "b", 2), "a\nb\r\nc".splitlines(), "x".ljust(3, ".") + "|")


def case_5():
    print(int("  42 "), int("-7"), int("1_000"), float(" 3.5 "), float("1e-3"), int("z", 36), bin(10), hex(255), oct(8), chr(8364), ord("€"))


def case_6():
    print(7 / 2, 7 // 2, -7 // 2, 7 % -3, -7 % 3, 2 ** 10, 2 ** -1, 7.0 // 2, divmod(7, -2), pow(3, -1, 7), 10 ** 15, 1e15, 1e16, 1.5e300 * 1e10)


def case_7():
    d = {"b": 1, "a": 2}
    print(sorted(d), max(d, key=d.get), sum(d.values()), d.popitem(), list(reversed({"p": 1, "q": 2})), d.keys() & {"b"}, min(d.items()))


def case_8():
    s = {1, 2}
    t = s.copy()
    t.update([5, 6])
    s.intersection_update({1})
    t -= {5}
    t |= {9}
    print(s, t, s.issubset({1, 3}), s.isdisjoint(t), s.pop(), s.difference(t), {frozenset({1})})


def case_9():
    q = deque([1, 2, 3], maxlen=3)
    q.append(4)
    q.appendleft(0)
    q.rotate(1)
    print(q, q.pop(), q.popleft(), len(q), list(q), q[0], deque("ab"), q.maxlen, deque([1, 2]) == deque([1, 2]))
    q.extend([7, 8])
    q.extendleft([5])
    print(q, q.index(7), 7 in q, q.count(7))
    q.clear()
    print(bool(q))


def case_10():
    print(list(itertools.chain([1], (2, 3))), list(itertools.accumulate([1, 2, 3])), list(itertools.accumulate([3, 1, 2], max)), list(itertools.accumulate([1, 2], initial=10)), list(itertools.product("ab", [1])), list(itertools.groupby("aab"))[0][0], list(itertools.islice(range(10), 2, 8, 3)), list(itertools.pairwise([1, 2, 3])), list(itertools.dropwhile(lambda x: x < 2, [1, 2, 1])), list(itertools.filterfalse(lambda x: x % 2, range(4))))


def case_11():
    m = re.match(r"(?P<k>\w+)=(?P<v>\d+)", "key=42")
    print(m.group("k"), m["v"], m.groupdict(), m.start(), m.end(1), m.group(), m.group(1, 2))
    print(re.compile(r"a", re.I).sub("b", "AaA"), re.escape("a.b"), re.sub("x", lambda m: m.group().upper(), "axb"), re.findall(r"^\w", "a\nb", re.M), re.split("(-)", "a-b"))


def case_12():
    print(json.dumps({"a": [1, 2.0, None, True], "b": "é\n"}), json.loads('{"a": 1.0, "b": [1, "x", null]}'), json.dumps([1], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps("é", ensure_ascii=False), json.dumps({"a": 1}, separators=(",", ":")))


def case_13():
    print(statistics.mean([1, 2, 3]), statistics.mean([1, 2]), statistics.median([1, 3, 2]), statistics.median([1, 2, 3, 4]), statistics.stdev([1, 2, 3]), statistics.variance([1, 2, 4]), statistics.mode([1, 1, 2]), statistics.pvariance([1.0, 3.0]), statistics.fmean([1, 2]), statistics.harmonic_mean([1, 2]), statistics.multimode("aabb"), statistics.geometric_mean([1, 4]))


case_1()
case_2()
case_3()
case_4()
case_5()
case_6()
case_7()
case_8()
case_9()
case_10()
case_11()
case_12()
case_13()
