//! Settings that are accepted, and settings whose faults are reported.

use super::*;

pub(super) fn with(pairs: &[(&str, &str)]) -> Result<Config, Vec<Fault>> {
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

#[test]
fn a_promise_that_can_not_be_counted_is_told() {
    for (name, value) in [
        ("promise_zone", "Europe/Nowhere"),
        ("promise_days", "mon tue funday"),
        ("promise_days", ""),
        ("promise_hours", "17:00-09:00"),
        ("promise_hours", "9-17"),
        ("promise_hours", "09:00-25:00"),
        ("promise_holidays", "2027-02-29"),
        ("promise_holidays", "13-01"),
        ("promise_danger_hours", "0"),
        ("promise_other_days", "two"),
    ] {
        let faults = with(&[(name, value)]).expect_err(value);
        assert_eq!(faults.iter().map(|f| f.setting.as_str()).collect::<Vec<_>>(), [name], "{value}");
    }
    for (name, value) in [
        ("promise_zone", "Asia/Kabul"),
        ("promise_days", "Sun, Mon, Tue"),
        ("promise_hours", "00:00-24:00"),
        ("promise_holidays", "12-25 2027-03-26, 02-29"),
    ] {
        assert!(with(&[(name, value)]).is_ok(), "{name} = {value}");
    }
}

#[test]
fn proxies_are_addresses_and_networks() {
    let proxies = |text| with(&[("trusted_proxies", text)]).map(|config| config.trusted_proxies);
    let parsed = proxies("10.0.0.1, 192.168.0.0/16,fd00::/8 ,::ffff:10.0.0.2").unwrap();
    let told: Vec<String> = parsed.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["10.0.0.1/32", "192.168.0.0/16", "fd00::/8", "10.0.0.2/32"]);
    assert_eq!(proxies("").unwrap(), []);
    for wrong in ["10.0.0.0/33", "10.0.0", "proxy.example.org", "10.0.0.1:80"] {
        assert_eq!(proxies(wrong).unwrap_err()[0].setting, "trusted_proxies", "{wrong}");
    }
}

#[test]
fn what_tells_staff_is_whole_or_its_faults_are_told() {
    const SECRET: &str = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
    let mail = [("mail_host", "mail.example.org"), ("mail_from", "Kinlight <kinlight@example.org>")];
    let hook = [("webhook_url", "https://pager.example.org/kinlight"), ("webhook_secret", SECRET)];
    let both: Vec<_> = mail.into_iter().chain(hook).collect();
    let config = with(&both).unwrap();
    assert_eq!(config.telling.mail.unwrap().port, 587);
    assert_eq!(config.telling.webhook.unwrap().key.0.len(), 24);
    for (more, wrong) in [
        (&[("mail_from", "Kinlight")][..], "mail_from"),
        (&[("mail_security", "ssl")], "mail_security"),
        (&[("mail_security", "none")], "mail_security"),
        (&[("mail_user", "kinlight")], "mail_password"),
        (&[("mail_password", "word")], "mail_password"),
        (&[("webhook_url", "http://pager.example.org/")], "webhook_url"),
        (&[("webhook_url", "http://127.0.0.1@pager.example.org/")], "webhook_url"),
        (&[("webhook_url", "pager.example.org")], "webhook_url"),
        (&[("webhook_secret", "word")], "webhook_secret"),
        (&[("webhook_secret", "whsec_MDEyMzQ1")], "webhook_secret"),
        (&[("telling_seconds", "0")], "telling_seconds"),
    ] {
        let settings: Vec<_> = both.iter().chain(more).copied().collect();
        let faults = with(&settings).expect_err(wrong);
        assert_eq!(faults.iter().map(|f| f.setting.as_str()).collect::<Vec<_>>(), [wrong], "{more:?}");
    }
    for more in [
        &[("mail_host", "127.0.0.1"), ("mail_security", "none"), ("mail_port", "25")][..],
        &[("mail_user", "kinlight"), ("mail_password", "word")],
        &[("webhook_url", "http://[::1]:9000/kinlight")],
        &[("webhook_url", "http://localhost/")],
    ] {
        let settings: Vec<_> = both.iter().chain(more).copied().collect();
        assert!(with(&settings).is_ok(), "{more:?}");
    }
}
