MATCH (version:Resource)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
MATCH (version)-[:VERSION_OF]->(entry:Resource)
WITH DISTINCT version, entry
OPTIONAL MATCH (entry)-[:BROADER]->(parent:Resource)
MATCH (version)-[:PARAGRAPH_KIND]->(kind:Resource)
WHERE kind.uri IN ['https://w3id.org/comity/code/ParagraphKind-heading', 'https://w3id.org/comity/code/ParagraphKind-entry']
MATCH (version)-[:CHILD_CONNECTIVE]->(connective:Resource)
RETURN DISTINCT version.uri AS version, entry.uri AS entry, entry.notation AS notation, parent.uri AS parent, kind.uri AS kind,
       toString(version.index) AS index, toString(version.depth) AS depth, connective.uri AS connective,
       toString(version.connectiveCount) AS connective_count, toString(version.connectiveStated) AS connective_stated,
       version.endsWith AS ends_with, version.officialNotation AS official, version.label AS label,
       version.wordingHash AS digest, version.textSpan AS span
