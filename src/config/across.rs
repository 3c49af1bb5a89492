//! Addresses of PostgreSQL and Redis on other hosts. Invariant: what goes to another host is encrypted and that host is
//! verified, unless the operator accepts the network between; a Redis there also asks for a password.

use percent_encoding::percent_decode_str;
use std::net::IpAddr;

use super::reader::Reader;
use super::table::Setting;

const ACCEPTED: &str = "private_network_accepted";

pub(super) const SETTINGS: &[Setting] = &[(
    ACCEPTED,
    "false",
    "true: PostgreSQL and Redis on other hosts may be reached without TLS, across a network that nobody else is in",
)];

/// The one mode that verifies whose the certificate is: with `verify-ca`, any name's of any known authority would do.
const VERIFYING: &str = "verify-full";

/// How to mend a link to PostgreSQL, in words for an operator.
pub const POSTGRES_REMEDY: &str = "give the server a certificate and use sslmode=verify-full, which is taken if none is named \
     (sslrootcert=FILE names an authority of your own), or set private_network_accepted = true if nobody else is in the network \
     between";

/// Whether the operator accepts the network between, and with it links without TLS.
pub(super) fn is_accepted(r: &mut Reader) -> bool {
    r.parsed(ACCEPTED, "true or false")
}

/// The same, without a fault for a word that is neither true nor false: that was told once.
fn is_given(r: &Reader) -> bool {
    r.text(ACCEPTED).trim() == "true"
}

/// Reports an address of PostgreSQL in this setting that names a mode without verified TLS. An address that names none gets
/// `verify-full` when the connection is made (`db/mod.rs`).
pub(super) fn check_postgres(r: &mut Reader, name: &str) {
    let url = r.text(name);
    let is_elsewhere = |to: &Address| url.starts_with("postgres") && !is_local(&to.host);
    let Some(address) = Address::parse(&url).filter(is_elsewhere) else { return };
    let mode = address.query.iter().rfind(|(key, _)| matches!(key.as_str(), "sslmode" | "ssl-mode"));
    let weak = mode.filter(|(_, mode)| !mode.eq_ignore_ascii_case(VERIFYING));
    if let Some((_, mode)) = weak.filter(|_| !is_given(r)) {
        let host = &address.host;
        r.fault(name, format!("{host} is another host, and {mode:?} verifies no TLS: {POSTGRES_REMEDY}"));
    }
}

/// The same for Redis, which also wants a password.
pub(super) fn check_redis(r: &mut Reader, name: &str, url: &str) {
    let Some(Address { host, has_password, .. }) = Address::parse(url).filter(|to| !is_local(&to.host))
    else {
        return;
    };
    if !has_password {
        r.fault(
            name,
            format!("{host} is another host: a user and a password were expected, as in rediss://kinlight:…@{host}"),
        );
    }
    if is_given(r) {
        return;
    }
    if url.ends_with("#insecure") {
        r.fault(
            name,
            format!("{host} is another host: its certificate is verified, so #insecure can't stand"),
        );
    } else if !url.starts_with("rediss://") {
        r.fault(
            name,
            format!(
                "{host} is another host: rediss:// was expected, which is TLS, or {ACCEPTED} = true if nobody else is in the \
                 network between"
            ),
        );
    }
}

/// Whether this names the machine itself: its loopback, or a socket in a folder.
pub fn is_local(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host.is_empty()
        || host.starts_with('/')
        || host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|address| address.to_canonical().is_loopback())
}

struct Address {
    host: String,
    has_password: bool,
    query: Vec<(String, String)>,
}

