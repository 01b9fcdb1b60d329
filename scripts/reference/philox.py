"""Philox4x32-10 and the streams, integers and shuffles that sparsesh draws from it.

Written from the paper (Salmon et al., SC 2011) and from the documentation of `RandomStream`, not
from its code, so that the two check each other. Pure Python, slow and plain.
"""

MASK = 0xFFFFFFFF
SHUFFLE = 4  # RandomPurpose.shuffle


def block(counter, key):
    """The four words at a counter of four words, under a key of two."""
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        even, odd = c0 * 0xD2511F53, c2 * 0xCD9E8D57
        c0, c1, c2, c3 = (odd >> 32) ^ c1 ^ k0, odd & MASK, (even >> 32) ^ c3 ^ k1, even & MASK
        k0, k1 = (k0 + 0x9E3779B9) & MASK, (k1 + 0xBB67AE85) & MASK
    return c0, c1, c2, c3


class Stream:
    """The stream of a purpose under a seed, for an epoch and a layer."""

    def __init__(self, seed, purpose, epoch=0, layer=0):
        self.key = (seed & MASK, seed >> 32)
        self.address = (epoch & MASK, purpose << 16 | layer & 0xFFFF)
        self.index = 0
        self.words = []

    def word(self):
        if not self.words:
            counter = (self.index & MASK, self.index >> 32) + self.address
            self.words = list(block(counter, self.key))
            self.index += 1
        return self.words.pop(0)

    def integer(self, bound):
        """A whole number below bound: the high half of a 128-bit product, unbiased by rejection."""
        while True:
            low = self.word()
            product = (self.word() << 32 | low) * bound
            if product & (2**64 - 1) >= 2**64 % bound:
                return product >> 64

    def shuffled(self, count):
        """The numbers 0 … count−1, shuffled from the last place down."""
        order = list(range(count))
        for i in range(count - 1, 0, -1):
            j = self.integer(i + 1)
            order[i], order[j] = order[j], order[i]
        return order


assert block((0, 0, 0, 0), (0, 0)) == (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)
