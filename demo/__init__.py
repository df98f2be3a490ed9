"""Trying it out: the real app at work in a simulated workspace on this machine.

Here: the sample organisation, its people and its weeks. Not here: any part of the product, which is used as it is.
"""

from demo.running import run
