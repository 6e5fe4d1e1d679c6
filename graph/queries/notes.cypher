MATCH (note:Note)-[:NOTE_APPLIES_TO]->(:Resource {release: $release, uri: $version})
MATCH (note)-[:NOTE_KIND]->(kind:Resource)
MATCH (note)-[:NOTE_EFFECT]->(effect:Resource)
OPTIONAL MATCH (note)-[:PART_OF_NOTE]->(whole:Resource)
RETURN DISTINCT note.uri AS note, note.notation AS notation, whole.uri AS whole, kind.uri AS kind,
       effect.uri AS effect, toString(note.index) AS index, toString(note.onRequirement) AS on_requirement,
       note.officialNotation AS official, note.wordingHash AS digest, note.textSpan AS span,
       note.verbatim AS verbatim
