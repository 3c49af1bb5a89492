//! The permissions of each role, as one table. A permission is a type, so that a handler's signature is its lock
//! (docs/decisions/0006-permissions-are-types.md).

words! {
    /// The roles that a person can be invited for; one person may have several.
    #[derive(PartialOrd, Ord)]
    pub enum Role {
        CaseWorker = "case-worker",
        Reviewer = "reviewer",
        Moderator = "moderator",
        Administrator = "administrator",
        Auditor = "auditor",
        /// Runs the installation for all Societies; belongs to none and holds no key.
        Operator = "operator",
    }
}

impl Role {
    /// False for auditors and operators, who hold no key.
    pub fn holds_open_key(self) -> bool {
        matches!(self, Role::CaseWorker | Role::Reviewer | Role::Moderator | Role::Administrator)
    }

    pub fn holds_archive_key(self) -> bool {
        self == Role::Administrator
    }
}

/// Parses the stored form: codes separated by commas.
pub fn parse_roles(text: &str) -> Vec<Role> {
    text.split(',').filter_map(|code| Role::parse(code.trim())).collect()
}

pub fn roles_text(roles: &[Role]) -> String {
    roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(",")
}

/// One row of the table: the permission's name (also used in the route test) and its roles.
pub trait Permission: 'static {
    const NAME: &'static str;
    const ROLES: &'static [Role];
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $word:literal: $($role:ident),+;)+) => {
        $($(#[$doc])* #[derive(Clone, Copy, Debug)] pub struct $name;
        impl Permission for $name {
            const NAME: &'static str = $word;
            const ROLES: &'static [Role] = &[$(Role::$role),+];
        })+
        /// Every permission with its roles, for the route test and the accounts page.
        pub const PERMISSIONS: &[(&str, &[Role])] = &[$(($name::NAME, $name::ROLES)),+];
    };
}

permissions! {
    /// Any signed-in person: the home page, one's own second factor, signing out.
    SignedIn = "signed-in": CaseWorker, Reviewer, Moderator, Administrator, Auditor, Operator;
    /// Draft a publication; see its private part.
    Draft = "draft": CaseWorker;
    /// See a draft in review; approve one that the same person did not edit.
    Approve = "approve": Reviewer;
    /// See the draft's picture while drafting or reviewing.
    SeeDraft = "see-draft": CaseWorker, Reviewer;
    /// End a publication, with a reason.
    Withdraw = "withdraw": CaseWorker, Reviewer, Moderator, Administrator;
    /// Make posters of published photos and take them back. Case workers and reviewers know what people agreed to; a poster
    /// shows only what two of them have approved before.
    MakePosters = "make-posters": CaseWorker, Reviewer;
    /// Claim, open, answer, close a response; see that case's private part.
    Moderate = "moderate": Moderator;
    /// Invite, end grants, seal keys.
    Administer = "administer": Administrator;
    /// Say the second word, as a colleague: to somebody's new start, and to somebody who reads on above the Society's ceiling.
    Vouch = "vouch": CaseWorker, Reviewer, Moderator, Administrator;
    /// Read the audit log.
    ReadAudit = "read-audit": Auditor;
    /// Create Societies, settings, counts; see how old the oldest waiting response is.
    Operate = "operate": Operator;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_who_audits_or_operates_touches_a_person() {
        let personal = ["draft", "approve", "see-draft", "withdraw", "make-posters", "moderate"];
        for (name, roles) in PERMISSIONS.iter().filter(|(name, _)| personal.contains(name)) {
            assert!(!roles.contains(&Role::Auditor) && !roles.contains(&Role::Operator), "{name}");
        }
    }

    #[test]
    fn roles_keep_their_stored_form() {
        assert_eq!(parse_roles("reviewer,moderator"), vec![Role::Reviewer, Role::Moderator]);
        assert_eq!(roles_text(&parse_roles("reviewer,moderator,boss")), "reviewer,moderator");
    }
}
