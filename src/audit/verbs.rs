//! What can be done to a record, one word each. A word that was written once is never renamed or reused: the chain's hashes
//! contain it.

macro_rules! verbs {
    ($($name:ident $word:literal,)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Verb {
            $($name,)*
        }

        impl Verb {
            pub const ALL: &[Verb] = &[$(Verb::$name,)*];

            /// Kebab-case, as in the database and in the hash.
            pub fn word(self) -> &'static str {
                match self {
                    $(Verb::$name => $word,)*
                }
            }
        }
    };
}

verbs! {
    // Accounts
    SignedIn "signed-in",
    SignedOut "signed-out",
    SignInFailed "sign-in-failed",
    SignInLocked "sign-in-locked",
    PasswordChanged "password-changed",
    SecondFactorRenewed "second-factor-renewed",
    SteppedUp "stepped-up",
    StepUpFailed "step-up-failed",
    Invited "invited",
    Joined "joined",
    KeySealed "key-sealed",
    AdministratorAgreed "administrator-agreed",
    GrantGiven "grant-given",
    GrantEnded "grant-ended",
    Recovered "recovered",
    // Publications
    Drafted "drafted",
    Edited "edited",
    FacesCovered "faces-covered",
    FaceDismissed "face-dismissed",
    PictureLookedAt "picture-looked-at",
    WarningOverruled "warning-overruled",
    SentForReview "sent-for-review",
    ReviewedDraftOpened "reviewed-draft-opened",
    Approved "approved",
    Returned "returned",
    ConsentRenewed "consent-renewed",
    ConsentEnded "consent-ended",
    WithdrawnByStaff "withdrawn-by-staff",
    WithdrawnByCode "withdrawn-by-code",
    RemovalAsked "removal-asked",
    // Responses
    ResponseArrived "response-arrived",
    Claimed "claimed",
    Released "released",
    TakenOver "taken-over",
    RevealedResponse "revealed-response",
    RevealedCase "revealed-case",
    ReadingBudgetReached "reading-budget-reached",
    Noted "noted",
    Asked "asked",
    StoppedWordsSent "stopped-words-sent",
    MessageTakenBack "message-taken-back",
    MessageArrived "message-arrived",
    AnswerRead "answer-read",
    TakenBack "taken-back",
    Closed "closed",
    Reopened "reopened",
    WroteAgain "wrote-again",
    ClaimedToRead "claimed-to-read",
    ClosingUndone "closing-undone",
    CaseClosed "case-closed",
    CaseOpened "case-opened",
    // Records as a whole
    Erased "erased",
    Exported "exported",
    HandedOver "handed-over",
    PosterMade "poster-made",
    PosterEnded "poster-ended",
    PrintOpened "print-opened",
    DraftsListed "drafts-listed",
    CatalogueOpened "catalogue-opened",
    AuditRead "audit-read",
    LinesErased "lines-erased",
    // Societies and the installation
    SocietyCreated "society-created",
    SocietyChanged "society-changed",
    RotaChanged "rota-changed",
    KeysRotated "keys-rotated",
    KeyExchanged "key-exchanged",
    LockdownBegan "lockdown-began",
    LockdownEnded "lockdown-ended",
    Restored "restored",
    Replayed "replayed",
    GapAcknowledged "gap-acknowledged",
    StraysErased "strays-erased",
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such verb in the audit log")]
pub struct UnknownVerb;

impl Verb {
    pub fn parse(word: &str) -> Result<Self, UnknownVerb> {
        Self::ALL.iter().copied().find(|verb| verb.word() == word).ok_or(UnknownVerb)
    }

    /// The key of the verb's text, such as "signed in", for the page that shows the log.
    pub fn label_key(self) -> String {
        format!("verb-{}", self.word())
    }

    /// Whether a person's data became readable: the exposure report counts these.
    pub fn is_reveal(self) -> bool {
        matches!(
            self,
            Verb::RevealedResponse
                | Verb::RevealedCase
                | Verb::ReviewedDraftOpened
                | Verb::AnswerRead
                | Verb::PrintOpened
                | Verb::Exported
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_has_a_word_of_its_own() {
        for verb in Verb::ALL {
            assert_eq!(Verb::parse(verb.word()), Ok(*verb), "two verbs share {}", verb.word());
            assert!(verb.word().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", verb.word());
        }
        assert_eq!(Verb::parse("deleted"), Err(UnknownVerb));
    }
}
