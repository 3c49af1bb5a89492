//! The people of the tests: two made-up Societies with staff in every role. They join by the same verbs as real people; what they
//! do on pages is in `desk_pages` and `strangers`.

use kinlight_pictures::{Crop, Limits};
use kinlight_portraits as portraits;
use std::collections::BTreeMap;
use std::sync::Mutex;
use time::Duration;

use kinlight::app::App;
use kinlight::cases::PrivatePart;
use kinlight::config::SessionSpan;
use kinlight::ids::{PublicationId, RotaLineId, Seen, SocietyId, StaffId};
use kinlight::photo_number::PhotoNumber;
use kinlight::publications::consent::{Bounds, Channel, Consent, Details, Terms};
use kinlight::publications::facts::{AgeBand, Origin, Relation, Relations, Sex};
use kinlight::publications::lifecycle::{Age, Check, DraftFacts};
use kinlight::publications::review::{self, Verdict};
use kinlight::publications::withdrawal_code::{self, WithdrawalCode};
use kinlight::publications::{consenting, drafting};
use kinlight::societies::directory::Entry;
use kinlight::societies::{self, NewSociety};
use kinlight::staff::giving_keys;
use kinlight::staff::inviting::{self, NewMember};
use kinlight::staff::joining;
use kinlight::staff::password::NewPassword;
use kinlight::staff::roles::{self, Administer, Permission, Role};
use kinlight::staff::second_factor::TotpSecret;
use kinlight::staff::second_key::SecondKey;
use kinlight::staff::{Member, Staff, by_name, check_code, check_password, session, voice};
use kinlight::telling::rota::{self, NewAddress, RotaError};
use kinlight::telling::rule::Hours;

use super::app::TestApp;
use super::browser::Browser;
use super::second_keys::types_second;

/// A member of staff, with their secrets.
#[derive(Clone)]
pub struct Person {
    pub id: StaffId,
    pub name: String,
    pub password: String,
    pub totp: TotpSecret,
}

impl Person {
    pub fn password_of(name: &str) -> String {
        format!("quiet river lantern {name} 92")
    }

    /// The current one-time code; the clock moves on first, since a code works once.
    pub fn fresh_code(&self, at: &TestApp) -> String {
        at.advance(Duration::seconds(31));
        self.totp.code(at.now()).expect("a code")
    }

    /// Signs in by the verbs, without pages; returns the session cookie's value.
    pub async fn session(&self, at: &TestApp) -> String {
        let (app, code) = (&at.app, self.fresh_code(at));
        let halfway = check_password(
            &at.db.desk,
            app.secrets.deriving_in(&app.limits.sign_in),
            (&self.name, &self.password),
            at.now(),
        )
        .await
        .expect("the password is right");
        check_code(at.sessions(), &halfway, &code, at.now()).await.expect("the code is right")
    }

    /// A browser that is signed in already.
    pub async fn browser(&self, at: &TestApp) -> Browser {
        let browser = at.at_the_desk();
        browser.take_cookie(&kinlight::web::form::session_cookie_name(&at.app), &self.session(at).await);
        browser
    }

    pub async fn member(&self, at: &TestApp) -> Member {
        let cookie = self.session(at).await;
        let span = SessionSpan { idle_for: Duration::hours(1), lasts_for: Duration::hours(12) };
        session::find(at.sessions(), &cookie, at.now(), span).await.expect("a session")
    }

    /// This member with a permission that they have.
    pub async fn may<P: Permission>(&self, at: &TestApp) -> Staff<P> {
        Staff::permit(self.member(at).await).unwrap_or_else(|| panic!("{} may not {}", self.name, P::NAME))
    }
}

pub struct Society {
    pub id: SocietyId,
    pub administrator: Person,
    pub case_worker: Person,
    pub reviewer: Person,
    pub moderator: Person,
    pub second_moderator: Person,
    pub auditor: Person,
    /// What is printed and kept offline.
    pub recovery_key: String,
    pub root_key: String,
}

