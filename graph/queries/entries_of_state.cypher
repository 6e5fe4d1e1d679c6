MATCH (version:EntryVersion|ProvisionVersion)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
MATCH (version)-[:VERSION_OF]->(entry:Resource)
RETURN DISTINCT entry.uri AS entry
