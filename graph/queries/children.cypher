MATCH (version:Resource {release: $release, uri: $version})-[:IN_LIST_VERSION]->(state:Resource)
MATCH (version)-[:VERSION_OF]->(:Resource)<-[:BROADER]-(entry:Resource)
MATCH (below:Resource)-[:VERSION_OF]->(entry) WHERE (below)-[:IN_LIST_VERSION]->(state)
WITH DISTINCT below, entry
OPTIONAL MATCH (entry)-[:BROADER]->(parent:Resource)
MATCH (below)-[:PARAGRAPH_KIND]->(kind:Resource)
MATCH (below)-[:CHILD_CONNECTIVE]->(connective:Resource)
RETURN DISTINCT below.uri AS below, entry.uri AS entry, entry.notation AS notation, parent.uri AS parent, kind.uri AS kind,
       toString(below.index) AS index, toString(below.depth) AS depth, connective.uri AS connective,
       toString(below.connectiveCount) AS connective_count, toString(below.connectiveStated) AS connective_stated,
       below.endsWith AS ends_with, below.officialNotation AS official, below.label AS label,
       below.wordingHash AS digest, below.textSpan AS span,
       below.verbatim AS verbatim