impl Society {
    /// A Society that the operator has created, with its invited administrator and no keys yet.
    pub async fn without_keys(at: &TestApp, slug: &str) -> (SocietyId, Person) {
        let name = format!("Red Shield of {slug}");
        let contact = format!("+000 5550 {slug}");
        let entry = Entry::parse(&contact, "en, ar", &[]).expect("an entry of the directory");
        let new = NewSociety { slug, name: &name, entry: &entry };
        let id = societies::create(&at.db.desk, None, new, at.now()).await.expect("a Society");
        let administrator = joins(at, id, None, &format!("admin-{slug}"), &[Role::Administrator]).await;
        (id, administrator)
    }

    /// Founds a Society: the operator creates it and invites its administrator, who makes the keys and invites the others.
    pub async fn founded(at: &TestApp, slug: &str) -> Society {
        let (id, administrator) = Society::without_keys(at, slug).await;
        let second = administrator.chooses_second(at).await;
        let by: Staff<Administer> = administrator.may(at).await;
        let with = (&by, &second);
        let sheet = giving_keys::make_society_keys(&at.db.desk, with, at.now()).await.expect("keys");
        let newcomer = async |word: &str, role: Role| {
            joins(at, id, Some(with), &format!("{word}-{slug}"), &[role]).await
        };
        Society {
            id,
            case_worker: newcomer("case-worker", Role::CaseWorker).await,
            reviewer: newcomer("reviewer", Role::Reviewer).await,
            moderator: newcomer("moderator", Role::Moderator).await,
            second_moderator: newcomer("second-moderator", Role::Moderator).await,
            auditor: newcomer("auditor", Role::Auditor).await,
            recovery_key: sheet.recovery.expect("a recovery key").to_string(),
            root_key: sheet.root.to_string(),
            administrator,
        }
    }

    /// Puts an address on its rota, for all hours; returns the entry's id.
    pub async fn is_told(&self, at: &TestApp, address: &str) -> RotaLineId {
        let new = NewAddress { address, language: "en", hours: Hours::ALWAYS };
        let who = (self.id, self.administrator.id);
        match rota::add(&at.db.desk, who, new, at.now()).await {
            Ok(()) | Err(RotaError::Known) => {}
            Err(error) => panic!("no line of the rota: {error}"),
        }
        let lines = rota::of_society(&at.db.desk, self.id).await.unwrap();
        lines.into_iter().find(|line| line.address == address).expect("the line").id
    }

    /// Adds one more member, who may have several roles, as in a small Society.
    pub async fn takes_on(&self, at: &TestApp, name: &str, roles: &[Role]) -> Person {
        let by: Staff<Administer> = self.administrator.may(at).await;
        let second = types_second(at, &by).await;
        joins(at, self.id, Some((&by, &second)), name, roles).await
    }

    pub fn everyone(&self) -> [(&Person, Role); 5] {
        [
            (&self.case_worker, Role::CaseWorker),
            (&self.reviewer, Role::Reviewer),
            (&self.moderator, Role::Moderator),
            (&self.administrator, Role::Administrator),
            (&self.auditor, Role::Auditor),
        ]
    }

    pub fn people(&self) -> Vec<&Person> {
        let both = [&self.moderator, &self.second_moderator];
        [&self.administrator, &self.case_worker, &self.reviewer, &self.auditor]
            .into_iter()
            .chain(both)
            .collect()
    }

    /// Makes a draft with everything it needs.
    pub async fn drafts(&self, at: &TestApp, new: &Enquirer) -> Drafted {
        let (app, by) = (&at.app, self.case_worker.may::<roles::Draft>(at).await);
        let (db, now) = (&at.db.desk, at.now());
        let id = drafting::start(db, &by, &new.private, now).await.expect("a draft");
        drafting::save(db, &by, Seen { id, version: 1 }, Some(&new.facts), &new.private, now)
            .await
            .expect("facts");
        drafting::set_picture(at.stores(), &by, Seen { id, version: 2 }, new.photo.clone(), now)
            .await
            .expect("a picture");
        let consent = Consent { terms: new.terms(now.date()), details: new.details.clone() };
        consenting::record(at.stores(), &by, Seen { id, version: 3 }, &consent, Some(new.paper.clone()), now)
            .await
            .expect("a consent");
        let derivation = app.secrets.deriving_in(&app.limits.look_ups);
        let code = WithdrawalCode::draw();
        withdrawal_code::draw(db, &by, id, (&code, false), derivation, now).await.expect("a withdrawal code");
        Drafted { id, version: 4, code }
    }

