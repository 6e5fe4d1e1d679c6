MATCH (version:Resource)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
MATCH (translation:Translation)-[:TRANSLATES]->(version)
RETURN DISTINCT version.uri AS version, translation.language AS language, translation.label AS label,
       translation.wordingHash AS digest
