"""A test in a browser that fails may try once more, which is told; and luck is no way to pass."""

import pytest

pytest_plugins = ["pytester"]

FAILS_AT_FIRST = """
    import pytest
    tries = set()

    @pytest.mark.browser
    @pytest.mark.parametrize("number", range({count}))
    def test_unlucky(number):
        seen = number in tries
        tries.add(number)
        assert seen
"""
NEVER_WORKS = """
    import pytest

    @pytest.mark.browser
    def test_broken():
        assert False
"""


@pytest.mark.parametrize(("count", "status"), [(3, pytest.ExitCode.OK), (4, pytest.ExitCode.TESTS_FAILED)])
def test_more_than_three_reruns_fail_the_run(pytester: pytest.Pytester, count: int, status: int) -> None:
    result = _run(pytester, FAILS_AT_FIRST.format(count=count))
    assert result.ret == status
    assert f"{count} ran once more, of at most 3" in result.stdout.str()


def test_what_fails_twice_has_failed(pytester: pytest.Pytester) -> None:
    result = _run(pytester, NEVER_WORKS)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert "1 failed, 1 rerun" in result.stdout.str()


def test_what_is_no_matter_of_luck_does_not_run_again(pytester: pytest.Pytester) -> None:
    result = _run(pytester, NEVER_WORKS.replace("@pytest.mark.browser", ""))
    assert "rerun" not in result.stdout.str()
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def _run(pytester: pytest.Pytester, tests: str) -> pytest.RunResult:
    pytester.makeini("[pytest]\nmarkers = browser")
    pytester.makepyfile(tests)
    return pytester.runpytest("-p", "tests.reruns", "-p", "no:cacheprovider")
