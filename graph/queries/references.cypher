MATCH (:Resource {release: $release, uri: $version})-[:HAS_REFERENCE]->(reference:Resource)
MATCH (reference)-[:REFERENCE_KIND]->(kind:Resource)
OPTIONAL MATCH (reference)-[:REFERS_TO_ENTRY]->(entry:Resource)
RETURN DISTINCT reference.uri AS reference, kind.uri AS kind, reference.asWritten AS as_written,
       reference.citationLabel AS target, entry.uri AS entry, toString(reference.resolved) AS resolved
