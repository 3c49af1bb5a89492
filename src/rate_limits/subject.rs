//! The subject that is counted. An address or a name can't be recovered from what is stored: a mark under the day's key, which
//! is random, never written to disk, and gone with the day.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::net::IpAddr;
use zeroize::Zeroizing;

use crate::chance;
use crate::ids::{CaptchaId, DeviceId, PublicationId, StaffId};

/// A hash of who is counted, for the time of one request. It is never stored, sent or printed: its holder could try all
/// addresses.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subject([u8; 32]);

impl std::fmt::Debug for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Subject(…)")
    }
}

impl Subject {
    /// The network of `address`: /32 for IPv4, /56 for IPv6 (what one customer gets); IPv4 written as IPv6 counts as IPv4.
    pub fn network(address: IpAddr) -> Subject {
        match address.to_canonical() {
            IpAddr::V4(v4) => Subject::of(b"network 4", &v4.octets()),
            IpAddr::V6(v6) => Subject::of(b"network 6", &v6.octets()[..7]),
        }
    }

    /// A pass, by its id.
    pub fn pass(id: CaptchaId) -> Subject {
        Subject::of(b"pass", id.as_bytes())
    }

    /// A sign-in name, in any capitalisation.
    pub fn name(name: &str) -> Subject {
        Subject::of(b"name", name.trim().to_lowercase().as_bytes())
    }

    /// A sign-in name, tried from one network.
    pub fn name_from(name: &str, network: &Subject) -> Subject {
        Subject::of(b"name from network", &[&network.0[..], Subject::name(name).0.as_slice()].concat())
    }

    /// A device that signed in before, under one name.
    pub fn device(id: DeviceId, name: &str) -> Subject {
        Subject::of(b"device", &[&id.as_bytes()[..], Subject::name(name).0.as_slice()].concat())
    }

    /// A member of staff, by their id.
    pub fn member(id: StaffId) -> Subject {
        Subject::of(b"member", id.as_bytes())
    }

    /// A photo, from any network.
    pub fn photo(id: PublicationId) -> Subject {
        Subject::of(b"photo", id.as_bytes())
    }

    /// A photo, asked for from one network.
    pub fn photo_from(id: PublicationId, network: &Subject) -> Subject {
        Subject::of(b"photo from network", &[&network.0[..], &id.as_bytes()[..]].concat())
    }

    /// A mailbox, by its 32-byte tag.
    pub fn mailbox(tag: &[u8; 32]) -> Subject {
        Subject::of(b"mailbox", tag)
    }

    /// Two bytes that tell whether the same subject comes back with what it was given, and not who it is: each of the 65,536
    /// values fits that many IPv4 addresses.
    pub fn trace(&self, given: CaptchaId) -> [u8; 2] {
        let hash = Sha256::new().chain_update(b"trace:").chain_update(given.as_bytes()).chain_update(self.0);
        let [first, second, ..] = <[u8; 32]>::from(hash.finalize());
        [first, second]
    }

    /// The mark that is stored for it on the day of `key`.
    pub(super) fn under(&self, key: &DayKey) -> Mark {
        let mut mac = Hmac::<Sha256>::new_from_slice(key.0.as_slice())
            .unwrap_or_else(|_| unreachable!("HMAC takes a key of any length"));
        mac.update(&self.0);
        let mut mark = [0; 16];
        mark.iter_mut().zip(mac.finalize().into_bytes()).for_each(|(to, from)| *to = from);
        Mark(mark)
    }

    fn of(kind: &[u8], bytes: &[u8]) -> Subject {
        Subject(Sha256::new().chain_update(kind).chain_update(b":").chain_update(bytes).finalize().into())
    }
}

/// What is stored of a subject: 16 bytes that reveal nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Mark([u8; 16]);

impl Mark {
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// One of 4,096 marks that subjects share when there is no room for one each.
    pub fn crowded(self) -> Mark {
        let mut shared = [0; 16];
        shared[..2].copy_from_slice(&[self.0[0], self.0[1] & 0x0f]);
        Mark(shared)
    }
}

/// One day's key; wiped when dropped.
pub(super) struct DayKey(Zeroizing<[u8; 32]>);

impl DayKey {
    pub const BYTES: usize = 32;

