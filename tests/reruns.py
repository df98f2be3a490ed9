"""Tests with real processes and browsers may run once more when they fail. Each rerun is printed at the end of the
run, and more than three fail it: what needs luck that often is broken."""

from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

HERE = Path(__file__).parent
MOST = 3
RERUN = "rerun"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    if not _may_run_again(item):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, nextitem=nextitem, log=False)
    if any(report.failed for report in reports):
        for report in reports:
            if report.failed:
                report.outcome = RERUN  # type: ignore[assignment]  # an outcome of ours
                item.ihook.pytest_runtest_logreport(report=report)
        item._initrequest()  # type: ignore[attr-defined]  # fresh fixtures
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    return (RERUN, "R", "RERUN") if report.outcome == RERUN else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reruns = terminalreporter.getreports(RERUN)
    if reruns:
        terminalreporter.section(f"{len(reruns)} ran once more, of at most {MOST}")
    for report in reruns:
        terminalreporter.write_line(f"{report.nodeid} ({report.when})")
        terminalreporter.write_line(report.longreprtext)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In the process that prints: workers hand their reports to it."""
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal and len(terminal.getreports(RERUN)) > MOST:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _may_run_again(item: pytest.Item) -> bool:
    return item.get_closest_marker("browser") is not None or item.path.is_relative_to(HERE / "fire")