impl Address {
    /// As the clients read it: `SCHEME://USER:PASSWORD@HOST:PORT/NAME?KEY=VALUE…`; the last `host` or `hostaddr` wins.
    fn parse(url: &str) -> Option<Address> {
        let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let (_, rest) = url.split_once("://")?;
        let rest = rest.split('#').next().unwrap_or_default();
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let authority = path.split('/').next().unwrap_or_default();
        let (user, place) = authority.rsplit_once('@').unwrap_or(("", authority));
        let named = match place.strip_prefix('[') {
            Some(v6) => v6.split(']').next().unwrap_or_default(),
            None => place.split(':').next().unwrap_or_default(),
        };
        let query: Vec<(String, String)> = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(key, value)| (decoded(key), decoded(value)))
            .collect();
        let given = query.iter().rfind(|(key, _)| matches!(key.as_str(), "host" | "hostaddr"));
        Some(Address {
            host: given.map_or_else(|| decoded(named), |(_, host)| host.clone()),
            has_password: user.split_once(':').is_some_and(|(_, password)| !password.is_empty()),
            query,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::with;

    fn is_refused(settings: &[(&str, &str)]) -> bool {
        with(settings).is_err()
    }

    #[test]
    fn another_host_is_reached_with_verified_tls() {
        for (url, is_wrong) in [
            ("postgres://kinlight:a@db.example/kinlight", false),
            ("postgres://kinlight:a@db.example:5433/kinlight?sslmode=verify-full", false),
            ("postgres://kinlight@db.example/kinlight?sslmode=VERIFY-FULL&sslrootcert=/etc/ca.pem", false),
            ("postgres://kinlight@db.example/kinlight?sslmode=verify-ca&sslrootcert=/etc/ca.pem", true),
            ("postgres://kinlight@db.example/kinlight?sslmode=require", true),
            ("postgres://kinlight@db.example/kinlight?ssl-mode=prefer", true),
            ("postgres://kinlight@db.example/kinlight?sslmode=verify-full&sslmode=disable", true),
            ("postgres://kinlight@db.example/kinlight?ssl%6Dode=disable", true),
            ("postgres://kinlight@10.0.0.5/kinlight?sslmode=disable", true),
            ("postgres://kinlight@[2001:db8::1]:5432/kinlight?sslmode=disable", true),
            ("postgres://kinlight@0.0.0.0/kinlight?sslmode=disable", true),
            ("postgres://localhost@localhost.example/kinlight?sslmode=disable", true),
            ("postgres://kinlight:localhost@db.example/kinlight?sslmode=disable", true),
            ("postgres://kinlight@127.0.0.1/kinlight?sslmode=disable", false),
            ("postgres://kinlight@127.0.0.1/kinlight?host=db.example&sslmode=disable", true),
            ("postgres://kinlight@db.example/kinlight?host=/run/postgresql&sslmode=disable", false),
            ("postgres://kinlight@[::1]:5432/kinlight?sslmode=disable", false),
            ("postgres://kinlight@LOCALHOST/kinlight?sslmode=disable", false),
            ("postgres://%2Frun%2Fpostgresql/kinlight?sslmode=disable", false),
            ("postgres:///kinlight?sslmode=disable", false),
        ] {
            assert_eq!(is_refused(&[("database_url", url)]), is_wrong, "{url}");
            assert!(!is_refused(&[("database_url", url), ("private_network_accepted", "true")]), "{url}");
        }
    }

    #[test]
    fn a_redis_on_another_host_has_a_password_and_tls() {
        for (url, is_wrong, is_wrong_in_private) in [
            ("rediss://kinlight:a@limits.example/0", false, false),
            ("rediss://:a@limits.example", false, false),
            ("redis://kinlight:a@limits.example/0", true, false),
            ("rediss://kinlight:a@limits.example/0#insecure", true, false),
            ("rediss://kinlight@limits.example/0", true, true),
            ("rediss://kinlight:@limits.example/0", true, true),
            ("redis://limits:6379", true, true),
            ("redis://127.0.0.1:6379", false, false),
            ("redis://[::1]:6379", false, false),
            ("unix:///run/redis/redis.sock?user=kinlight&pass=a", false, false),
        ] {
            let setting = ("redis_url", url);
            assert_eq!(is_refused(&[setting]), is_wrong, "{url}");
            let private = is_refused(&[setting, ("private_network_accepted", "true")]);
            assert_eq!(private, is_wrong_in_private, "{url}");
        }
    }

    #[test]
    fn no_password_stands_in_a_fault() {
        let faults = with(&[
            ("database_url", "postgres://kinlight:quiet-river@db.example/kinlight?sslmode=disable"),
            ("redis_url", "redis://kinlight:quiet-river@limits.example"),
        ]);
        let told: Vec<String> = faults.unwrap_err().iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told.iter().all(|fault| !fault.contains("quiet-river")), "{told:?}");
    }
}
