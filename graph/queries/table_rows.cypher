MATCH (:Resource {release: $release, uri: $version})-[:HAS_TABLE_ROW]->(row:Resource)
RETURN DISTINCT row.uri AS row, toString(row.tableNumber) AS table, toString(row.index) AS index,
       toString(row.cellCount) AS cells, toString(row.isHeading) AS heading, row.wordingHash AS digest,
       row.textSpan AS span, row.verbatim AS verbatim
