MATCH (:Resource {release: $release, uri: $version})-[:HAS_EXCEPTION_FLAG]->(flag:Resource)
MATCH (flag)-[:OF_EXCEPTION]->(exception:Resource)
MATCH (flag)-[:AVAILABILITY]->(availability:Resource)
OPTIONAL MATCH (flag)-[:HAS_AMOUNT]->(node:Resource)-[:HAS_UNIT]->(currency:Resource)
OPTIONAL MATCH (node)-[:APPLIES_TO_ENTRY]->(paragraph:Resource) WHERE paragraph.notation IS NOT NULL
RETURN DISTINCT flag.uri AS flag, exception.notation AS exception, toString(flag.index) AS index,
       availability.uri AS availability, flag.wordingHash AS digest, flag.textSpan AS span, flag.verbatim AS verbatim,
       toString(node.index) AS amount, node.numericValue AS limit, currency.uri AS currency, paragraph.notation AS paragraph
