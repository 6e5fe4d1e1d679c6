MATCH (version:Resource {release: $release, uri: $version})-[:IN_LIST_VERSION]->(state:Resource)
MATCH (version)-[:VERSION_OF]->(:Resource)<-[:BROADER]-(entry:Resource)
MATCH (below:Resource)-[:VERSION_OF]->(entry) WHERE (below)-[:IN_LIST_VERSION]->(state)
RETURN DISTINCT below.uri AS below