    pub fn draw() -> DayKey {
        DayKey(Zeroizing::new(chance::bytes()))
    }

    pub fn from_bytes(bytes: [u8; DayKey::BYTES]) -> DayKey {
        DayKey(Zeroizing::new(bytes))
    }
}

impl std::fmt::Debug for DayKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DayKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_shares_a_network() {
        let key = DayKey::draw();
        let mark = |address: &str| Subject::network(address.parse().unwrap()).under(&key);
        for (one, other, is_same) in [
            ("192.0.2.7", "192.0.2.7", true),
            ("192.0.2.7", "192.0.2.8", false),
            ("192.0.2.7", "::ffff:192.0.2.7", true),
            ("2001:db8:1:22ff::1", "2001:db8:1:2200:ffff::9", true),
            ("2001:db8:1:22ff::1", "2001:db8:1:23ff::1", false),
            ("2001:db8:1:22ff::1", "2001:db8:2:22ff::1", false),
            ("::1", "0.0.0.1", false),
        ] {
            assert_eq!(mark(one) == mark(other), is_same, "{one} {other}");
        }
    }

    #[test]
    fn a_name_counts_apart_in_each_network_and_on_each_device() {
        let networks = ["192.0.2.7", "192.0.2.8"].map(|one| Subject::network(one.parse().unwrap()));
        let devices = [7, 8].map(DeviceId::from_u128);
        let all = [
            Subject::name("amira"),
            Subject::name_from("amira", &networks[0]),
            Subject::name_from("amira", &networks[1]),
            Subject::name_from("amir", &networks[0]),
            Subject::device(devices[0], "amira"),
            Subject::device(devices[1], "amira"),
            Subject::device(devices[0], "amir"),
            Subject::member(StaffId::from_u128(7)),
            Subject::photo(PublicationId::from_u128(7)),
            Subject::photo_from(PublicationId::from_u128(7), &networks[0]),
            Subject::photo_from(PublicationId::from_u128(7), &networks[1]),
            Subject::photo_from(PublicationId::from_u128(8), &networks[0]),
            networks[0],
        ];
        assert_eq!(all.iter().collect::<std::collections::HashSet<_>>().len(), all.len());
        assert!(Subject::name_from(" Amira", &networks[0]) == all[1]);
    }

    #[test]
    fn a_trace_tells_one_network_from_most_others_and_names_none() {
        let given = CaptchaId::from_u128(7);
        let here = Subject::network("192.0.2.7".parse().unwrap());
        assert_eq!(here.trace(given), here.trace(given));
        assert_ne!(
            here.trace(given),
            here.trace(CaptchaId::from_u128(8)),
            "two tickets don't tell that they are one's"
        );
        let same = (0..=u16::MAX)
            .map(|n| Subject::network(std::net::Ipv4Addr::from(u32::from(n) << 8).into()))
            .filter(|other| other.trace(given) == here.trace(given))
            .count();
        assert!((1..20).contains(&same), "{same} of 65,536 other networks share the trace");
    }

    #[test]
    fn under_another_key_another_mark() {
        let someone = Subject::name("amira");
        let (monday, tuesday) = (DayKey::draw(), DayKey::from_bytes([7; DayKey::BYTES]));
        assert!(someone.under(&monday) == someone.under(&monday));
        assert!(someone.under(&monday) != someone.under(&tuesday));
    }

    #[test]
    fn nothing_is_printed() {
        let subject = Subject::network("192.0.2.7".parse().unwrap());
        assert_eq!(format!("{subject:?} {:?}", DayKey::draw()), "Subject(…) DayKey(…)");
    }

    #[test]
    fn names_are_one_however_written_and_no_kind_meets_another() {
        let key = DayKey::draw();
        let mark = |subject: Subject| subject.under(&key);
        assert!(mark(Subject::name("Amira")) == mark(Subject::name(" amira ")));
        assert!(mark(Subject::name("amira")) != mark(Subject::name("amir")));
        let id = CaptchaId::from_u128(7);
        assert!(mark(Subject::pass(id)) != mark(Subject::pass(CaptchaId::from_u128(8))));
        let mut tag = [0; 32];
        tag[..16].copy_from_slice(id.as_bytes());
        assert!(mark(Subject::mailbox(&tag)) != mark(Subject::pass(id)));
    }
}
