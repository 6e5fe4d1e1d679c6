MATCH (:Resource {release: $release, uri: $version})-[:USES_TERM]->(term:Resource)
MATCH (term)-[:TERM_SCOPE]->(scope:Resource)
OPTIONAL MATCH (definition:Resource)-[:TERM_VERSION_OF]->(term)
RETURN DISTINCT term.uri AS term, term.prefLabel AS label, scope.uri AS scope, definition.uri AS definition,
       definition.wordingHash AS digest, definition.textSpan AS span, definition.verbatim AS verbatim
