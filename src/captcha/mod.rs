//! Digits to copy, as picture and sound, without a third party. A CAPTCHA slows; it is never access control: programs solve these
//! (docs/threat-model.md has the figures), so nothing may hang on it. Invariant: an id counts once, in the network that drew it.
//! The first try spends it, right or wrong, for every process on the same database.

mod challenge;
mod entity;
mod pass;
pub mod picture;
pub mod sound;

pub use challenge::Challenge;
pub use pass::{Pass, PassKind, Redeemer, WaitError, WaitTicket};

use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, SqlErr};
use time::Duration;

use crate::ids::CaptchaId;
use crate::{clock::Moment, rate_limits::Subject, sealing::TokenKey};

/// Longer than any challenge or ticket lives, so that erasing an id never makes it valid again.
const USES_KEPT_FOR: Duration = Duration::hours(24);

#[derive(Debug, thiserror::Error)]
pub enum CaptchaError {
    #[error("the challenge is older than ten minutes")]
    Expired,
    #[error("the challenge was tried before")]
    Spent,
    #[error("other digits than those shown")]
    WrongDigits,
    #[error("the right digits, from another network than the one that drew them")]
    Elsewhere,
    #[error("not a challenge of this installation")]
    Unreadable,
    #[error("the database did not answer")]
    Database(#[source] DbErr),
}

/// What a form sent: the challenge's token, the digits, and the network that they came from.
#[derive(Clone, Copy)]
pub struct Tried<'a> {
    pub token: &'a str,
    pub typed: &'a str,
    pub from: &'a Subject,
}

/// Spends the challenge, then says whether the digits were right. After any answer but `Database`, show a new one.
pub async fn try_answer(
    db: &DatabaseConnection,
    key: &TokenKey,
    tried: Tried<'_>,
    now: Moment,
) -> Result<(), CaptchaError> {
    let challenge = Challenge::from_token(key, tried.token, now)?;
    if !spend(db, challenge.id(), now).await.map_err(CaptchaError::Database)? {
        return Err(CaptchaError::Spent);
    }
    match (challenge.is_answered_by(tried.typed), challenge.is_drawn_by(tried.from)) {
        (false, _) => Err(CaptchaError::WrongDigits),
        (true, false) => Err(CaptchaError::Elsewhere),
        (true, true) => Ok(()),
    }
}

