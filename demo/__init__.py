"""Trying it out: the real app at work in a simulated workspace on this machine."""

from demo.running import run