    pub async fn sends_to_review(&self, at: &TestApp, new: &Enquirer) -> Drafted {
        let mut draft = self.drafts(at, new).await;
        let by = self.case_worker.may::<roles::Draft>(at).await;
        let seen = Seen { id: draft.id, version: draft.version };
        drafting::send_to_review(&at.db.desk, &by, seen, at.now()).await.expect("sent to review");
        draft.version += 1;
        draft
    }

    /// Publishes a photo, from the first word of the draft to the gallery.
    pub async fn publishes(&self, at: &TestApp, new: &Enquirer) -> Photo {
        let draft = self.sends_to_review(at, new).await;
        let (app, by) = (&at.app, self.reviewer.may::<roles::Approve>(at).await);
        let verdict = Verdict { checked: &Check::ALL, age_reason: "" };
        let seen = Seen { id: draft.id, version: draft.version };
        let number = review::approve(at.stores(), &by, seen, verdict, at.now()).await.expect("approved");
        app.refresh_catalogue().await;
        Photo { id: draft.id, number, withdrawal_code: draft.code }
    }
}

pub struct Drafted {
    pub id: PublicationId,
    pub version: i64,
    pub code: WithdrawalCode,
}

pub struct Photo {
    pub id: PublicationId,
    pub number: PhotoNumber,
    pub withdrawal_code: WithdrawalCode,
}

/// An enquirer, as the case worker writes them down.
#[derive(Clone)]
pub struct Enquirer {
    pub private: PrivatePart,
    pub facts: DraftFacts,
    pub details: Details,
    pub photo: Vec<u8>,
    pub paper: Vec<u8>,
    pub consent_for: Duration,
    /// The channels on which the photo may be shown.
    pub channels: Vec<Channel>,
}

impl Enquirer {
    /// The same woman, who also agreed to posters.
    pub fn who_agreed_to_posters() -> Enquirer {
        Enquirer { channels: vec![Channel::Web, Channel::Poster], ..Enquirer::looking_for_her_brother() }
    }

    /// A woman of about forty from Afghanistan who looks for her brother.
    pub fn looking_for_her_brother() -> Enquirer {
        Enquirer {
            private: PrivatePart {
                enquirer_name: "Parwana Qaderi-Testname".to_owned(),
                enquirer_contact: "+000 5550 100200".to_owned(),
                birth_year: Some(1984),
                sought_names: "Jawad Qaderi-Testname".to_owned(),
                story: "They lost each other at the crossing of the two rivers.".to_owned(),
                facts_to_compare: "He has a scar from a kite string.".to_owned(),
                ..PrivatePart::default()
            },
            facts: DraftFacts {
                relations: Relations::one(Relation::Brother),
                sex: Sex::Woman,
                origin: Origin::parse("AF").unwrap(),
                age: Age::Known { band: AgeBand::From40, is_minor: false },
                crop: None,
            },
            details: Details {
                language: "fa".to_owned(),
                before_whom: "Mira of the field office".to_owned(),
                ..Details::default()
            },
            photo: portrait(7),
            paper: b"%PDF-1.4 the signed paper of the tests".to_vec(),
            consent_for: Duration::days(300),
            channels: vec![Channel::Web],
        }
    }

    fn terms(&self, today: time::Date) -> Terms {
        let bounds = Bounds { today, longest_months: 24 };
        Terms::new(self.channels.clone(), today, today + self.consent_for, bounds).expect("fair terms")
    }
}

