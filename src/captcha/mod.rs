//! Digits to copy, as picture and sound, without a third party. A CAPTCHA slows; it is never access control. Invariant: an id
//! counts once. The first try spends it, right or wrong, for every process on the same database.

mod challenge;
mod entity;
mod pass;
pub mod picture;
pub mod sound;

pub use challenge::Challenge;
pub use pass::{Pass, PassKind, WaitError, WaitTicket};

use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, SqlErr};
use time::Duration;

use crate::ids::CaptchaId;
use crate::{clock::Moment, sealing::TokenKey};

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
    #[error("not a challenge of this installation")]
    Unreadable,
    #[error("the database did not answer")]
    Database(#[source] DbErr),
}

/// Spends the challenge in `token`, then says whether `typed` was right. After any answer but `Database`, show a new one.
pub async fn try_answer(
    db: &DatabaseConnection,
    key: &TokenKey,
    token: &str,
    typed: &str,
    now: Moment,
) -> Result<(), CaptchaError> {
    let challenge = Challenge::from_token(key, token, now)?;
    if !spend(db, challenge.id(), now).await.map_err(CaptchaError::Database)? {
        return Err(CaptchaError::Spent);
    }
    if challenge.is_answered_by(typed) { Ok(()) } else { Err(CaptchaError::WrongDigits) }
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
        let challenge = Challenge::draw(NOW);
        let token = challenge.token(&key());
        try_answer(&one, &key(), &token, challenge.answer(), NOW).await.unwrap();
        for db in [&one, &two] {
            let again = try_answer(db, &key(), &token, challenge.answer(), NOW).await;
            assert!(matches!(again, Err(CaptchaError::Spent)), "{again:?}");
        }
    }

    #[tokio::test]
    async fn a_wrong_answer_leaves_no_second_try() {
        let (_folder, one, two) = two_processes().await;
        let challenge = Challenge::draw(NOW);
        let token = challenge.token(&key());
        let wrong = try_answer(&one, &key(), &token, "00000", NOW).await;
        assert!(matches!(wrong, Err(CaptchaError::WrongDigits)), "{wrong:?}");
        let right = try_answer(&two, &key(), &token, challenge.answer(), NOW).await;
        assert!(matches!(right, Err(CaptchaError::Spent)), "{right:?}");
    }

    #[tokio::test]
    async fn of_many_at_once_one_wins() {
        let (_folder, one, two) = two_processes().await;
        let challenge = Challenge::draw(NOW);
        let token = challenge.token(&key());
        let key = key();
        let tries = (0..20)
            .map(|n| try_answer(if n % 2 == 0 { &one } else { &two }, &key, &token, challenge.answer(), NOW));
        let results = futures_util::future::join_all(tries).await;
        assert_eq!(results.iter().filter(|r| r.is_ok()).count(), 1, "{results:?}");
        assert_eq!(entity::Entity::find().count(&one).await.unwrap(), 1);
    }

    #[tokio::test]
    async fn late_and_strange_tokens_spend_nothing_and_a_lost_table_is_told() {
        let (_folder, one, _two) = two_processes().await;
        let challenge = Challenge::draw(NOW);
        let token = challenge.token(&key());
        let late = try_answer(&one, &key(), &token, challenge.answer(), NOW + Duration::minutes(10)).await;
        assert!(matches!(late, Err(CaptchaError::Expired)), "{late:?}");
        let strange = try_answer(&one, &key(), "abc", challenge.answer(), NOW).await;
        assert!(matches!(strange, Err(CaptchaError::Unreadable)), "{strange:?}");
        assert_eq!(entity::Entity::find().count(&one).await.unwrap(), 0);
        one.execute_unprepared("drop table captcha_uses").await.unwrap();
        let lost = try_answer(&one, &key(), &token, challenge.answer(), NOW).await;
        assert!(matches!(lost, Err(CaptchaError::Database(_))), "{lost:?}");
    }

    #[tokio::test]
    async fn tried_ids_are_forgotten_within_a_day_and_not_before_they_are_worthless() {
        let (_folder, one, two) = two_processes().await;
        let challenge = Challenge::draw(NOW);
        let token = challenge.token(&key());
        try_answer(&one, &key(), &token, challenge.answer(), NOW).await.unwrap();
        assert_eq!(erase_old_uses(&one, NOW + Duration::hours(22)).await.unwrap(), 0);
        assert_eq!(erase_old_uses(&two, NOW + Duration::hours(24)).await.unwrap(), 1);
        assert_eq!(entity::Entity::find().count(&one).await.unwrap(), 0);
    }
}
