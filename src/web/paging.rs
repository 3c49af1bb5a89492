//! Numbered pages of a list: the gallery's, and the desk's.

/// Photos on one page of the gallery: their thumbnails fit the page's budget (docs/decisions/0017-what-every-page-keeps-to.md).
pub const PER_PAGE: usize = 12;
/// Entries on one page of a list at the desk.
pub const PER_DESK_PAGE: u64 = 40;

/// The page number in an address, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageNumber(usize);

impl PageNumber {
    pub const FIRST: PageNumber = PageNumber(1);

    /// Empty means the first page; anything but a number from 1 is `None`. A number above `u32::MAX` is taken as that, so that
    /// entries can be counted: no list has that many pages.
    pub fn parse(text: &str) -> Option<PageNumber> {
        match text {
            "" => Some(PageNumber::FIRST),
            digits => {
                let number = digits.parse::<usize>().ok().filter(|n| *n >= 1)?;
                Some(PageNumber(number.min(u32::MAX as usize)))
            }
        }
    }

    pub fn get(self) -> usize {
        self.0
    }

    /// The number as the records count it, from 0.
    pub fn from_zero(self) -> u64 {
        self.0 as u64 - 1
    }
}

/// The number of the gallery's pages for `count` photos; at least one.
pub fn pages_for(count: usize) -> usize {
    count.div_ceil(PER_PAGE).max(1)
}

/// The same for a list at the desk.
pub fn desk_pages_for(count: u64) -> u64 {
    count.div_ceil(PER_DESK_PAGE).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_is_one_or_more() {
        let cases = [
            ("", Some(1)),
            ("1", Some(1)),
            ("4000", Some(4000)),
            ("0", None),
            ("-1", None),
            ("x", None),
            ("9999999999", Some(u32::MAX as usize)),
        ];
        for (text, expected) in cases {
            assert_eq!(PageNumber::parse(text).map(PageNumber::get), expected, "{text:?}");
        }
        assert_eq!([pages_for(0), pages_for(12), pages_for(13)], [1, 1, 2]);
        assert_eq!([desk_pages_for(0), desk_pages_for(40), desk_pages_for(41)], [1, 1, 2]);
        assert_eq!(PageNumber::FIRST.from_zero(), 0);
    }
}
