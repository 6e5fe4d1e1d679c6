MATCH (version:Resource)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
MATCH (version)-[:HAS_REASON]->(row:Resource)
WITH DISTINCT version, row, {
  reason: 'https://w3id.org/comity/ont#reason',
  viaColumn: 'https://w3id.org/comity/ont#viaColumn',
  appliesToEntry: 'https://w3id.org/comity/ont#appliesToEntry',
  exceptsEntry: 'https://w3id.org/comity/ont#exceptsEntry',
  pointsTo: 'https://w3id.org/comity/ont#pointsTo',
  destinationExpression: 'https://w3id.org/comity/ont#destinationExpression',
  index: 'https://w3id.org/comity/ont#index',
  tableNumber: 'https://w3id.org/comity/ont#tableNumber',
  qualified: 'https://w3id.org/comity/ont#qualified',
  wordingHash: 'https://w3id.org/comity/ont#wordingHash',
  textSpan: 'https://w3id.org/comity/ont#textSpan'
} AS parts
CALL (row, parts) {
  MATCH (row)-[r]->(o:Resource) RETURN r.p AS part, o.uri AS value
  UNION
  UNWIND keys(row) AS name
  UNWIND ([] + row[name]) AS value
  RETURN parts[name] AS part, toString(value) AS value
}
WITH version, row, parts, part, value WHERE part IN [name IN keys(parts) | parts[name]]
RETURN DISTINCT version.uri AS version, row.uri AS row, part, value
