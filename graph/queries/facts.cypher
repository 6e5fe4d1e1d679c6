MATCH (resource:Resource)-[:TYPE]->(:Resource {release: $release, uri: $class})
WHERE resource.factId IS NOT NULL
CALL (resource) {
  MATCH (resource)-[r]->(o:Resource) RETURN last(split(last(split(r.p, '/')), '#')) AS part, o.uri AS value
  UNION
  UNWIND [name IN keys(resource) WHERE NOT name IN ['uri', 'release', '_lit']] AS part
  UNWIND ([] + resource[part]) AS value
  RETURN part, toString(value) AS value
}
RETURN DISTINCT resource.uri AS resource, part, value
