//! One Society on a fresh installation, made through the records and without pages: Amina drafts, answers and administers; Bilal
//! reviews; Hodan moderates. One photo is live, one draft waits, and one answer has arrived.

use kinlight::app::App;
use kinlight::cases::PrivatePart;
use kinlight::clock::{Clock, Moment};
use kinlight::config::Config;
use kinlight::publications::consent::{Channel, Details, Terms};
use kinlight::publications::facts::{AgeBand, Origin, Relation, Relations, Sex};
use kinlight::publications::lifecycle::{Age, Check, DraftFacts};
use kinlight::publications::withdrawal_code::{self, WithdrawalCode};
use kinlight::publications::{self, consenting, drafting, review};
use kinlight::responses::lifecycle::Door;
use kinlight::responses::{self, Addressee, Contact, Content, NewResponse, Triage, YesNo};
use kinlight::societies::directory::Entry;
use kinlight::societies::{self, NewSociety, keys};
use kinlight::staff::inviting::{self, NewMember};
use kinlight::staff::joining;
use kinlight::staff::password::NewPassword;
use kinlight::staff::roles::{self, Permission, Role};
use kinlight::staff::second_factor::TotpSecret;
use kinlight::staff::{self, Member, Staff, session};
use kinlight_pictures::Picture;
use std::collections::BTreeMap;
use std::sync::Arc;
use time::Duration;
use uuid::Uuid;

const PASSWORD: &str = "seven quiet lanterns over water";

/// Words that must never be stored unsealed.
pub const STORY: &str = "Canary-story: we parted at the river crossing";
pub const ANSWER: &str = "Canary-answer: he carried the blue radio";
pub const SENDER: &str = "Canary-sender Idris";
pub const PHONE: &str = "Canary-phone 0700 900 900";
pub const NOTE: &str = "Canary-note: compare the blue radio";
pub const QUESTION: &str = "Canary-question: what did he carry?";
pub const WITNESS: &str = "Canary-witness Salma";
pub const PAPER: &[u8] = b"%PDF Canary-paper signed by hand";

pub struct House {
    pub folder: tempfile::TempDir,
    pub app: Arc<App>,
    pub society: Uuid,
    pub recovery: String,
    pub amina: Person,
    pub bilal: Person,
    pub hodan: Person,
    pub photo: Uuid,
    pub draft: Uuid,
    pub response: Uuid,
}

pub struct Person {
    pub member: Member,
    pub cookie: String,
}

impl Person {
    pub fn may<P: Permission>(&self) -> Staff<P> {
        Staff::permit(self.member.clone()).expect("the role allows it")
    }
}

impl House {
    pub async fn open() -> House {
        let folder = tempfile::tempdir().unwrap();
        let settings = [
            ("data_dir", folder.path().join("data").display().to_string()),
            ("code_memory_kib", "1024".into()),
            ("code_stock", "1".into()),
            ("reveals_an_hour", "2".into()),
            ("photo_worker_program", env!("CARGO_BIN_EXE_kinlight").into()),
        ];
        let settings: BTreeMap<String, String> = settings.map(|(k, v)| (k.to_owned(), v)).into();
        std::fs::create_dir_all(folder.path().join("data")).unwrap();
        let config = Config::from_values(settings).unwrap();
        let clock = Clock::standing_at(Moment(1_795_298_400));
        let app = App::new(config, clock).await.unwrap();
        app.db.migrate().await.unwrap();
        let entry = Entry::parse("–", "en,ar", &[]).expect("an entry of the directory");
        let new = NewSociety { slug: "harbour", name: "Harbour Society", entry: &entry };
        let society = societies::create(&app.db.desk, None, new, app.clock.now()).await.unwrap();
        let roles = [Role::CaseWorker, Role::Moderator, Role::Administrator];
        let amina = joins(&app, Err(society), "amina", &roles).await;
        let recovery = joining::make_society_keys(&app.db.desk, &amina.may(), app.clock.now())
            .await
            .unwrap()
            .to_string();
        let bilal = joins(&app, Ok(&amina.may()), "bilal", &[Role::Reviewer]).await;
        let hodan = joins(&app, Ok(&amina.may()), "hodan", &[Role::Moderator]).await;
        for other in [&bilal, &hodan] {
            let heard = keys::fingerprint(&other.member.key.public());
            let now = app.clock.now();
            joining::seal_keys(&app.db.desk, &amina.may(), other.member.id, &heard, now).await.unwrap();
        }
        let mut house = House {
            folder,
            society,
            recovery,
            amina,
            bilal,
            hodan,
            app,
            photo: Uuid::nil(),
            draft: Uuid::nil(),
            response: Uuid::nil(),
        };
        house.photo = house.drafts().await;
        house.publishes(house.photo).await;
        house.draft = house.drafts().await;
        house.response = house.gets_answer(Door::LookingForMe, "brother").await;
        house
    }

    pub fn now(&self) -> Moment {
        self.app.clock.now()
    }

    async fn version(&self, id: Uuid) -> (Uuid, i64) {
        let row = publications::queries::one(&self.app.db.desk, self.society, id).await.unwrap();
        (id, row.version)
    }

