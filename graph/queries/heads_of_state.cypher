MATCH (version:EntryVersion|ProvisionVersion)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
MATCH (version)-[:PARAGRAPH_KIND]->(kind:Resource)
WHERE kind.uri IN ['https://w3id.org/comity/code/ParagraphKind-heading', 'https://w3id.org/comity/code/ParagraphKind-entry']
WITH DISTINCT version, {
  versionOf: 'https://w3id.org/comity/ont#versionOf',
  parent: 'https://w3id.org/comity/ont#parent',
  paragraphKind: 'https://w3id.org/comity/ont#paragraphKind',
  index: 'https://w3id.org/comity/ont#index',
  depth: 'https://w3id.org/comity/ont#depth',
  childConnective: 'https://w3id.org/comity/ont#childConnective',
  connectiveCount: 'https://w3id.org/comity/ont#connectiveCount',
  connectiveStated: 'https://w3id.org/comity/ont#connectiveStated',
  endsWith: 'https://w3id.org/comity/ont#endsWith',
  officialNotation: 'https://w3id.org/comity/ont#officialNotation',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
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
