MATCH (version:Note)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
WITH DISTINCT version, {
  notation: 'http://www.w3.org/2004/02/skos/core#notation',
  noteAppliesTo: 'https://w3id.org/comity/ont#noteAppliesTo',
  partOfNote: 'https://w3id.org/comity/ont#partOfNote',
  noteKind: 'https://w3id.org/comity/ont#noteKind',
  noteEffect: 'https://w3id.org/comity/ont#noteEffect',
  index: 'https://w3id.org/comity/ont#index',
  onRequirement: 'https://w3id.org/comity/ont#onRequirement',
  officialNotation: 'https://w3id.org/comity/ont#officialNotation',
  childConnective: 'https://w3id.org/comity/ont#childConnective',
  connectiveCount: 'https://w3id.org/comity/ont#connectiveCount',
  wordingHash: 'https://w3id.org/comity/ont#wordingHash',
  textSpan: 'https://w3id.org/comity/ont#textSpan'
} AS parts
CALL (version, parts) {
  MATCH (version)-[r]->(o:Resource) RETURN r.p AS part, o.uri AS value
  UNION
  UNWIND keys(version) AS name
  UNWIND ([] + version[name]) AS value
  RETURN parts[name] AS part, toString(value) AS value
}
WITH version, parts, part, value WHERE part IN [name IN keys(parts) | parts[name]]
RETURN DISTINCT version.uri AS version, part, value
