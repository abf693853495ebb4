"""Things to be grouped in, groups out: union-find in which two groups may refuse to become one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Groups(Generic[T]):
    """Items by number, each alone at first; a group is known by the traits that its members have together.

    `merge` says which traits two groups would have as one, or None where they cannot be one.
    """

    def __init__(self, traits: Sequence[T], merge: Callable[[T, T], T | None]) -> None:
        self._traits = list(traits)
        self._merge = merge
        self._root = list(range(len(traits)))
        self._members = [[n] for n in range(len(traits))]

    def root(self, n: int) -> int:
        """The number of the item that stands for the group of item n."""
        while self._root[n] != n:
            self._root[n] = self._root[self._root[n]]
            n = self._root[n]
        return n

    def traits(self, n: int) -> T:
        """What is known of the group of item n."""
        return self._traits[self.root(n)]

    def members(self, n: int) -> list[int]:
        """The numbers of all items in the group of item n, in order."""
        return sorted(self._members[self.root(n)])

    def join(self, a: int, b: int, *, merge: Callable[[T, T], T | None] | None = None) -> bool:
        """Make the groups of two items one, unless they refuse (or another `merge` does); whether they are one now."""
        small, large = sorted((self.root(a), self.root(b)), key=lambda n: (len(self._members[n]), n))
        if small == large:
            return True
        merged = (merge or self._merge)(self._traits[small], self._traits[large])
        if merged is None:
            return False
        self._root[small] = large
        self._traits[large] = merged
        self._members[large] += self._members[small]
        self._members[small] = []
        return True

    def roots(self) -> list[int]:
        """One number for each group, in the order of the groups' first items."""
        return sorted((n for n in range(len(self._root)) if self._root[n] == n), key=lambda n: min(self._members[n]))
