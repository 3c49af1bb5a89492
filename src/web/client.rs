//! The client's address, as far as limits need it. It becomes an opaque subject at once, and is never stored or logged.

use actix_web::HttpRequest;
use actix_web::http::header::HeaderValue;
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};

/// Whether the address belongs to one of our proxies.
pub fn is_trusted(address: IpAddr, trusted_proxies: &[IpNet]) -> bool {
    trusted_proxies.iter().any(|network| network.contains(&address.to_canonical()))
}

/// The peer's address. Behind our own proxies: the last forwarded address that is not one of them. An entry that can't be read
/// ends the search, since a client can write anything before what our proxies add: the last known proxy counts then.
pub fn address(request: &HttpRequest, trusted_proxies: &[IpNet]) -> Option<IpAddr> {
    let mut nearest = request.peer_addr()?.ip().to_canonical();
    let headers: Vec<&HeaderValue> = request.headers().get_all("x-forwarded-for").collect();
    let entries = headers.into_iter().rev().flat_map(|header| header.as_bytes().rsplit(|byte| *byte == b','));
    // An empty entry, as between two commas, names nobody (RFC 9110, 5.6.1).
    let mut entries = entries.map(<[u8]>::trim_ascii).filter(|entry| !entry.is_empty());
    while is_trusted(nearest, trusted_proxies)
        && let Some(before) = entries.next().and_then(forwarded)
    {
        nearest = before;
    }
    Some(nearest)
}

/// Accepts what proxies write: a port, brackets around IPv6, quotes.
fn forwarded(entry: &[u8]) -> Option<IpAddr> {
    let text = std::str::from_utf8(entry).ok()?;
    let text = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text).trim();
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let address = bare.parse().or_else(|_| text.parse::<SocketAddr>().map(|address| address.ip()));
    address.ok().map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn only_our_own_proxies_are_believed() {
        let proxies = ["10.0.0.0/30", "fd00::1/128"].map(|network| network.parse().unwrap());
        let from = |peer: &str, forwarded: &str| {
            let peer: IpAddr = peer.parse().unwrap();
            let request = TestRequest::default()
                .peer_addr((peer, 1234).into())
                .insert_header(("x-forwarded-for", forwarded))
                .to_http_request();
            address(&request, &proxies).unwrap().to_string()
        };
        assert_eq!(from("203.0.113.9", "198.51.100.7"), "203.0.113.9");
        assert_eq!(from("10.0.0.1", "198.51.100.7"), "198.51.100.7");
        assert_eq!(from("10.0.0.1", "1.2.3.4, 198.51.100.7, 10.0.0.1"), "198.51.100.7");
        assert_eq!(from("10.0.0.1", "nonsense"), "10.0.0.1");
        assert_eq!(from("10.0.0.3", "198.51.100.7:4711, 10.0.0.2:80"), "198.51.100.7");
        assert_eq!(from("10.0.0.4", "198.51.100.7"), "10.0.0.4");
        assert_eq!(from("::ffff:10.0.0.1", "::ffff:198.51.100.7"), "198.51.100.7");
        assert_eq!(from("fd00::1", "[2001:db8::7]:4711"), "2001:db8::7");
        assert_eq!(from("fd00::1", "[2001:db8::7]"), "2001:db8::7");
    }

    #[test]
    fn what_a_client_wrote_before_our_proxy_did_never_counts() {
        let proxies = ["10.0.0.0/30", "fd00::1/128"].map(|network| network.parse().unwrap());
        let client = "198.51.100.7";
        // What arrives from our proxy 10.0.0.1, header by header, and who is counted.
        let cases: &[(&[&str], &str)] = &[
            (&["1.2.3.4:5678"], "1.2.3.4"),
            (&["[2001:db8::1]:443"], "2001:db8::1"),
            (&["2001:db8::1"], "2001:db8::1"),
            (&["  198.51.100.7 \t"], client),
            (&["198.51.100.7 ,\t10.0.0.2"], client),
            (&["\"198.51.100.7:80\""], client),
            (&["\"[2001:db8::1]:443\""], "2001:db8::1"),
            (&["6.6.6.6", "198.51.100.7"], client),
            (&["6.6.6.6, 7.7.7.7", "8.8.8.8, 198.51.100.7:1", "10.0.0.2"], client),
            (&["198.51.100.7,"], client),
            (&["198.51.100.7", ""], client),
            (&["6.6.6.6,,198.51.100.7, ,10.0.0.2"], client),
            // The client's own words stand before, and must not count for what our proxy could not say.
            (&["6.6.6.6, unknown"], "10.0.0.1"),
            (&["6.6.6.6, _hidden"], "10.0.0.1"),
            (&["6.6.6.6, unknown, 10.0.0.2"], "10.0.0.2"),
            (&["6.6.6.6", "unix:"], "10.0.0.1"),
            (&["6.6.6.6, 198.51.100.7:99999"], "10.0.0.1"),
            (&["6.6.6.6, 198.51.100.7:"], "10.0.0.1"),
            (&["6.6.6.6, 198.51.100"], "10.0.0.1"),
            (&["6.6.6.6, fe80::1%eth0"], "10.0.0.1"),
            (&["6.6.6.6, [2001:db8::1"], "10.0.0.1"),
            (&["6.6.6.6, \u{e9}"], "10.0.0.1"),
            (&["10.0.0.2, 10.0.0.3"], "10.0.0.2"),
            (&[""], "10.0.0.1"),
            (&[], "10.0.0.1"),
        ];
        for (headers, counted) in cases {
            let mut request = TestRequest::default().peer_addr("10.0.0.1:1234".parse().unwrap());
            for header in *headers {
                request = request.append_header(("x-forwarded-for", header.as_bytes()));
            }
            let address = address(&request.to_http_request(), &proxies).unwrap();
            assert_eq!(address.to_string(), *counted, "{headers:?}");
        }
    }
}
