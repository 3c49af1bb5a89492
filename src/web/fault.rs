//! What has to be corrected in a form. No field cuts off a long text: the page says how many letters are too many, and keeps all
//! of it.

use crate::i18n::{Lang, Texts};

/// One fault: the field's name and the key of the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub field: &'static str,
    pub key: &'static str,
}

/// A fault with the count that its message needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToMend {
    pub field: &'static str,
    pub key: &'static str,
    /// The number of letters that are too many; 0 for another kind of fault.
    over: usize,
}

impl From<Fault> for ToMend {
    fn from(Fault { field, key }: Fault) -> ToMend {
        ToMend { field, key, over: 0 }
    }
}

impl ToMend {
    /// `None` if the text is not too long.
    pub fn too_long(Fault { field, key }: Fault, over: usize) -> Option<ToMend> {
        (over > 0).then_some(ToMend { field, key, over })
    }

    pub fn message(&self, texts: &Texts, lang: Lang) -> String {
        let message = texts.get(lang, self.key, &[]);
        match i64::try_from(self.over) {
            Ok(0) | Err(_) => message,
            Ok(over) => {
                format!("{message} {}", texts.get(lang, "form-letters-too-many", &[("count", over.into())]))
            }
        }
    }
}

/// The fault of a required text that may have at most `most` letters.
pub fn fault_of_length(
    (field, text): (&'static str, &str),
    most: usize,
    [missing, long]: [&'static str; 2],
) -> Option<ToMend> {
    match text.is_empty() {
        true => Some(Fault { field, key: missing }.into()),
        false => ToMend::too_long(Fault { field, key: long }, letters_over(text, most)),
    }
}

/// The number of letters beyond the first `most`.
pub fn letters_over(text: &str, most: usize) -> usize {
    over(text, most, |_| 1)
}

/// The number of letters beyond `room`; `size` gives each letter's size.
pub fn over(text: &str, room: usize, size: impl Fn(char) -> usize) -> usize {
    let mut taken = 0;
    let is_beyond = |letter: &char| {
        taken += size(*letter);
        taken > room
    };
    text.chars().filter(is_beyond).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_room_is_counted_in_letters() {
        for (text, most, expected) in
            [("", 3, 0), ("abc", 3, 0), ("abcd", 3, 1), ("ልጅ እና", 4, 1), ("abc", 0, 3)]
        {
            assert_eq!(letters_over(text, most), expected, "{text:?} {most}");
        }
        assert_eq!(over("ልጅaa", 6, char::len_utf8), 2);
        assert_eq!(over("aaልጅ", 6, char::len_utf8), 1, "half a letter does not fit");
    }

    #[test]
    fn a_message_says_by_how_much() {
        let texts = Texts::load().unwrap();
        let english = texts.english();
        let fault = Fault { field: "note", key: "form-save" };
        let told = |over| ToMend::too_long(fault.clone(), over).map(|told| told.message(&texts, english));
        assert_eq!(told(0), None);
        assert_eq!(told(1).as_deref(), Some("Save One letter is too many."));
        assert_eq!(told(500).as_deref(), Some("Save \u{2068}500\u{2069} letters are too many."));
        assert_eq!(ToMend::from(fault).message(&texts, english), "Save");
    }
}
