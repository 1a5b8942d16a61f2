"""How likely a count is by chance alone: exact where numbers are small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import comb, erfc, exp, fsum, gamma, lgamma, log, sqrt

_LEAST, _MANY, _EXPECTED, _MOST_PLACES = 8, 20, 5, 5


def binomial_tail(hits: int, count: int, share: float) -> float:
    """Return the probability of `hits` or more of `count`, each with the probability `share`."""
    if hits <= 0:
        return 1.0
    if not 0 < share < 1:
        return float(share >= 1)
    terms = (_log_comb(count, i) + i * log(share) + (count - i) * log(1 - share) for i in range(hits, count + 1))
    return min(1.0, sum(map(exp, terms)))


def _log_comb(count: int, hits: int) -> float:
    return lgamma(count + 1) - lgamma(hits + 1) - lgamma(count - hits + 1)


def even_odds(hits: int, count: int) -> float:
    """Return the two-sided probability of a split as uneven as this one when both sides are equally likely."""
    few = min(hits, count - hits)
    return min(1.0, sum(comb(count, i) for i in range(few + 1)) / (1 << (count - 1)))


def chi_square(counts: Sequence[int]) -> float:
    """Return the probability of counts at least as uneven as these, by chi-square against equal shares."""
    expected = sum(counts) / len(counts)
    half = sum((count - expected) ** 2 for count in counts) / expected / 2
    freedom = len(counts) - 1
    if freedom % 2 == 0:
        return exp(-half) * fsum(half**i / gamma(i + 1) for i in range(freedom // 2))
    return erfc(sqrt(half)) + exp(-half) * fsum(half ** (i + 0.5) / gamma(i + 1.5) for i in range(freedom // 2))


def exact_multinomial(counts: Sequence[int]) -> float:
    """Return the probability of any counts that are no more likely than these, with equal shares."""
    total, places = sum(counts), len(counts)
    mine = sum(lgamma(count + 1) for count in counts)
    ways = [sum(lgamma(count + 1) for count in other) for other in _splits(total, places)]
    whole = lgamma(total + 1) - total * log(places)
    return min(1.0, sum(exp(whole - way) for way in ways if way >= mine - 1e-9))


def _splits(total: int, places: int) -> Iterator[tuple[int, ...]]:
    if places == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in _splits(total - first, places - 1):
            yield (first, *rest)


@cache
def uneven(counts: tuple[int, ...]) -> float:
    """Return the probability of counts as uneven as these: chi-square for many, exact for few.

    For fewer than eight, and for few over more than five places, it is 1: nothing can be said.
    """
    total, places = sum(counts), len(counts)
    if places < 2 or total < _LEAST:
        return 1.0
    if total >= _MANY and total / places >= _EXPECTED:
        return chi_square(counts)
    return exact_multinomial(counts) if places <= _MOST_PLACES else 1.0
