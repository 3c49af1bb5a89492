//! The kinds of what a case's key opens, each as a type of its own. Invariant: `audit/eyes.rs` says for each of them who may
//! see it, and the compiler refuses everybody else.

use super::Kind;

/// One kind of content that is sealed to a case.
pub trait Content {
    const KIND: Kind;
}

/// Content that tells of no person by itself, so that a list may open it.
pub trait OfNobody: Content {}

macro_rules! contents {
    ($($name:ident),+ $(,)?) => {
        $(
            #[derive(Clone, Copy, Debug)]
            pub struct $name;

            impl Content for $name {
                const KIND: Kind = Kind::$name;
            }
        )+
    };
}

contents!(
    CasePrivate,
    Draft,
    Look,
    Picture,
    PrintPicture,
    ConsentDetails,
    ResponseTriage,
    ResponseContent,
    Note,
    MessageToCase,
);

impl OfNobody for ResponseTriage {}

// What a list may open is not about a person, by the table of kinds.
const _: () = assert!(!ResponseTriage::KIND.is_a_person());
