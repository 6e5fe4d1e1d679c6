MATCH (version:Resource {release: $release, uri: $version})-[:IN_LIST_VERSION]->(state:Resource)
MATCH (version)-[:VERSION_OF]->(:Resource)-[:BROADER*1..]->(entry:Resource)
MATCH (above:Resource)-[:VERSION_OF]->(entry) WHERE (above)-[:IN_LIST_VERSION]->(state)
WITH DISTINCT above, entry
OPTIONAL MATCH (entry)-[:BROADER]->(parent:Resource)
MATCH (above)-[:PARAGRAPH_KIND]->(kind:Resource)
MATCH (above)-[:CHILD_CONNECTIVE]->(connective:Resource)
RETURN DISTINCT above.uri AS above, entry.uri AS entry, entry.notation AS notation, parent.uri AS parent, kind.uri AS kind,
       toString(above.index) AS index, toString(above.depth) AS depth, connective.uri AS connective,
       toString(above.connectiveCount) AS connective_count, toString(above.connectiveStated) AS connective_stated,
       above.endsWith AS ends_with, above.officialNotation AS official, above.label AS label,
       above.wordingHash AS digest, above.textSpan AS span,
       above.verbatim AS verbatim
