//! A passphrase to suggest: six words drawn evenly from our own list, about 60 bits. A member who doesn't want it types another
//! password.

use zeroize::Zeroizing;

use crate::chance;

/// Short, common English words that sound different from each other; none is offensive or sad.
const WORDS: &str = include_str!("passphrase_words.txt");
const COUNT: usize = 6;

pub fn draw() -> Zeroizing<String> {
    let words: Vec<&str> = WORDS.split_ascii_whitespace().collect();
    let drawn: Vec<&str> =
        (0..COUNT).filter_map(|_| words.get(chance::below(words.len())).copied()).collect();
    Zeroizing::new(drawn.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff::password::NewPassword;
    use std::collections::BTreeSet;

    #[test]
    fn six_words_of_a_thousand_and_more() {
        let words: Vec<&str> = WORDS.split_ascii_whitespace().collect();
        let distinct: BTreeSet<&str> = words.iter().copied().collect();
        assert!(distinct.len() >= 1024, "{}", distinct.len());
        assert_eq!(words.len(), distinct.len(), "a word drawn twice as often");
        for word in words {
            assert!((3..=9).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn what_is_offered_is_accepted() {
        for _ in 0..50 {
            let drawn = draw();
            assert_eq!(drawn.split(' ').count(), 6);
            assert!(NewPassword::parse(&drawn, "mira").is_ok(), "{}", *drawn);
        }
    }
}
