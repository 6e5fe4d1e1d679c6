MATCH (finding)-[:OF_MAPPING_SET]->(:Resource {release: $release, uri: $set})
MATCH (finding)-[:TYPE]->(kind:Resource)
MATCH (finding)-[:WAS_DERIVED_FROM]->(mapping:Resource)
MATCH (finding)-[:LEFT_SIDE]->(one:Resource)
MATCH (finding)-[:RIGHT_SIDE]->(other:Resource)
RETURN DISTINCT finding.uri AS finding, kind.uri AS kind, mapping.uri AS mapping, one.uri AS one, other.uri AS other,
       finding.gapDirection AS direction, finding.gapStatus AS status, finding.determinacy AS determinacy,
       finding.currency AS currency, finding.gapSeverity AS severity, toString(finding.isBoundaryOnly) AS boundary,
       finding.witnessLeft AS witness_one, finding.witnessRight AS witness_other, finding.because AS because,
       finding.modulo AS modulo, toString(finding.asOfValid) AS valid, toString(finding.asOfKnown) AS known
