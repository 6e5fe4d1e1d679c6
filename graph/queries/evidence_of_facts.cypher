MATCH (resource:Resource)-[:TYPE]->(:Resource {release: $release, uri: $class})
WHERE resource.factId IS NOT NULL
MATCH (resource)-[:HAS_EVIDENCE]->(evidence)-[:EVIDENCE_KIND]->(kind)
WHERE evidence.citationLabel IS NOT NULL
UNWIND ([] + evidence.citationLabel) AS label
RETURN DISTINCT resource.uri AS resource, evidence.uri AS evidence, kind.uri AS kind, label,
       toString(evidence.evidenceDay) AS day, evidence.contentHash AS sha256
