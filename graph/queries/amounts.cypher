MATCH (:Resource {release: $release, uri: $version})-[:HAS_EXCEPTION_FLAG]->(flag:Resource)
MATCH (flag)-[:HAS_AMOUNT]->(node:Resource)-[:HAS_UNIT]->(currency:Resource)
OPTIONAL MATCH (node)-[:APPLIES_TO_ENTRY]->(paragraph:Resource)
RETURN DISTINCT flag.uri AS flag, toString(node.index) AS amount, node.numericValue AS limit, currency.uri AS currency,
       paragraph.uri AS paragraph
