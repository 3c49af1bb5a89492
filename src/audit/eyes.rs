//! The readers of what a case's key opens, as types. Invariant: a line about one act opens what that act shows, of the case that the
//! line is about, and nothing else. The table of acts below is the whole of it; anything else does not compile.

use super::{Logged, Verb};
use crate::ids::CaseId;
use crate::sealing::contents::{
    CasePrivate, ConsentDetails, Content, Draft, Look, MessageToCase, Note, OfNobody, Picture, PrintPicture,
    ResponseContent,
};

/// Something that a member does to read, with the verb of its line.
pub trait Act {
    const VERB: Verb;
}

/// An act that shows this kind of content.
pub trait Shows<K: Content>: Act {}

/// An act whose page shows a draft's pictures. They come under the page's line.
pub trait HasPictures: Act {}

macro_rules! acts {
    ($($(#[$about:meta])+ $act:ident = $verb:ident: $($kind:ident),*;)+) => {
        $(
            $(#[$about])+
            #[derive(Clone, Copy, Debug)]
            pub struct $act;

            impl Act for $act {
                const VERB: Verb = Verb::$verb;
            }

            $(impl Shows<$kind> for $act {})*
        )+
    };
}

acts! {
    /// A case worker's look at a draft.
    DraftOpened = RevealedCase: CasePrivate, Draft, Look, ConsentDetails;
    /// A reviewer's look at a draft, which shows no private part.
    ReviewOpened = ReviewedDraftOpened: Draft, Look, ConsentDetails;
    /// A draft's picture, under the line of the page that shows it or under its own. Facts and look say which part is shown.
    PictureOpened = RevealedCase: Picture, Draft, Look;
    /// The picture for print, as a file.
    PrintOpened = PrintOpened: PrintPicture;
    /// A moderator's look at a response, with the case beside it.
    ResponseOpened = RevealedResponse: ResponseContent, CasePrivate, MessageToCase, Note;
    /// A list of people who are not public: it shows small pictures, by addresses of its own.
    ListShown = DraftsListed:;
}

impl HasPictures for DraftOpened {}
impl HasPictures for ReviewOpened {}

/// Says who will see what is opened of a case.
pub trait Eyes {
    /// Whether they may see anything of this case.
    fn may_see(&self, case: CaseId) -> bool;
}

/// Eyes for which this kind of content may be opened.
pub trait Sees<K: Content>: Eyes {}

impl<A: Act> Eyes for Logged<A> {
    fn may_see(&self, case: CaseId) -> bool {
        self.is_of(case)
    }
}

impl<K: Content, A: Shows<K>> Sees<K> for Logged<A> {}

/// The readers of a list, which shows nothing that belongs to one person alone.
#[derive(Clone, Copy, Debug)]
pub struct List;

impl Eyes for List {
    fn may_see(&self, _: CaseId) -> bool {
        true
    }
}

impl<K: OfNobody> Sees<K> for List {}

/// Nobody: the program checks it, changes it or makes a public picture from it. `tests/it/tidy/openings.rs` lists each use.
#[derive(Clone, Copy, Debug)]
pub struct Nobody;

impl Eyes for Nobody {
    fn may_see(&self, _: CaseId) -> bool {
        true
    }
}

impl<K: Content> Sees<K> for Nobody {}

/// What a draft's gathered parts take: facts, what was seen in the picture, the consent.
pub trait SeesDraft: Sees<Draft> + Sees<Look> + Sees<ConsentDetails> {}

impl<E: Sees<Draft> + Sees<Look> + Sees<ConsentDetails>> SeesDraft for E {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sealing::contents::ResponseTriage;
    use std::marker::PhantomData;

    /// The question whether the compiler lets these eyes see this kind. The method that fits without a further reference answers.
    struct Asked<E, K>(PhantomData<(E, K)>);

    trait Yes {
        fn sees(&self) -> bool {
            true
        }
    }

    trait No {
        fn sees(&self) -> bool {
            false
        }
    }

    impl<K: Content, E: Sees<K>> Yes for Asked<E, K> {}
    impl<K, E> No for &Asked<E, K> {}

    macro_rules! sees {
        ($eyes:ty, $kind:ty) => {
            (&Asked::<$eyes, $kind>(PhantomData)).sees()
        };
    }

    /// Each kind, in the order of the table below.
    macro_rules! all {
        ($eyes:ty) => {
            [
                sees!($eyes, CasePrivate),
                sees!($eyes, Draft),
                sees!($eyes, Look),
                sees!($eyes, Picture),
                sees!($eyes, PrintPicture),
                sees!($eyes, ConsentDetails),
                sees!($eyes, ResponseTriage),
                sees!($eyes, ResponseContent),
                sees!($eyes, Note),
                sees!($eyes, MessageToCase),
            ]
        };
    }

    #[test]
    fn no_line_opens_what_another_act_is_needed_for() {
        let table = [
            ("draft", all!(Logged<DraftOpened>), "yyy..y...."),
            ("review", all!(Logged<ReviewOpened>), ".yy..y...."),
            ("picture", all!(Logged<PictureOpened>), ".yyy......"),
            ("print", all!(Logged<PrintOpened>), "....y....."),
            ("response", all!(Logged<ResponseOpened>), "y......yyy"),
            ("list's line", all!(Logged<ListShown>), ".........."),
            ("list", all!(List), "......y..."),
            ("nobody", all!(Nobody), "yyyyyyyyyy"),
        ];
        for (name, sees, expected) in table {
            let sees: String = sees.iter().map(|is| if *is { 'y' } else { '.' }).collect();
            assert_eq!(sees, expected, "{name}");
        }
    }
}
