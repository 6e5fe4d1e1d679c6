MATCH (:Resource {release: $release, uri: $version})-[:HAS_STATEMENT]->(statement:Resource)
MATCH (statement)-[:STATEMENT_KIND]->(kind:Resource)
UNWIND coalesce(statement.codeValue, [null]) AS value
RETURN DISTINCT statement.uri AS statement, kind.uri AS kind, toString(statement.index) AS index,
       statement.wordingHash AS digest, statement.textSpan AS span, statement.verbatim AS verbatim, value
