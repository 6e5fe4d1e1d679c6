MATCH (mapping:EntryMapping)-[:IN_MAPPING_SET]->(:Resource {release: $release, uri: $set})
MATCH (mapping)-[:ANNOTATED_SOURCE]->(source:Resource)
MATCH (mapping)-[:ANNOTATED_TARGET]->(target:Resource)
MATCH (mapping)-[:ANNOTATED_PROPERTY]->(predicate:Resource)
RETURN DISTINCT mapping.uri AS mapping, source.uri AS source, predicate.uri AS predicate, target.uri AS target,
       mapping.confidence AS confidence, mapping.setRelation AS relation, mapping.reviewState AS review,
       mapping.because AS because, mapping.modulo AS modulo, mapping.regionRelation AS region
