MATCH (translation:Translation)-[:TRANSLATES]->(:Resource {release: $release, uri: $version})
RETURN DISTINCT translation.uri AS translation, translation.language AS language, translation.label AS label,
       translation.wordingHash AS digest, translation.textSpan AS span, translation.verbatim AS verbatim
