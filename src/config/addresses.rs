//! The settings that are addresses: databases, the two faces, the contact for reports, Redis, and the proxies in front.

use ipnet::IpNet;
use std::net::IpAddr;
use std::path::Path;

use super::reader::Reader;
use super::{Secret, across};

/// The desk's, the site's and the jobs' database.
pub(super) fn databases(r: &mut Reader, data_dir: &Path) -> [String; 3] {
    let database_url = match r.text("database_url") {
        url if url.is_empty() => format!("sqlite://{}?mode=rwc", data_dir.join("kinlight.sqlite").display()),
        url => url,
    };
    if !database_url.starts_with("sqlite:") && !database_url.starts_with("postgres") {
        r.fault("database_url", "an address that begins with sqlite:// or postgres:// was expected");
    }
    for name in ["database_url", "site_database_url", "jobs_database_url"] {
        across::check_postgres(r, name);
    }
    let [site, jobs] = ["site_database_url", "jobs_database_url"].map(|name| match r.text(name) {
        url if url.is_empty() => database_url.clone(),
        url => url,
    });
    [database_url, site, jobs]
}

pub(super) fn public(r: &mut Reader) -> String {
    let url = r.text("public_url").trim_end_matches('/').to_owned();
    if !is_of_the_web(&url) {
        r.fault("public_url", "an address that begins with https:// was expected");
    }
    url
}

pub(super) fn desk(r: &mut Reader) -> Option<String> {
    let url = Some(r.text("desk_url").trim_end_matches('/').to_owned()).filter(|url| !url.is_empty());
    if url.as_ref().is_some_and(|url| !is_of_the_web(url)) {
        r.fault("desk_url", "an address that begins with https:// was expected");
    }
    url
}

pub(super) fn security_contact(r: &mut Reader) -> Option<String> {
    let contact = Some(r.text("security_contact")).filter(|contact| !contact.is_empty());
    if contact.as_ref().is_some_and(|to| !["mailto:", "https://"].iter().any(|start| to.starts_with(start))) {
        r.fault("security_contact", "an address that begins with mailto: or https:// was expected");
    }
    contact
}

pub(super) fn redis(r: &mut Reader) -> Option<Secret> {
    let url = r.text("redis_url");
    if url.is_empty() {
        return None;
    }
    if ["redis://", "rediss://", "unix://"].iter().any(|start| url.starts_with(start)) {
        across::check_redis(r, "redis_url", &url);
    } else {
        r.fault("redis_url", "an address that begins with redis://, rediss:// or unix:// was expected");
    }
    Some(Secret(url))
}

/// Parses single addresses and networks. An IPv4 address in IPv6 form counts as IPv4, as peers' addresses do.
pub(super) fn trusted_proxies(r: &mut Reader) -> Vec<IpNet> {
    let text = r.text("trusted_proxies");
    let mut out = Vec::new();
    for part in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        let address = || part.parse::<IpAddr>().map(|address| IpNet::from(address.to_canonical()));
        match part.parse().or_else(|_| address()) {
            Ok(network) => out.push(network),
            Err(_) => {
                r.fault(
                    "trusted_proxies",
                    format!("an address or a network such as 10.0.0.0/8 was expected, not {part:?}"),
                );
            }
        }
    }
    out
}

fn is_of_the_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
