//! Numbered pages of 12 entries, on the site.

/// Photos on one page of the gallery: their thumbnails fit the page's budget (docs/decisions/0017-what-every-page-keeps-to.md).
pub const PER_PAGE: usize = 12;

/// The page number in an address, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageNumber(usize);

impl PageNumber {
    pub const FIRST: PageNumber = PageNumber(1);

    /// Empty means the first page; anything but a number from 1 is `None`.
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

/// The number of pages for `count` entries; at least one.
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
