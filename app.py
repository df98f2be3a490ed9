"""The command line: python app.py [run | worker | demo | migrate | backup | restore | tick | doctor | …]."""

import argparse
import asyncio
import os
import sys
from pathlib import Path

from pydantic import ValidationError

from runtime import backups, doctor, lifecycle, manual_tick, registry, tables, template_check
from runtime.cannot_start import CannotStart
from runtime.settings_errors import explained
from slackapp import logs
from slackapp.clock import SystemClock
from slackapp.config import ConnectedSettings, Settings
from slackapp.slack import manifest


def main() -> int:
    """Do what was asked; the exit status: 2 where an operator must put something right first, 1 for findings."""
    logs.configure()
    os.umask(0o077)  # what we write holds what people wrote: it is for our own user alone
    asked = _parser().parse_args()
    try:
        return asked.does(asked) or 0
    except ValidationError as invalid:
        print(*explained(invalid), sep="\n", file=sys.stderr)
    except CannotStart as reason:
        print(reason, file=sys.stderr)
    return 2


def _run(_: argparse.Namespace) -> None:
    asyncio.run(lifecycle.run(ConnectedSettings(), SystemClock()))


def _worker(_: argparse.Namespace) -> None:
    asyncio.run(lifecycle.run(ConnectedSettings(), SystemClock(), takes_slack=False))


def _demo(asked: argparse.Namespace) -> None:
    import demo  # noqa: PLC0415 - a process that works for Slack has no simulated workspace in it

    asyncio.run(demo.run(asked.port, asked.keep))


def _migrate(_: argparse.Namespace) -> None:
    tables.migrate(Settings().database_url, SystemClock())
    print("The tables are those of this version.")


def _backup(asked: argparse.Namespace) -> None:
    backups.backup(Settings().database_url, asked.file, SystemClock())
    print(f"The back-up is in {asked.file}.")


def _restore(asked: argparse.Namespace) -> None:
    lost = backups.restore(Settings().database_url, asked.file, SystemClock(), numbers=asked.numbers)
    print(backups.told(lost, asked.numbers))


def _restored(asked: argparse.Namespace) -> None:
    lost = backups.restored(Settings().database_url, SystemClock(), numbers=asked.numbers)
    print(backups.told(lost, asked.numbers))


def _tick(asked: argparse.Namespace) -> None:
    moment = asked.now or SystemClock().now()
    tick = manual_tick.told if asked.dry_run else manual_tick.done
    for line in tick(Settings().database_url, moment):
        print(line)


def _doctor(asked: argparse.Namespace) -> int:
    found = asyncio.run(doctor.examine(ConnectedSettings(), SystemClock(), probe=asked.probe))
    print(*found, sep="\n")
    return int(any(finding.is_trouble for finding in found))


def _templates(_: argparse.Namespace) -> int:
    found = template_check.found(Settings().afspraak_templates)
    print(*(found or (template_check.GOOD,)), sep="\n")
    return int(bool(found))


def _manifest(asked: argparse.Namespace) -> None:
    registry.open_doors()
    text = manifest.text(Settings().afspraak_command_prefix, asked.address)
    if asked.file:
        Path(asked.file).write_text(text, encoding="utf-8")
    else:
        print(text, end="")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="app.py", description="Agreements between teams, in Slack.")
    parser.set_defaults(does=_run)
    ways = parser.add_subparsers(metavar="command")
    ways.add_parser("run", help="work for Slack, with the settings in .env (the default)").set_defaults(does=_run)
    ways.add_parser("worker", help="only the work in the background").set_defaults(does=_worker)
    ways.add_parser("migrate", help="bring the tables to this version").set_defaults(does=_migrate)
    _add_backups(ways)
    due = ways.add_parser("tick", help="do what is due at a moment, and tell it; nothing is sent")
    due.add_argument("--now", type=manual_tick.moment, metavar="ISO", help="2026-11-24T09:00+01:00; without a zone UTC")
    due.add_argument("--dry-run", action="store_true", help="only tell it")
    due.set_defaults(does=_tick)
    looking = ways.add_parser("doctor", help="is everything as it must be, and what to do about what is not")
    looking.add_argument("--probe", metavar="CHANNEL", help="id of a channel: try how soon a message is found there")
    looking.set_defaults(does=_doctor)
    reading = ways.add_parser("templates", help="check: would Slack take what our templates and yours make?")
    reading.add_argument("what", choices=["check"])
    reading.set_defaults(does=_templates)
    trying = ways.add_parser("demo", help="try it out in a simulated workspace")
    trying.add_argument("--port", type=int, default=8000, help="of the page (8000)")
    trying.add_argument("--keep", metavar="FILE", help="a SQLite file that is there again the next time")
    trying.set_defaults(does=_demo)
    writing = ways.add_parser("manifest", help="print the manifest of the Slack app")
    writing.add_argument("--address", help="public address of the app, for HTTP in place of Socket Mode")
    writing.add_argument("file", nargs="?", help="write it there")
    writing.set_defaults(does=_manifest)
    return parser


def _add_backups(ways: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    copying = ways.add_parser("backup", help="write a copy of the database, also while the app works")
    copying.add_argument("file", type=Path)
    copying.set_defaults(does=_backup)
    restoring = ways.add_parser("restore", help="put a copy in the place of the database, while the app is stopped")
    restoring.add_argument("file", type=Path)
    restoring.set_defaults(does=_restore)
    marking = ways.add_parser("restored", help="after a restore by other means: keep what is lost apart")
    marking.set_defaults(does=_restored)
    for way in (restoring, marking):
        way.add_argument("--numbers", type=int, default=0, metavar="N", help="leave out at least so many (R-17)")


if __name__ == "__main__":
    sys.exit(main())
