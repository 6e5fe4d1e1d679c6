MATCH (version:Resource {release: $release, uri: $version})-[:IN_LIST_VERSION]->(state:Resource)
MATCH (version)-[:VERSION_OF]->(:Resource)-[:BROADER*1..]->(entry:Resource)
MATCH (above:Resource)-[:VERSION_OF]->(entry) WHERE (above)-[:IN_LIST_VERSION]->(state)
RETURN DISTINCT above.uri AS above
