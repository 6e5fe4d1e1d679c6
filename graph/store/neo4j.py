"""The server store: Neo4j over Bolt, a projection of the same statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from neo4j import Driver, GraphDatabase, ManagedTransaction, Query
from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError

from graph.errors import NotBuilt, Unreachable
from graph.model.quad import Quad
from graph.store import Question, Row, sorted_rows
from graph.store.lpg import Edge, Node, project, restore_literals

SCHEMA = (
    "CREATE CONSTRAINT resource IF NOT EXISTS FOR (n:Resource) REQUIRE (n.release, n.uri) IS UNIQUE",
    "CREATE CONSTRAINT comity IF NOT EXISTS FOR (n:Comity) REQUIRE n.name IS UNIQUE",
    "CREATE INDEX entry_notation IF NOT EXISTS FOR (n:ControlEntry) ON (n.notation)",
    "CREATE INDEX version_from IF NOT EXISTS FOR (n:EntryVersion) ON (n.validFrom)",
    "CREATE INDEX version_to IF NOT EXISTS FOR (n:EntryVersion) ON (n.validTo)",
    "CREATE INDEX version_on IF NOT EXISTS FOR (n:EntryVersion) ON (n.validOn)",
    "CREATE INDEX event_date IF NOT EXISTS FOR (n:StatusEvent) ON (n.eventDate)",
    "CREATE INDEX release IF NOT EXISTS FOR (n:Resource) ON (n.release)",
    """CREATE FULLTEXT INDEX wording IF NOT EXISTS FOR (n:EntryVersion|Note|TermVersion)
    ON EACH [n.verbatim, n.label] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}""",
)
BATCH = 5_000

_CURRENT = "MATCH (c:Comity {name: 'release'}) RETURN c.current AS current"
_POINT = "MERGE (c:Comity {name: 'release'}) SET c.current = $release"
_RELEASES = "MATCH (n:Resource) RETURN DISTINCT n.release AS release"
#: Relationships first: a node such as a list's state has a hundred thousand, and one transaction could not hold them.
_DROP = (
    """MATCH (n:Resource {release: $release})-[r]->()
    CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS""",
    """MATCH (n:Resource {release: $release})
    CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS""",
)
#: Labels and types cannot be parameters: they come from IRIs and are checked by `graph.store.lpg`.
_NODES = "UNWIND $rows AS row CREATE (n:%s) SET n = row"
_EDGES = """
UNWIND $rows AS row
MATCH (s:Resource {release: $release, uri: row.s})
MATCH (o:Resource {release: $release, uri: row.o})
CREATE (s)-[:%s {p: row.p, g: row.g, k: row.k}]->(o)
"""
_LITERALS = "MATCH (n:Resource {release: $release}) RETURN n.uri AS uri, n._lit AS literals"
_LINKS = """
MATCH (s:Resource {release: $release})-[r]->(o:Resource)
RETURN s.uri AS s, r.p AS p, o.uri AS o, r.g AS g
"""


class Neo4jStore:
    """Keep one release as nodes and relationships; two stand side by side only while one is loaded."""

    def __init__(self, driver: Driver, server: str) -> None:
        self._driver, self._server = driver, server

    @classmethod
    def at(cls, uri: str) -> Self:
        """Connect to a server, a cluster or Aura by a URI with credentials (``bolt://user:password@host:port``).

        Raises:
            Unreachable: no server answers there, or it refuses the credentials.
        """
        parts = urlsplit(uri)
        server = f"{parts.scheme}://{parts.hostname or ''}" + (
            f":{parts.port}" if parts.port else ""
        )
        auth = (unquote(parts.username or ""), unquote(parts.password or ""))
        try:
            driver = GraphDatabase.driver(
                server, auth=auth if any(auth) else None, notifications_min_severity="OFF"
            )
        except (ConfigurationError, ValueError) as exc:
            raise Unreachable(server, str(exc).splitlines()[0]) from exc
        try:
            driver.verify_connectivity()
        except (DriverError, Neo4jError) as exc:
            driver.close()
            raise Unreachable(server, str(exc).splitlines()[0]) from exc
        return cls(driver, server)

    def load(
        self,
        quads: Iterable[Quad],
        *,
        release: str,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        """Write a release beside the current one, then make it current and drop the rest.

        Shape:   after a crash the old release is still current, and the next load clears what was left.
        """
        for statement in SCHEMA:
            self._driver.execute_query(Query(statement))
        if self.current() == release:
            return
        self._drop(release)
        nodes, edges = project(quads)
        done = 0
        for kind, rows in [*_node_rows(nodes, release), *_edge_rows(edges)]:
            for start in range(0, len(rows), BATCH):
                batch = rows[start : start + BATCH]
                self._write(kind, batch, release)
                done += len(batch)
                if progress is not None:
                    progress(done)
        self._driver.execute_query(Query(_POINT), {"release": release})
        for record in self._driver.execute_query(Query(_RELEASES)).records:
            if record["release"] != release:
                self._drop(record["release"])

    def current(self) -> str | None:
        """Return the key of the release that is served; ``None`` where nothing is loaded."""
        records = self._driver.execute_query(Query(_CURRENT)).records
        return str(records[0]["current"]) if records else None

    def find(self, question: Question, **given: str) -> tuple[Row, ...]:
        """Return the distinct rows that answer one catalogue question, sorted.

        Raises:
            NotBuilt: nothing is loaded.
        """
        parameters = {"release": self._served(), **given}
        records = self._driver.execute_query(Query(question.text("cypher")), parameters).records
        return sorted_rows(
            {name: _text(value) for name, value in r.data().items()} for r in records
        )

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what ``make`` derives from rows, made anew each time."""
        return make()

    def quads(self) -> Iterator[Quad]:
        """Yield every statement of the current release, in no set order.

        Raises:
            NotBuilt: nothing is loaded.
        """
        release = self._served()
        with self._driver.session() as session:
            for record in session.run(Query(_LITERALS), release=release):
                yield from restore_literals(record["uri"], record["literals"])
            for s, p, o, graphs in session.run(Query(_LINKS), release=release):
                for graph in graphs:
                    yield Quad(s, p, o, graph)

    def close(self) -> None:
        """Give the connections back."""
        self._driver.close()

    def _served(self) -> str:
        found = self.current()
        if found is None:
            raise NotBuilt(self._server)
        return found

    def _write(self, kind: str, rows: Sequence[dict[str, Any]], release: str) -> None:
        def work(transaction: ManagedTransaction) -> None:
            transaction.run(kind, rows=rows, release=release).consume()

        with self._driver.session() as session:
            session.execute_write(work)

    def _drop(self, release: str) -> None:
        """Delete one release, some thousand rows a transaction: a whole one does not fit into a small server's memory."""
        with self._driver.session() as session:
            for statement in _DROP:
                session.run(Query(statement), release=release).consume()


def _node_rows(nodes: Iterable[Node], release: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    by_labels: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        labels = ":".join(["Resource", *sorted(node.labels)])
        by_labels[labels].append(dict(node.properties(release)))
    for labels, rows in sorted(by_labels.items()):
        yield _NODES % labels, rows


def _edge_rows(edges: Iterable[Edge]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    by_type: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for edge in edges:
        row = {"s": edge.subject, "p": edge.predicate, "o": edge.object, "k": edge.key}
        by_type[edge.type].append(row | {"g": sorted(edge.graphs)})
    for name, rows in sorted(by_type.items()):
        yield _EDGES % name, rows


def _text(value: object) -> str:
    return "" if value is None else str(value)
