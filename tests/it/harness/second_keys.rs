//! Administrators' second passphrases, chosen and used by the verbs.

use kinlight::staff::roles::{Administer, Role};
use kinlight::staff::second_key::{self, SecondKey};
use kinlight::staff::second_passphrase::NewPassphrase;
use kinlight::staff::{Member, Staff};

use super::app::TestApp;
use super::people::{Person, Society, joins, seals};

impl Person {
    /// An administrator's second passphrase.
    pub fn second_passphrase(&self) -> String {
        second_passphrase_of(&self.name)
    }

    /// Chooses the second passphrase, as an administrator does before they get or make the keys.
    pub async fn chooses_second(&self, at: &TestApp) -> SecondKey {
        let by: Staff<Administer> = self.may(at).await;
        let passphrase = self.second_passphrase();
        let new = NewPassphrase::parse(&passphrase, &self.name, &self.password);
        let Ok(new) = new else { panic!("{passphrase} is refused") };
        let derivation = at.app.secrets.deriving_in(&at.app.limits.sign_in);
        let choice = (self.password.as_str(), &new);
        second_key::choose(&at.db.desk, derivation, &by, choice, at.now()).await.expect("a second passphrase")
    }

    /// Replaces a lost second passphrase.
    pub async fn loses_second(&self, at: &TestApp) {
        let by: Staff<Administer> = self.may(at).await;
        let new = "nine paper boats beyond the old canal";
        let Ok(new) = NewPassphrase::parse(new, &self.name, &self.password) else {
            panic!("{new} is refused")
        };
        let derivation = at.app.secrets.deriving_in(&at.app.limits.sign_in);
        let choice = (self.password.as_str(), &new);
        let done = second_key::replace_forgotten(&at.db.desk, derivation, &by, choice, at.now()).await;
        done.expect("another second passphrase");
    }

    /// The second key, as in a request in which the second passphrase was typed.
    pub async fn second_key(&self, at: &TestApp, by: &Member) -> SecondKey {
        types_second(at, by).await
    }
}

/// The second passphrase of an administrator with this name.
fn second_passphrase_of(name: &str) -> String {
    format!("seven copper kettles under {name} stairs")
}

/// The same for a signed-in administrator.
pub async fn types_second(at: &TestApp, by: &Member) -> SecondKey {
    let derivation = at.app.secrets.deriving_in(&at.app.limits.sign_in);
    second_key::open(&at.db.desk, derivation, by, &second_passphrase_of(&by.name), at.now())
        .await
        .expect("the second passphrase is right")
}

impl Society {
    /// A further administrator, invited by the operator, who holds all keys.
    pub async fn takes_on_administrator(&self, at: &TestApp, name: &str) -> Person {
        let person = joins(at, self.id, None, name, &[Role::Administrator]).await;
        seals_all_keys(at, &self.administrator, &person).await;
        person
    }
}

/// Gives all keys to another administrator, who chooses the second passphrase first.
pub async fn seals_all_keys(at: &TestApp, by: &Person, to: &Person) {
    to.chooses_second(at).await;
    let member: Staff<Administer> = by.may(at).await;
    let second = by.second_key(at, &member).await;
    seals(at, (&member, &second), to).await;
}
