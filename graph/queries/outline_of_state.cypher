MATCH (version:EntryVersion|ProvisionVersion)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
MATCH (version)-[:PARAGRAPH_KIND]->(kind:Resource)
WHERE kind.uri IN ['https://w3id.org/comity/code/ParagraphKind-heading', 'https://w3id.org/comity/code/ParagraphKind-entry']
MATCH (version)-[:VERSION_OF]->(entry:Resource)
OPTIONAL MATCH (version)-[:PARENT]->(parent:Resource)
RETURN DISTINCT entry.uri AS entry, parent.uri AS parent, kind.uri AS kind, toString(version.index) AS index
