//! The client's address, as far as limits need it. It becomes an opaque subject at once, and is never stored or logged.

use actix_web::HttpRequest;
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};

/// Whether the address belongs to one of our proxies.
pub fn is_trusted(address: IpAddr, trusted_proxies: &[IpNet]) -> bool {
    trusted_proxies.iter().any(|network| network.contains(&address.to_canonical()))
}

/// The peer's address. Behind our own proxies: the last forwarded address that is not one of them.
pub fn address(request: &HttpRequest, trusted_proxies: &[IpNet]) -> Option<IpAddr> {
    let is_trusted = |address: &IpAddr| is_trusted(*address, trusted_proxies);
    let peer = request.peer_addr()?.ip().to_canonical();
    if !is_trusted(&peer) {
        return Some(peer);
    }
    let forwarded: Vec<IpAddr> = request
        .headers()
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|part| forwarded(part.trim()))
        .collect();
    Some(forwarded.into_iter().rev().find(|address| !is_trusted(address)).unwrap_or(peer))
}

/// Accepts a port and brackets around IPv6, which some proxies write.
fn forwarded(text: &str) -> Option<IpAddr> {
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
}
