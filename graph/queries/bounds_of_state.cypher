MATCH (version:Resource)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
MATCH (version)-[:HAS_THRESHOLD]->(limit:Resource)-[:COMPARATOR]->(comparator:Resource)
RETURN DISTINCT version.uri AS version, limit.uri AS limit, toString(limit.index) AS index, comparator.uri AS comparator,
       toString(limit.inSecondUnit) AS second, limit.numericValue AS value, limit.unitWritten AS unit,
       limit.parameterPhrase AS parameter, limit.conditionPhrase AS condition
