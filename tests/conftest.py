"""What every test may ask for, and how properties are searched."""

from hypothesis import settings

# `ci` looks at the same examples every time, so that red means changed code.
# `hunt` looks at many new ones: make test ARGS="--hypothesis-profile hunt"
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile("hunt", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile("ci")

pytest_plugins = ["tests.databases", "tests.logged", "tests.reruns", "tests.stores"]
