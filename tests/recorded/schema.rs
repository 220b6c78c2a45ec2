//! Every report in these tests must be valid by the published JSON Schema.

use std::sync::LazyLock;

use callback_doctor::report::Report;

static VALIDATOR: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema = include_str!("../../www/report.schema.json");
    jsonschema::draft202012::new(&serde_json::from_str(schema).unwrap()).unwrap()
});

/// Fails with every violation, in the schema's words.
pub(crate) fn assert_valid(report: &Report) {
    let json = serde_json::to_value(report).unwrap();
    let errors: Vec<String> = VALIDATOR
        .iter_errors(&json)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(
        errors.is_empty(),
        "the report breaks its schema:\n{}\n{json:#}",
        errors.join("\n")
    );
    assert!(
        report.headline.split_whitespace().count() <= 12,
        "a headline of more than twelve words: {}",
        report.headline
    );
}
