# Sets of numbers and of tuples have the same order in every run of Python.
import random


def case_1():
    s = {10, 3, 25}
    print(s, {2, 9, 3}, {1, 20, 3, 40, 5}, {100, 50, 25, 12, 6, 3, 1}, {-1, -5, 3}, {0, 8, 16, 24, 32}, {7, 15, 23, 31})


def case_2():
    s = set()
    [s.add(x * 7 % 50) for x in range(20)]
    print(s, len(s))
    s.discard(7)
    s.discard(14)
    s.add(99)
    s.add(1000)
    print(s, list(s)[:3], sorted(s)[:2])


def case_3():
    a, b = set(range(0, 60, 7)), set(range(0, 60, 5))
    print(a | b, a & b, a - b, b - a, a ^ b, a.union([3, 99]), a.intersection([35, 0]), a.difference([7]))


def case_4():
    s = {(0, 1), (2, 3), (1, 1)}
    print(s, {(i, j) for i in range(3) for j in range(3)}, {(1, 2, 3), (3, 2, 1)}, {(-1, 0), (0, -1), (1, 0), (0, 1)}, {((1, 2), 3), ()})


def case_5():
    s = {5, 1, 9, 33}
    print(s.pop(), s.pop(), s, frozenset([9, 1, 17, 25]), set([300, 200, 100]), {x ** 2 for x in range(10)}, {x % 4 for x in [9, 8, 7, 6]})


def case_6():
    random.seed(0)
    s = {random.randint(0, 1000) for _ in range(30)}
    print(s)
    t = set(random.sample(range(10000), 100))
    print(sum(i * v for i, v in enumerate(t)), list(t)[:5])


def case_7():
    s = set()
    s.add(3)
    s.update([1, 2], (8, 9))
    s.remove(1)
    s |= {100, 33}
    s -= {2}
    s &= {3, 33, 100, 9}
    s ^= {3, 4}
    print(s)


def case_8():
    a = {1, 2}
    b = a
    b |= {3}
    b -= {1}
    b &= {2, 3}
    b ^= {9}
    print(a, a is b)


def case_9():
    big = set(range(1000))
    big -= set(range(0, 1000, 3))
    print(sum(i * v for i, v in enumerate(big)) % 99991, True in {1}, {True, 2}, {0, False}, len({1, 1.0, True}))


def case_10():
    groups = {frozenset({1, 2}), frozenset({2, 1})}
    print(len(groups), frozenset({3, 1}) | {7}, {1: 2}.keys() & {1, 5}, {1: 2}.keys() - {1}, {3: 1, 1: 2}.keys() | {2}, {1: 2}.items() & {(1, 2)})


def case_11():
    print(*{30, 4, 17}, sum({1, 2}), max({3, 9}), [x for x in {64, 1, 33}], tuple({8, 1}), sorted({3, 1}), "".join(str(x) for x in {41, 9}))


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
