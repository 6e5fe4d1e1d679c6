MATCH (:Resource {release: $release, uri: $state})-[:REPRINTS]->(version:Resource)
RETURN DISTINCT version.uri AS version
