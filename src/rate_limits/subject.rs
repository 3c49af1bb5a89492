//! Who is counted: 16 bytes that say nothing. An address goes in and cannot come out again; the key that would tie the
//! two together is random, lives in memory and is gone with the day.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::net::IpAddr;
use time::Date;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{chance, clock::Moment};

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subject([u8; 16]);

impl std::fmt::Debug for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Subject(…)")
    }
}

impl Subject {
    /// The network of `address`: IPv4 /32, IPv6 /56 (what one customer is given), and IPv4 written as IPv6 as IPv4.
    pub fn network(address: IpAddr, key: &NetworkKey) -> Subject {
        let mut mac = Hmac::<Sha256>::new_from_slice(key.key.as_slice())
            .unwrap_or_else(|_| unreachable!("HMAC takes a key of any length"));
        match address.to_canonical() {
            IpAddr::V4(v4) => {
                mac.update(b"4");
                mac.update(&v4.octets());
            }
            IpAddr::V6(v6) => {
                mac.update(b"6");
                mac.update(&v6.octets()[..7]);
            }
        }
        Subject::cut(&mac.finalize().into_bytes())
    }

    /// A pass, by its id.
    pub fn pass(id: Uuid) -> Subject {
        Subject::hashed(b"pass", id.as_bytes())
    }

    /// A sign-in name, however it is capitalised.
    pub fn name(name: &str) -> Subject {
        Subject::hashed(b"name", name.trim().to_lowercase().as_bytes())
    }

    /// A mailbox, by its 32-byte tag.
    pub fn mailbox(tag: &[u8; 32]) -> Subject {
        Subject::hashed(b"mailbox", tag)
    }

    /// One of 4,096 subjects that share a count when there is no room for one each.
    pub(super) fn crowded(self) -> Subject {
        let mut shared = [0; 16];
        shared[..2].copy_from_slice(&[self.0[0], self.0[1] & 0x0f]);
        Subject(shared)
    }

    fn hashed(kind: &[u8], bytes: &[u8]) -> Subject {
        Subject::cut(&Sha256::new().chain_update(kind).chain_update(b":").chain_update(bytes).finalize())
    }

    fn cut(digest: &[u8]) -> Subject {
        let mut short = [0; 16];
        short.iter_mut().zip(digest).for_each(|(to, from)| *to = *from);
        Subject(short)
    }
}

/// One day's key. Never stored; wiped when the next day begins.
pub struct NetworkKey {
    key: Zeroizing<[u8; 32]>,
    day: Date,
}

impl std::fmt::Debug for NetworkKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NetworkKey(…)")
    }
}

impl NetworkKey {
    /// A random key for the day (UTC) of `now`.
    pub fn draw(now: Moment) -> NetworkKey {
        NetworkKey { key: Zeroizing::new(chance::bytes()), day: now.date() }
    }

    pub fn is_of(&self, now: Moment) -> bool {
        self.day == now.date()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_shares_a_network() {
        let key = NetworkKey::draw(Moment(0));
        let subject = |address: &str| Subject::network(address.parse().unwrap(), &key);
        for (one, other, is_same) in [
            ("192.0.2.7", "192.0.2.7", true),
            ("192.0.2.7", "192.0.2.8", false),
            ("192.0.2.7", "::ffff:192.0.2.7", true),
            ("2001:db8:1:22ff::1", "2001:db8:1:2200:ffff::9", true),
            ("2001:db8:1:22ff::1", "2001:db8:1:23ff::1", false),
            ("2001:db8:1:22ff::1", "2001:db8:2:22ff::1", false),
            ("::1", "0.0.0.1", false),
        ] {
            assert_eq!(subject(one) == subject(other), is_same, "{one} {other}");
        }
    }

    #[test]
    fn another_day_another_subject() {
        let address = "192.0.2.7".parse().unwrap();
        let (monday, tuesday) = (NetworkKey::draw(Moment(0)), NetworkKey::draw(Moment(86_400)));
        assert!(Subject::network(address, &monday) != Subject::network(address, &tuesday));
        assert!(monday.is_of(Moment(86_399)) && !monday.is_of(Moment(86_400)));
    }

    #[test]
    fn nothing_is_printed() {
        let key = NetworkKey::draw(Moment(0));
        let subject = Subject::network("192.0.2.7".parse().unwrap(), &key);
        assert_eq!(format!("{subject:?} {key:?}"), "Subject(…) NetworkKey(…)");
    }

    #[test]
    fn names_are_one_however_written_and_no_kind_meets_another() {
        assert!(Subject::name("Amira") == Subject::name(" amira "));
        assert!(Subject::name("amira") != Subject::name("amir"));
        let id = Uuid::from_u128(7);
        assert!(Subject::pass(id) != Subject::pass(Uuid::from_u128(8)));
        let mut tag = [0; 32];
        tag[..16].copy_from_slice(id.as_bytes());
        assert!(Subject::mailbox(&tag) != Subject::pass(id));
    }
}
