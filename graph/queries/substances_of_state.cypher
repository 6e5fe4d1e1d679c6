MATCH (version:EntryVersion|ProvisionVersion)-[:IN_LIST_VERSION]->(:Resource {release: $release, uri: $state})
UNWIND ([] + version.casNumber) AS number
RETURN DISTINCT version.uri AS version, number
