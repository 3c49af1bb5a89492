//! What can be done to a record, one word each. A word that was written once is never renamed or reused: the chain's hashes
//! contain it.

words! {
    pub enum Verb {
        // Accounts
        SignedIn = "signed-in",
        SignedOut = "signed-out",
        SignedOutEverywhere = "signed-out-everywhere",
        SignInFailed = "sign-in-failed",
        PasswordChanged = "password-changed",
        SecondFactorRenewed = "second-factor-renewed",
        StepUpFailed = "step-up-failed",
        SecondPassphraseChosen = "second-passphrase-chosen",
        SecondPassphraseChanged = "second-passphrase-changed",
        SecondPassphraseForgotten = "second-passphrase-forgotten",
        SecondPassphraseWrong = "second-passphrase-wrong",
        SecondKeyOpened = "second-key-opened",
        Invited = "invited",
        Joined = "joined",
        KeySealed = "key-sealed",
        AdministratorAgreed = "administrator-agreed",
        GrantGiven = "grant-given",
        GrantEnded = "grant-ended",
        Recovered = "recovered",
        // Publications
        Drafted = "drafted",
        Edited = "edited",
        FacesCovered = "faces-covered",
        FaceDismissed = "face-dismissed",
        PictureLookedAt = "picture-looked-at",
        WarningOverruled = "warning-overruled",
        SentForReview = "sent-for-review",
        ReviewedDraftOpened = "reviewed-draft-opened",
        Approved = "approved",
        Returned = "returned",
        ConsentRenewed = "consent-renewed",
        ConsentEnded = "consent-ended",
        WithdrawnByStaff = "withdrawn-by-staff",
        WithdrawnByCode = "withdrawn-by-code",
        Certified = "certified",
        CertificateRefused = "certificate-refused",
        // Responses
        ResponseArrived = "response-arrived",
        Claimed = "claimed",
        Released = "released",
        RevealedResponse = "revealed-response",
        RevealedCase = "revealed-case",
        ReadingBudgetReached = "reading-budget-reached",
        ReadingCeilingReached = "reading-ceiling-reached",
        GoingOnAgreed = "going-on-agreed",
        Noted = "noted",
        Asked = "asked",
        StoppedWordsSent = "stopped-words-sent",
        MessageTakenBack = "message-taken-back",
        TakenBack = "taken-back",
        Closed = "closed",
        Reopened = "reopened",
        WroteAgain = "wrote-again",
        ClaimedToRead = "claimed-to-read",
        ClosingUndone = "closing-undone",
        FoldClosed = "fold-closed",
        RushNoticed = "rush-noticed",
        CaseClosed = "case-closed",
        CaseOpened = "case-opened",
        // Records as a whole
        Erased = "erased",
        Exported = "exported",
        PosterMade = "poster-made",
        PosterEnded = "poster-ended",
        PrintOpened = "print-opened",
        DraftsListed = "drafts-listed",
        AuditRead = "audit-read",
        LinesErased = "lines-erased",
        // Societies and the installation
        SocietyCreated = "society-created",
        SocietyChanged = "society-changed",
        RotaChanged = "rota-changed",
        KeyExchanged = "key-exchanged",
        RowRefused = "row-refused",
        RowsProved = "rows-proved",
        DatabaseAccepted = "database-accepted",
        Restored = "restored",
        Replayed = "replayed",
        GapAcknowledged = "gap-acknowledged",
        StraysErased = "strays-erased",
    }
}

word_column!(Verb);

impl Verb {
    /// The key of the verb's text, such as "signed in", for the page that shows the log.
    pub fn label_key(self) -> String {
        self.key("verb")
    }

    /// Whether a person's data became readable: the exposure report counts these.
    pub fn is_reveal(self) -> bool {
        matches!(
            self,
            Verb::RevealedResponse
                | Verb::RevealedCase
                | Verb::ReviewedDraftOpened
                | Verb::PrintOpened
                | Verb::Exported
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_one_word_of_the_chain() {
        for verb in Verb::ALL {
            assert!(verb.code().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", verb.code());
        }
    }
}
