//! A walk over every key that follows from what somebody saw: derived, opened with what was derived, and found inside.

use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use std::collections::BTreeSet;
use std::io::Read;

use crate::harness::app::TestApp;
use crate::harness::people::Person;
use kinlight::db::columns::{COLUMNS, Declared};
use kinlight::sealing::{SecretKey, derive, open_file};
use kinlight::staff;

/// Every label under which the program derives a key, read from its source, so that a new one is tried too.
fn labels() -> BTreeSet<String> {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    let files = walkdir::WalkDir::new(source).into_iter().filter_map(Result::ok);
    let files = files.filter(|file| file.path().extension().is_some_and(|end| end == "rs"));
    let text: String = files.map(|file| std::fs::read_to_string(file.path()).unwrap()).collect();
    let found = text.split("\"kinlight/").skip(1).filter_map(|rest| rest.split('"').next());
    found.map(|label| format!("kinlight/{label}")).collect()
}

/// Someone who has the desk's secret and the whole database, and what staff typed while they watched.
pub struct Thief {
    keys: BTreeSet<String>,
    /// The public halves of what each of these keys could sign with.
    signing: BTreeSet<String>,
    /// Those that were not tried on what is sealed yet.
    fresh: Vec<SecretKey>,
    sealed: Vec<Vec<u8>>,
    labels: BTreeSet<String>,
    desk: Vec<u8>,
}

impl Thief {
    pub async fn with_the_database(at: &TestApp) -> Thief {
        let mut sealed = Vec::new();
        for (table, column, _) in COLUMNS.iter().filter(|(.., how)| *how == Declared::Sealed) {
            let asked = format!("select {column} from {table} where {column} is not null");
            let asked = Statement::from_string(at.db.desk.get_database_backend(), asked);
            for row in at.db.desk.query_all_raw(asked).await.unwrap() {
                sealed.push(row.try_get_by_index(0).unwrap());
            }
        }
        Thief {
            keys: BTreeSet::new(),
            signing: BTreeSet::new(),
            fresh: Vec::new(),
            sealed,
            labels: labels(),
            desk: at.app.secrets.desk.to_vec(),
        }
    }

    /// What follows from a passphrase that somebody typed: stretched with either salt of theirs.
    pub async fn saw_typed(&mut self, at: &TestApp, person: &Person, typed: &str) {
        let row = staff::entity::Entity::find_by_id(person.id).one(&at.db.desk).await.unwrap().unwrap();
        for salt in [row.salt, row.second_salt].into_iter().flatten() {
            let stretched = at.app.limits.sign_in.stretch(typed.as_bytes(), &salt).await.unwrap();
            self.tries(&stretched[..]);
        }
    }

    /// Derives every key from a secret, alone and with the desk's secret.
    pub fn tries(&mut self, secret: &[u8]) {
        let with_the_desks = [secret, &self.desk].concat();
        self.derives(secret);
        self.derives(&with_the_desks);
    }

    fn derives(&mut self, root: &[u8]) {
        let derived = self.labels.iter().map(|label| derive(root, label));
        self.fresh.extend(derived.map(|bytes| SecretKey::from_bytes(&bytes).unwrap()));
        if let Ok(bytes) = <&[u8; 32]>::try_from(root) {
            self.fresh.push(SecretKey::from_bytes(bytes).unwrap());
        }
    }

    /// Opens whatever opens, and goes on with each key found inside, until nothing new opens.
    pub fn opens_all(&mut self) {
        while !self.fresh.is_empty() {
            let keys = std::mem::take(&mut self.fresh);
            let mut found = Vec::new();
            self.sealed.retain(|sealed| {
                let mut plain = Vec::new();
                let is_open = open_file(&keys, sealed.as_slice())
                    .is_ok_and(|mut opened| opened.read_to_end(&mut plain).is_ok());
                if is_open {
                    found.push(String::from_utf8_lossy(&plain).into_owned());
                }
                !is_open
            });
            self.keys.extend(keys.iter().map(|key| key.public().as_str().to_owned()));
            let labels = &self.labels;
            let signing = keys.iter().flat_map(|key| labels.iter().map(|label| key.signing(label).public()));
            self.signing.extend(signing.map(|public| public.to_string()));
            for text in found {
                for (at, _) in text.match_indices("AGE-SECRET-KEY-1") {
                    let is_end = |c: char| !c.is_ascii_alphanumeric() && c != '-';
                    let end = text[at..].find(is_end).map_or(text.len(), |end| at + end);
                    // A key may itself be what others hang on.
                    self.derives(&text.as_bytes()[at..end]);
                    self.fresh.push(SecretKey::parse(&text[at..end]).unwrap());
                }
            }
        }
    }

    /// Whether they can sign what this public key verifies.
    pub fn signs_as(&self, public: &str) -> bool {
        self.signing.contains(public)
    }

    pub fn has(&self, public: &str) -> bool {
        self.keys.contains(public)
    }
}
