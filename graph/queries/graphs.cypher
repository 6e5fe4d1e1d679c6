MATCH (:Release {release: $release})-[:HAD_MEMBER]->(graph:Resource)-[:TYPE]->(kind:Resource)
RETURN DISTINCT graph.uri AS graph, kind.uri AS kind, graph.sourceFile AS document, graph.contentHash AS sha256
