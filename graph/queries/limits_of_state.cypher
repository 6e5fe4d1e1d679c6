MATCH (version:Resource)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
MATCH (version)-[:HAS_THRESHOLD]->(limit:Resource)
WITH DISTINCT version, limit, {
  index: 'https://w3id.org/comity/ont#index',
  parameterPhrase: 'https://w3id.org/comity/ont#parameterPhrase',
  comparator: 'https://w3id.org/comity/ont#comparator',
  unitWritten: 'https://w3id.org/comity/ont#unitWritten',
  ucumCode: 'https://w3id.org/comity/ont#ucumCode',
  conditionPhrase: 'https://w3id.org/comity/ont#conditionPhrase',
  inSecondUnit: 'https://w3id.org/comity/ont#inSecondUnit',
  textSpan: 'https://w3id.org/comity/ont#textSpan',
  numericValue: 'http://qudt.org/schema/qudt/numericValue'
} AS parts
CALL (limit, parts) {
  MATCH (limit)-[r]->(o:Resource) RETURN r.p AS part, o.uri AS value
  UNION
  UNWIND [name IN keys(limit) WHERE parts[name] IS NOT NULL] AS name
  UNWIND ([] + limit[name]) AS value
  RETURN parts[name] AS part, toString(value) AS value
}
RETURN DISTINCT version.uri AS version, limit.uri AS limit, part, value
