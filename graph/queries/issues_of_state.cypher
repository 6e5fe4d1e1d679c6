MATCH (issue:Resource)-[:CONCERNS]->(:Resource {release: $release, uri: $state})
RETURN DISTINCT issue.uri AS issue, issue.place AS place, issue.issueKind AS kind, issue.value AS value
