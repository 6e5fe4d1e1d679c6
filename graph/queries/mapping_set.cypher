MATCH (s:MappingSet {release: $release, uri: $set})-[:SET_SUBJECT]->(one:Resource)
MATCH (s)-[:SET_OBJECT]->(other:Resource)
RETURN DISTINCT one.uri AS one, other.uri AS other, s.searchedSubject AS searched_one, s.searchedObject AS searched_other,
       toString(s.hasSubjectWords) AS words_one, toString(s.hasObjectWords) AS words_other, s.pointsElsewhere AS pointing
