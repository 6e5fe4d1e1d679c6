"""A local Neo4j Community server from Maven jars: loopback only, a password of its own, one for each home."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.errors import Unreachable

POM = Path(__file__).resolve().with_name("neo4j_jars.xml")
COLLECT = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
PATIENCE = 120
"""Seconds that a server may take until it answers."""

PROGRAMS = {"java": "openjdk-17-jre-headless", "mvn": "maven"}
_HOST = "127.0.0.1"
_OPENS = tuple(
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
)
_SETTINGS = """\
server.default_listen_address={host}
server.bolt.listen_address={host}:{bolt}
server.bolt.advertised_address={host}:{bolt}
server.http.listen_address={host}:{http}
server.http.advertised_address={host}:{http}
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=256m
"""


@dataclass(frozen=True, slots=True)
class Access:
    """How to reach the server of one home; chosen once, kept in a file that only its owner reads."""

    bolt: int
    http: int
    password: str


class LocalServer:
    """The Neo4j server of one home."""

    def __init__(self, home: Path, environ: Mapping[str, str]) -> None:
        self.home = home / "neo4j"
        shared = environ.get("COMITY_NEO4J_JARS")
        self.jars = Path(shared) if shared else self.home / "lib"
        self._pid = self.home / "server.pid"
        self._log = self.home / "server.log"
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        """One line that a driver can use, credentials included."""
        access = self._access()
        return f"bolt://neo4j:{access.password}@{_HOST}:{access.bolt}"

    def is_running(self) -> bool:
        """Say whether the process that we started lives and answers."""
        pid = self._running_pid()
        return pid is not None and _answers(self._access().bolt)

    def start(self, tell: Callable[[str], None]) -> None:
        """Start the server and wait until it answers; one that runs already is left alone.

        Raises:
            Unreachable: a program is missing, the jars cannot be collected, or the server does not come up.
        """
        if self.is_running():
            return
        self.stop()
        for program, package in PROGRAMS.items():
            if shutil.which(program) is None:
                raise Unreachable(program, f"not installed: apt-get install {package}")
        self._collect(tell)
        self._prepare()
        tell("starting Neo4j")
        with self._log.open("wb") as log:
            process = subprocess.Popen(  # noqa: S603  our own words and paths
                self._command(), stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self._environ(),
                start_new_session=True,
            )  # fmt: skip
        self._child = process  # held: the server outlives this object, and that is meant
        self._pid.write_text(str(process.pid), encoding="utf-8")
        self._wait(process)

    def stop(self) -> bool:
        """Stop the server; return whether there was one."""
        pid = self._running_pid()
        if pid is not None:
            _end(pid)
        if self._child is not None:
            self._child.wait()
        self._pid.unlink(missing_ok=True)
        return pid is not None

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and process.poll() is None:
            if _answers(self._access().bolt):
                return
            time.sleep(0.2)
        said = self._log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-5:]
        self.stop()
        raise Unreachable("Neo4j", f"did not come up: {' | '.join(said) or 'no word from it'}")

    def _collect(self, tell: Callable[[str], None]) -> None:
        done = self.jars / ".complete"
        if done.exists():
            return
        tell("collecting the jars of Neo4j")
        self.jars.mkdir(parents=True, exist_ok=True)
        command = [
            "mvn",
            "-q",
            "-B",
            "-f",
            str(POM),
            COLLECT,
            "-DincludeScope=runtime",
            f"-DoutputDirectory={self.jars}",
        ]
        made = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  as above
        if made.returncode:
            raise Unreachable("mvn", (made.stdout + made.stderr).strip()[-500:])
        done.touch()

    def _prepare(self) -> None:
        (self.home / "conf").mkdir(parents=True, exist_ok=True)
        access = self._access()
        text = _SETTINGS.format(host=_HOST, bolt=access.bolt, http=access.http)
        (self.home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")
        if (self.home / "data" / "dbms").is_dir():
            return
        command = [
            *self._java("org.neo4j.cli.AdminTool"),
            "dbms",
            "set-initial-password",
            access.password,
        ]
        made = subprocess.run(  # noqa: S603  as above
            command, capture_output=True, text=True, check=False, env=self._environ()
        )
        if made.returncode:
            raise Unreachable("Neo4j", (made.stdout + made.stderr).strip()[-500:])

    def _command(self) -> list[str]:
        places = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}", "--console-mode"]
        return [*self._java("org.neo4j.server.CommunityEntryPoint", "-Xms256m", "-Xmx2g"), *places]

    def _java(self, entry: str, *memory: str) -> list[str]:
        options = [*memory, "-Dfile.encoding=UTF-8", "-Djol.skipHotspotSAAttach=true", *_OPENS]
        return [
            "java",
            *options,
            "--add-modules=jdk.incubator.vector",
            "-cp",
            f"{self.jars}/*",
            entry,
        ]

    def _environ(self) -> dict[str, str]:
        return os.environ | {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}

    def _access(self) -> Access:
        path = self.home / "access.json"
        if not path.is_file():
            self.home.mkdir(parents=True, exist_ok=True)
            made = Access(_free_port(), _free_port(), secrets.token_urlsafe(18))
            path.touch(mode=0o600)
            path.write_text(json.dumps(asdict(made)), encoding="utf-8")
        return Access(**json.loads(path.read_text(encoding="utf-8")))

    def _running_pid(self) -> int | None:
        """Return the process that we started, if it still lives and is ours: numbers are used again."""
        if not self._pid.is_file():
            return None
        pid = int(self._pid.read_text(encoding="utf-8") or 0)
        command = Path(f"/proc/{pid}/cmdline")
        if command.parent.parent.is_dir() and not command.is_file():
            return None
        if command.is_file() and str(self.home).encode() not in command.read_bytes():
            return None
        return pid if _lives(pid) else None


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _is_zombie(pid: int) -> bool:
    """Say whether a process of ours has ended and only waits to be asked for its exit code."""
    told = Path(f"/proc/{pid}/stat")
    return told.is_file() and told.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"


def _end(pid: int) -> None:
    for sign, patience in ((signal.SIGTERM, 30.0), (signal.SIGKILL, 10.0)):
        os.kill(pid, sign)
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if not _lives(pid) or _is_zombie(pid):
                return
            time.sleep(0.1)


def _answers(port: int) -> bool:
    """Say whether a Bolt server shakes hands: magic, then four versions that we would speak."""
    offer = b"\x60\x60\xb0\x17" + b"\x00\x04\x04\x05" + b"\x00\x00\x00\x04" + bytes(8)
    try:
        with socket.create_connection((_HOST, port), timeout=2) as wire:
            wire.sendall(offer)
            return len(wire.recv(4)) == 4
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as wire:
        wire.bind((_HOST, 0))
        return int(wire.getsockname()[1])
