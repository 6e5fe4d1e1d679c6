MATCH (:Resource {release: $release, uri: $version})-[:HAS_REASON]->(row:Resource)
CALL (row) {
  MATCH (row)-[:REASON]->(x:Resource) RETURN 'reason' AS part, x.notation AS value
  UNION MATCH (row)-[:VIA_COLUMN]->(x:Resource) RETURN 'column' AS part, x.notation AS value
  UNION MATCH (row)-[:APPLIES_TO_ENTRY]->(x:Resource) WHERE x.notation IS NOT NULL RETURN 'included' AS part, x.notation AS value
  UNION MATCH (row)-[:EXCEPTS_ENTRY]->(x:Resource) WHERE x.notation IS NOT NULL RETURN 'excluded' AS part, x.notation AS value
  UNION UNWIND coalesce(row.pointsTo, []) AS pointer RETURN 'pointer' AS part, pointer AS value
  UNION UNWIND [x IN [row.destinationExpression] WHERE x IS NOT NULL] AS told RETURN 'destinations' AS part, told AS value
}
RETURN DISTINCT row.uri AS row, toString(row.index) AS index, toString(row.tableNumber) AS table,
       toString(row.qualified) AS qualified, row.wordingHash AS digest, row.textSpan AS span,
       row.scopeVerbatim AS scope, row.verbatim AS verbatim, part, value
