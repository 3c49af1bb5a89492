//! Numbered pages, 12 a page on the site.

/// Photos on one page of the gallery: their thumbnails fit the page's budget (docs/decisions/0017-what-every-page-keeps-to.md).
pub const PER_PAGE: usize = 12;

/// A page number as an address has it: 1 and up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageNumber(usize);

impl PageNumber {
    pub const FIRST: PageNumber = PageNumber(1);

    /// Empty means the first; anything but a number from 1 up is `None`.
    pub fn parse(text: &str) -> Option<PageNumber> {
        match text {
            "" => Some(PageNumber::FIRST),
            digits => digits.parse().ok().filter(|n| *n >= 1).map(PageNumber),
        }
    }

    pub fn get(self) -> usize {
        self.0
    }
}

/// How many pages `count` entries fill; at least one.
pub fn pages_for(count: usize) -> usize {
    count.div_ceil(PER_PAGE).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_is_one_or_more() {
        let cases =
            [("", Some(1)), ("1", Some(1)), ("4000", Some(4000)), ("0", None), ("-1", None), ("x", None)];
        for (text, expected) in cases {
            assert_eq!(PageNumber::parse(text).map(PageNumber::get), expected, "{text:?}");
        }
        assert_eq!([pages_for(0), pages_for(12), pages_for(13)], [1, 1, 2]);
    }
}
