"""The names of the rooms that our code stands in (docs/architecture.md)."""

ROOMS = ("slackapp", "handlers", "scheduler", "delivery", "runtime", "blockkit", "sandbox", "demo")
