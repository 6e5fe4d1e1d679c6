MATCH (:Resource {release: $release, uri: $version})-[l:HAS_REASON|HAS_EXCEPTION_FLAG|HAS_STATEMENT|HAS_TABLE_ROW]->(node:Resource)
CALL (node) {
  MATCH (node)-[r]->(o:Resource) RETURN r.p AS part, o.uri AS value
  UNION
  UNWIND [name IN keys(node) WHERE NOT name IN ['uri', 'release', '_lit']] AS name
  UNWIND ([] + node[name]) AS value
  RETURN 'https://w3id.org/comity/ont#' + name AS part, toString(value) AS value
}
RETURN DISTINCT l.p AS link, node.uri AS node, part, value
