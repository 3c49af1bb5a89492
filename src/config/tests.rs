//! Settings that are whole, and settings whose faults are told.

use super::*;

fn with(pairs: &[(&str, &str)]) -> Result<Config, Vec<Fault>> {
    Config::from_values(pairs.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect())
}

#[test]
fn the_defaults_are_a_whole_configuration() {
    let config = with(&[]).unwrap();
    assert_eq!(config.budget.an_hour, 30);
    assert!(config.database_url.starts_with("sqlite://kinlight-data/"));
}

#[test]
fn all_faults_are_told_at_once_by_name() {
    let faults = with(&[("listen", "nowhere"), ("blobs", "s3"), ("coulour", "red"), ("draft_days", "x")]);
    let names: Vec<String> = faults.unwrap_err().into_iter().map(|f| f.setting).collect();
    for name in ["listen", "s3_endpoint", "s3_bucket", "coulour", "draft_days"] {
        assert!(names.iter().any(|n| n == name), "{name} in {names:?}");
    }
}
