MATCH (version:Resource)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
MATCH (version)-[:HAS_REFERENCE]->(reference:Resource)-[:REFERENCE_KIND]->(kind:Resource)
RETURN DISTINCT version.uri AS version, reference.uri AS reference, kind.uri AS kind, reference.asWritten AS as_written,
       reference.citationLabel AS target, toString(reference.resolved) AS resolved
