MATCH (state:ControlListVersion|LegalVersion {release: $release})-[:OF_LIST]->(list:Resource)
MATCH (list)-[:APPLIES_IN]->(jurisdiction:Resource)
MATCH (state)-[:COMPLETENESS]->(completeness:Resource)
OPTIONAL MATCH (state)-[:TEXT_OF]->(text:Resource)
RETURN DISTINCT list.uri AS list, state.uri AS state, list.notation AS key, list.prefLabel AS name,
       jurisdiction.uri AS jurisdiction, toString(state.validOn) AS valid_on, toString(state.validFrom) AS valid_from,
       toString(state.validTo) AS valid_to, toString(state.publishedOn) AS published, state.citationLabel AS citation,
       state.sourceFile AS document, state.contentHash AS sha256, state.language AS language, state.source AS url,
       state.license AS licence, completeness.uri AS completeness, state.remark AS remark, text.uri AS text
