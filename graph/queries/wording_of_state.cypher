MATCH (version:Resource)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
MATCH (version)-[:PARAGRAPH_KIND|NOTE_KIND]->(kind:Resource)
RETURN DISTINCT version.uri AS version, kind.uri AS kind, version.label AS label, version.verbatim AS verbatim