/// Whether `id` was still unspent. The insert itself decides, so that two at once can't both win. It returns nothing, since the
/// site's database role may only insert here.
async fn spend(db: &DatabaseConnection, id: CaptchaId, now: Moment) -> Result<bool, DbErr> {
    let used = entity::ActiveModel { id: Set(id), used_at: Set(now.hour().0) };
    match entity::Entity::insert(used).exec_without_returning(db).await {
        Ok(_) => Ok(true),
        Err(e) if matches!(e.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => Ok(false),
        Err(e) => Err(e),
    }
}

/// Erases the ids that were tried at least 24 hours ago, and returns how many. For a job, with the desk's database role.
pub async fn erase_old_uses(db: &DatabaseConnection, now: Moment) -> Result<u64, DbErr> {
    let erased = entity::Entity::delete_many()
        .filter(entity::Column::UsedAt.lte((now - USES_KEPT_FOR).0))
        .exec(db)
        .await?;
    Ok(erased.rows_affected)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use sea_orm::{ConnectionTrait, Database, PaginatorTrait, Schema};

    pub const NOW: Moment = Moment(1_795_000_000);

    pub fn key() -> TokenKey {
        TokenKey::derived(b"secret", "captcha")
    }

    pub fn network(last: u8) -> Subject {
        Subject::network(std::net::Ipv4Addr::new(192, 0, 2, last).into())
    }

    /// An address whose trace differs from the first one's: of 65,536 pairs one is alike by chance.
    fn elsewhere(challenge: &Challenge) -> Subject {
        (8..=255).map(network).find(|other| !challenge.is_drawn_by(other)).unwrap()
    }

    async fn tries(
        db: &DatabaseConnection,
        (token, typed): (&str, &str),
        now: Moment,
    ) -> Result<(), CaptchaError> {
        try_answer(db, &key(), Tried { token, typed, from: &network(7) }, now).await
    }

    /// Two connections to one SQLite file, like those of two processes.
    pub async fn two_processes() -> (tempfile::TempDir, DatabaseConnection, DatabaseConnection) {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("uses.sqlite").display());
        let one = Database::connect(&url).await.unwrap();
        let table = Schema::new(one.get_database_backend()).create_table_from_entity(entity::Entity);
        one.execute(&table).await.unwrap();
        let two = Database::connect(&url).await.unwrap();
        (folder, one, two)
    }

    #[tokio::test]
    async fn a_right_answer_counts_once_whichever_process_it_reaches() {
        let (_folder, one, two) = two_processes().await;
        let challenge = Challenge::draw(&network(7), NOW);
        let token = challenge.token(&key());
        tries(&one, (&token, challenge.answer()), NOW).await.unwrap();
        for db in [&one, &two] {
            let again = tries(db, (&token, challenge.answer()), NOW).await;
            assert!(matches!(again, Err(CaptchaError::Spent)), "{again:?}");
        }
    }

    #[tokio::test]
    async fn a_wrong_answer_leaves_no_second_try() {
        let (_folder, one, two) = two_processes().await;
        let challenge = Challenge::draw(&network(7), NOW);
        let token = challenge.token(&key());
        let wrong = tries(&one, (&token, "00000"), NOW).await;
        assert!(matches!(wrong, Err(CaptchaError::WrongDigits)), "{wrong:?}");
        let right = tries(&two, (&token, challenge.answer()), NOW).await;
        assert!(matches!(right, Err(CaptchaError::Spent)), "{right:?}");
    }

    #[tokio::test]
    async fn digits_that_were_drawn_elsewhere_are_spent_and_count_nowhere() {
        let (_folder, one, two) = two_processes().await;
        let challenge = Challenge::draw(&network(7), NOW);
        let token = challenge.token(&key());
        let (typed, other) = (challenge.answer(), elsewhere(&challenge));
        let moved = try_answer(&one, &key(), Tried { token: &token, typed, from: &other }, NOW).await;
        assert!(matches!(moved, Err(CaptchaError::Elsewhere)), "{moved:?}");
        let back = tries(&two, (&token, typed), NOW).await;
        assert!(matches!(back, Err(CaptchaError::Spent)), "{back:?}");
    }

    #[tokio::test]
    async fn of_many_at_once_one_wins() {
        let (_folder, one, two) = two_processes().await;
        let challenge = Challenge::draw(&network(7), NOW);
        let token = challenge.token(&key());
        let all =
            (0..20).map(|n| tries(if n % 2 == 0 { &one } else { &two }, (&token, challenge.answer()), NOW));
        let results = futures_util::future::join_all(all).await;
        assert_eq!(results.iter().filter(|r| r.is_ok()).count(), 1, "{results:?}");
        assert_eq!(entity::Entity::find().count(&one).await.unwrap(), 1);
    }

    #[tokio::test]
    async fn late_and_strange_tokens_spend_nothing_and_a_lost_table_is_told() {
        let (_folder, one, _two) = two_processes().await;
        let challenge = Challenge::draw(&network(7), NOW);
        let token = challenge.token(&key());
        let late = tries(&one, (&token, challenge.answer()), NOW + Duration::minutes(10)).await;
        assert!(matches!(late, Err(CaptchaError::Expired)), "{late:?}");
        let strange = tries(&one, ("abc", challenge.answer()), NOW).await;
        assert!(matches!(strange, Err(CaptchaError::Unreadable)), "{strange:?}");
        assert_eq!(entity::Entity::find().count(&one).await.unwrap(), 0);
        one.execute_unprepared("drop table captcha_uses").await.unwrap();
        let lost = tries(&one, (&token, challenge.answer()), NOW).await;
        assert!(matches!(lost, Err(CaptchaError::Database(_))), "{lost:?}");
    }

    #[tokio::test]
    async fn tried_ids_are_forgotten_within_a_day_and_not_before_they_are_worthless() {
        let (_folder, one, two) = two_processes().await;
        let challenge = Challenge::draw(&network(7), NOW);
        let token = challenge.token(&key());
        tries(&one, (&token, challenge.answer()), NOW).await.unwrap();
        assert_eq!(erase_old_uses(&one, NOW + Duration::hours(22)).await.unwrap(), 0);
        assert_eq!(erase_old_uses(&two, NOW + Duration::hours(24)).await.unwrap(), 1);
        assert_eq!(entity::Entity::find().count(&one).await.unwrap(), 0);
    }
}
