MATCH (:Resource {release: $release, uri: $version})-[:HAS_EXCEPTION_FLAG]->(flag:Resource)
MATCH (flag)-[:OF_EXCEPTION]->(exception:Resource)
MATCH (flag)-[:AVAILABILITY]->(availability:Resource)
RETURN DISTINCT flag.uri AS flag, exception.uri AS exception, toString(flag.index) AS index,
       availability.uri AS availability, flag.wordingHash AS digest, flag.textSpan AS span, flag.verbatim AS verbatim
