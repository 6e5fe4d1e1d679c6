MATCH (:Resource {release: $release, uri: $version})-[:USES_TERM]->(term:Resource)
OPTIONAL MATCH (definition:Resource)-[:TERM_VERSION_OF]->(term)
WITH term, [term] + collect(definition) AS resources
UNWIND resources AS resource
WITH DISTINCT term, resource, {
  prefLabel: 'http://www.w3.org/2004/02/skos/core#prefLabel',
  termScope: 'https://w3id.org/comity/ont#termScope',
  inListVersion: 'https://w3id.org/comity/ont#inListVersion',
  wordingHash: 'https://w3id.org/comity/ont#wordingHash',
  textSpan: 'https://w3id.org/comity/ont#textSpan',
  verbatim: 'https://w3id.org/comity/ont#verbatim'
} AS parts
CALL (resource, parts) {
  MATCH (resource)-[r]->(o:Resource) RETURN r.p AS part, o.uri AS value
  UNION
  UNWIND keys(resource) AS name
  UNWIND ([] + resource[name]) AS value
  RETURN parts[name] AS part, toString(value) AS value
}
WITH term, resource, parts, part, value WHERE part IN [name IN keys(parts) | parts[name]]
RETURN DISTINCT term.uri AS term, resource.uri AS resource, part, value