/// A drawn face as a JPEG of 640 × 800 pixels, which has all public widths but the largest. Each seed is drawn once in a run,
/// since drawing takes longer than publishing.
pub fn portrait(seed: u64) -> Vec<u8> {
    static DRAWN: Mutex<BTreeMap<u64, Vec<u8>>> = Mutex::new(BTreeMap::new());
    let mut drawn = DRAWN.lock().unwrap();
    let face = || {
        let look = portraits::Look { sex: portraits::Sex::Woman, age_band: portraits::AgeBand::From40 };
        let picture = kinlight_pictures::read(&portraits::portrait(seed, look), &Limits::default()).unwrap();
        kinlight_pictures::preview(&picture, Crop::WHOLE, 640).unwrap()
    };
    drawn.entry(seed).or_insert_with(face).clone()
}

/// Invites somebody, who joins and gets the keys of their role.
pub(super) async fn joins(
    at: &TestApp,
    society: SocietyId,
    by: Option<(&Staff<Administer>, &SecondKey)>,
    name: &str,
    roles: &[Role],
) -> Person {
    let now = at.now();
    let new = NewMember { name, roles, grant_ends_on: now.date() + Duration::days(700) };
    let token = match by {
        Some((by, _)) => inviting::invite(&at.db.desk, by, new, now).await,
        None => {
            inviting::invite_as_operator((&at.db.desk, &at.app.secrets.proofs), None, Some(society), new, now)
                .await
        }
    };
    let token = token.expect("invited");
    let person = accepts(at, name, &token).await;
    let needs_keys = roles.iter().any(|role| role.holds_open_key() || role.holds_archive_key());
    if let (Some(by), true) = (by, needs_keys) {
        seals(at, by, &person).await;
    }
    person
}

/// Gives the keys to a colleague, as in a request in which the second passphrase was typed.
pub async fn seals_keys(at: &TestApp, by: &Staff<Administer>, to: &Person) {
    let second = types_second(at, by).await;
    seals(at, (by, &second), to).await;
}

pub(super) async fn seals(at: &TestApp, (by, second): (&Staff<Administer>, &SecondKey), to: &Person) {
    // The two read the digits to each other on the phone.
    let heard = digits_of(at, &to.name).await;
    let derivation = at.app.secrets.deriving_in(&at.app.limits.sign_in);
    let by = (by, Some(second));
    giving_keys::seal_keys(&at.db.desk, derivation, by, (to.id, &heard), at.now())
        .await
        .expect("keys sealed");
}

/// The digits that this person's page shows.
pub async fn digits_of(at: &TestApp, name: &str) -> String {
    let row = by_name(&at.db.desk, name).await.unwrap().expect("a person of this name");
    voice::Keys::of(&row).digits(&at.app.limits.sign_in).await.expect("digits")
}

/// Sets a password and a second factor with an invitation.
pub async fn accepts(at: &TestApp, name: &str, token: &str) -> Person {
    let app: &App = &at.app;
    let (password, totp) = (Person::password_of(name), TotpSecret::draw());
    let Ok(parsed) = NewPassword::parse(&password, name) else { panic!("{password} is weak") };
    let code = totp.code(at.now()).unwrap();
    let derivation = app.secrets.deriving_in(&app.limits.sign_in);
    joining::accept(&at.db.desk, derivation, token, &parsed, (&totp, &code), at.now()).await.expect("joined");
    let id = by_name(&at.db.desk, name).await.unwrap().expect("a person of this name").id;
    Person { id, name: name.to_owned(), password, totp }
}

/// An operator of the installation.
pub async fn operator(at: &TestApp) -> Person {
    let new = NewMember {
        name: "operator",
        roles: &[Role::Operator],
        grant_ends_on: at.now().date() + Duration::days(700),
    };
    let token =
        inviting::invite_as_operator((&at.db.desk, &at.app.secrets.proofs), None, None, new, at.now())
            .await
            .expect("invited");
    accepts(at, "operator", &token).await
}
