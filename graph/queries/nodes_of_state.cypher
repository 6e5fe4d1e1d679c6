MATCH (version:EntryVersion|ProvisionVersion)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
MATCH (version)-[:PARAGRAPH_KIND]->(kind:Resource)
MATCH (version)-[:CHILD_CONNECTIVE]->(connective:Resource)
OPTIONAL MATCH (version)-[:PARENT]->(parent:Resource)
RETURN DISTINCT version.uri AS version, parent.uri AS parent, kind.uri AS kind, toString(version.index) AS index,
       connective.uri AS connective, toString(version.connectiveCount) AS count, version.label AS label
