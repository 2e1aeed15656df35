"""A bad day of an image host: each picture is refused, cut, held back or sent elsewhere a few times before it comes
whole; some never come. What happens to a URL at its nth request is always the same."""

from __future__ import annotations

import random
import time
from collections import Counter

FOR_GOOD = ("missing/x", "html/", "redirect-loop/", "endless/", "noai/drawn/1/1000.jpg", "gone/")
IN_TURN = ("reset/", "mute/", "stall/{0}", "cut/{0}", "cut-chunked/{0}", "error/1000000/{0}", "slow/150/{0}", "{0}",
           "{0}", "{0}", "{0}", "redirect/2/{0}", "hangup/{0}")


class Chaos:
    def __init__(self):
        self.tries: Counter = Counter()

    def path(self, request, number: int) -> str:
        """The path whose answer picture `number` gets now."""
        if number % 20 == 0:
            return FOR_GOOD[number // 20 % len(FOR_GOOD)]
        # Every host is too busy for a quarter of a second now and then.
        if (int(time.time() * 4) + len(request.host)) % 40 == 0:
            return "busy/1000000/"
        whole = f"drawn/{number}/{number * 7919 % 90_000 + 1000}.jpg"
        if number % 20 == 1:
            # The same picture at another host, again and again.
            return f"redirect-to/http://other{number % 3}.example/{whole}"
        self.tries[number] += 1
        dice = random.Random(f"{number} {self.tries[number]}")
        if self.tries[number] > 4:
            return whole
        return dice.choice(IN_TURN).format(whole)