    /// Picture, facts, private part and a signed consent.
    async fn drafts(&self) -> Uuid {
        let (db, by, now) = (&self.app.db.desk, self.amina.may(), self.now());
        let private = PrivatePart {
            enquirer_name: "Canary-enquirer Leyla".into(),
            sought_names: "Idris".into(),
            story: STORY.into(),
            ..Default::default()
        };
        let id = drafting::start(db, &by, &private, now).await.unwrap();
        let facts = DraftFacts {
            relations: Relations::one(Relation::Brother),
            sex: Sex::Woman,
            origin: Origin::parse("not-said").unwrap(),
            age: Age::Known { band: AgeBand::From25, is_minor: false },
            crop: None,
        };
        let seen = self.version(id).await;
        drafting::save(db, &by, seen, Some(&facts), &private, now).await.unwrap();
        let pixels = (0..400 * 500).flat_map(|at| [(at % 400 / 2) as u8, 90, 150]).collect();
        let upload = Picture::from_rgb(400, 500, pixels).unwrap().working_copy().unwrap();
        let seen = self.version(id).await;
        drafting::set_picture(self.app.for_pictures(), &by, seen, upload, now).await.unwrap();
        let terms = Terms {
            channels: vec![Channel::Web],
            agreed_on: now.date(),
            ends_on: (now + Duration::days(300)).date(),
        };
        let details = Details { language: "en".into(), before_whom: WITNESS.into(), ..Default::default() };
        let seen = self.version(id).await;
        let paper = Some(PAPER.to_vec());
        consenting::record((db, &self.app.blobs), &by, seen, (&terms, &details), paper, now).await.unwrap();
        id
    }

    async fn publishes(&self, id: Uuid) {
        let db = &self.app.db.desk;
        let pool = (&self.app.secrets, &self.app.limits.look_ups);
        let code = (&WithdrawalCode::draw(), false);
        withdrawal_code::draw(db, &self.amina.may(), id, code, pool, self.now()).await.unwrap();
        let seen = self.version(id).await;
        drafting::send_to_review(db, &self.amina.may(), seen, self.now()).await.unwrap();
        let verdict = review::Verdict { checked: &Check::ALL, age_reason: "" };
        let seen = self.version(id).await;
        review::approve(self.app.for_pictures(), &self.bilal.may(), seen, verdict, self.now()).await.unwrap();
    }

    /// Somebody answers the photo on the site.
    pub async fn gets_answer(&self, door: Door, relation: &str) -> Uuid {
        let row = publications::queries::one(&self.app.db.desk, self.society, self.photo).await.unwrap();
        let key = kinlight::cases::public_key(&self.app.db.desk, self.society, row.case_id).await.unwrap();
        let to = Addressee { publication: row.id, case: row.case_id, case_key: key.as_str().to_owned() };
        let triage = Triage {
            door,
            relation: relation.into(),
            language: "ar".into(),
            has_contact: true,
            is_danger: false,
            digest: String::new(),
            arrived_at: self.now(),
        };
        let content = Content {
            name: SENDER.into(),
            relation_in_words: String::new(),
            message: ANSWER.into(),
            contact: Contact::Phone {
                number: PHONE.into(),
                is_only_mine: YesNo::No,
                may_leave_message: YesNo::DoNotKnow,
                good_times: "evenings".into(),
            },
            caller_check: "4821".into(),
        };
        let receipt = self.app.limits.codes.take().await.unwrap();
        let id = kinlight::chance::id();
        let new = NewResponse {
            id,
            to: &to,
            triage: &triage,
            content: &content,
            code: &receipt.keys,
            is_slow: false,
            is_late: false,
        };
        responses::accept(&self.app.db.site, new, self.now()).await.unwrap();
        id
    }
}

/// Is invited by an administrator; the first of a Society by the operator.
async fn joins(app: &App, by: Result<&Staff<roles::Administer>, Uuid>, name: &str, roles: &[Role]) -> Person {
    let (db, now) = (&app.db.desk, app.clock.now());
    let new = NewMember { name, roles, grant_ends_on: (now + Duration::days(300)).date() };
    let token = match by {
        Ok(administrator) => inviting::invite(db, administrator, new, now).await,
        Err(society) => inviting::invite_as_operator(db, None, Some(society), new, now).await,
    };
    let token = token.unwrap();
    let password = NewPassword::parse(PASSWORD, name).unwrap();
    let totp = TotpSecret::draw();
    let code = totp.code(now).unwrap();
    let means = (&app.secrets, &app.limits.sign_in);
    joining::accept(db, means, &token, &password, (&totp, &code), now).await.unwrap();
    let halfway =
        staff::check_password(db, &app.secrets, &app.limits.sign_in, (name, PASSWORD), now).await.unwrap();
    let cookie = staff::check_code(db, &app.secrets, &halfway, &code, now).await.unwrap();
    let spans = (app.config.desk_idle_for, app.config.desk_session_for);
    let member = session::find((db, &app.secrets), &cookie, now, spans).await.unwrap();
    Person { member, cookie }
}
