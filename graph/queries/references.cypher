MATCH (:Resource {release: $release, uri: $version})-[:HAS_REFERENCE]->(reference:Resource)
MATCH (reference)-[:REFERENCE_KIND]->(kind:Resource)
OPTIONAL MATCH (reference)-[:REFERS_TO_ENTRY]->(entry:Resource)
OPTIONAL MATCH (reference)-[:RELATES_TO]->(related:Resource)
RETURN DISTINCT reference.uri AS reference, kind.uri AS kind, reference.asWritten AS as_written,
       reference.citationLabel AS target, entry.uri AS entry, related.uri AS related, toString(reference.resolved) AS resolved
