MATCH (event:StatusEvent)-[:AFFECTS]->(entry:Resource {release: $release})
WHERE entry.uri = $list OR (entry)-[:IN_SCHEME]->(:Resource {release: $release, uri: $list})
RETURN DISTINCT event.uri AS event, toString(event.eventDate) AS date, toString(event.publishedOn) AS published,
       event.citationLabel AS citation, entry.uri AS entry
