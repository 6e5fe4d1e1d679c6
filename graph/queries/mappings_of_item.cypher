MATCH (mapping:EntryMapping)-[:ANNOTATED_SOURCE|ANNOTATED_TARGET]->(:Resource {release: $release, uri: $version})
MATCH (mapping)-[:IN_MAPPING_SET]->(set:Resource)
MATCH (mapping)-[:ANNOTATED_SOURCE]->(source:Resource)
MATCH (mapping)-[:ANNOTATED_TARGET]->(target:Resource)
MATCH (mapping)-[:ANNOTATED_PROPERTY]->(predicate:Resource)
RETURN DISTINCT mapping.uri AS mapping, source.uri AS source, predicate.uri AS predicate, target.uri AS target,
       mapping.confidence AS confidence, mapping.setRelation AS relation, mapping.reviewState AS review,
       mapping.because AS because, mapping.modulo AS modulo, mapping.regionRelation AS region, set.uri AS set
