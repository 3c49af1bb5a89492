//! A wrapped key with a note sealed beside it. Invariant: the `age` tool, and programs that know no notes, read the same key.

use super::{Binding, PublicKey, SealError, SecretKey, Verified, bound, split};

/// Begins a note: the `age` tool takes it for a comment, and older programs take it for padding.
const NOTE: &str = "# beside: ";

impl Verified<PublicKey> {
    /// Wraps a secret key with a note of one line. The note is in the place of the padding: a reader that knows no notes skips
    /// it, and the `age` tool takes it for a comment.
    pub fn wrap_key_with_note(
        &self,
        binding: Binding,
        key: &SecretKey,
        note: &str,
    ) -> Result<Vec<u8>, SealError> {
        let text = key.to_text();
        self.encrypt(&bound(binding, text.as_bytes(), &format!("\n{NOTE}{note}\n")))
    }
}

impl SecretKey {
    /// Opens the wrapped key, with the note that was sealed beside it, if there is one.
    pub fn unwrap_key_and_note(
        &self,
        binding: Binding,
        sealed: &[u8],
    ) -> Result<(SecretKey, Option<String>), SealError> {
        let plain = self.decrypt(sealed)?;
        let (key, rest) = split(binding, &plain)?;
        let text = |bytes| std::str::from_utf8(bytes).map_err(|_| SealError::WontOpen);
        let note = text(rest)?.trim().strip_prefix(NOTE).map(|note| note.trim().to_owned());
        Ok((SecretKey::parse(text(key)?)?, note))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::RecordId;
    use crate::sealing::Kind;

    #[test]
    fn a_note_lies_beside_a_key_and_is_in_nobodys_way() {
        let (holder, key) = (SecretKey::generate(), SecretKey::generate());
        let place =
            Binding { kind: Kind::SocietyKey, record: RecordId::from_u128(1), owner: RecordId::from_u128(2) };
        let noted = holder.own().wrap_key_with_note(place, &key, "age1other").unwrap();
        let (opened, note) = holder.unwrap_key_and_note(place, &noted).unwrap();
        assert_eq!((opened.public(), note.as_deref()), (key.public(), Some("age1other")));
        // Opened as by a program that knows no notes.
        assert_eq!(&**holder.open(place, &noted).unwrap(), key.to_text().as_bytes());
        let plain = holder.wrap_key(place, &key).unwrap();
        assert_eq!(holder.unwrap_key_and_note(place, &plain).unwrap().1, None);
        let sizes = [&noted, &plain].map(|sealed| holder.decrypt(sealed).unwrap().len());
        assert_eq!(sizes, [1_024, 1_024]);
    }
}
