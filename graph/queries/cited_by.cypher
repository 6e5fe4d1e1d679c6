MATCH (reference:Resource)-[:REFERS_TO_ENTRY]->(:Resource {release: $release, uri: $entry})
MATCH (version:Resource)-[:HAS_REFERENCE]->(reference)
MATCH (reference)-[:REFERENCE_KIND]->(kind:Resource)
RETURN DISTINCT version.uri AS version, kind.uri AS kind
