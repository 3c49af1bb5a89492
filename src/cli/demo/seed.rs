//! Fills the demo with the same functions that staff and strangers use, at times in the past: staff join and get keys, a second
//! person reviews each draft, responses arrive sealed.

use futures_util::StreamExt;
use kinlight_portraits::portrait;
use std::path::PathBuf;
use std::sync::Arc;
use time::{Date, Duration};

use super::answers::{DemoDoor, DemoMessage, DemoProgress, DemoResponse, RESPONSES};
use super::joining::{chooses_second, member};
use super::people::{
    DemoPerson, DemoSociety, DemoStage, PEOPLE, SOCIETIES, added_days_ago, consent_days_left, portrait_seed,
    society_of,
};
use super::{KnownStaff, posters};
use crate::app::App;
use crate::cases::PrivatePart;
use crate::chance;
use crate::clock::Moment;
use crate::ids::{PublicationId, ResponseId, Seen, StaffId};
use crate::publications::consent::{Bounds, Channel, Consent, Details, Terms};
use crate::publications::lifecycle::{Age, Check, DraftFacts, EndReason};
use crate::publications::withdrawal_code::{self, WithdrawalCode};
use crate::publications::{consenting, drafting, ending, queries, review};
use crate::responses::asking::{self, NewMessage, Reason};
use crate::responses::closed::{self, Closing, EndPublication};
use crate::responses::handling;
use crate::responses::lanes::Came;
use crate::responses::lifecycle::{Door, Outcome};
use crate::responses::{self, Addressee, Contact, Content, NewResponse, Triage, YesNo, mailbox};
use crate::societies::directory::Entry;
use crate::societies::help_now::{HelpNow, Typed};
use crate::societies::{self, NewSociety};
use crate::staff::giving_keys;
use crate::staff::inviting::{self, NewMember};
use crate::staff::roles::{self, Permission, Role};
use crate::staff::{self, Member, Staff, session, voice};

type Fault = Box<dyn std::error::Error>;

/// How many live publications are added to the table's, with other faces.
const MORE: usize = 16;
/// How long ago the staff joined; the sessions that fill the demo also begin then.
const JOINED_BEFORE: Duration = Duration::days(735);

/// A Society of the demo with its signed-in staff.
struct Team {
    staff: Vec<Member>,
}

impl Team {
    /// The first member who may do `P`, other than `but`.
    fn who<P: Permission>(&self, but: Option<StaffId>) -> Result<Staff<P>, Fault> {
        let found = self.staff.iter().filter(|member| Some(member.id) != but).find(|m| m.has(P::ROLES));
        found.cloned().and_then(Staff::permit).ok_or_else(|| format!("nobody may {}", P::NAME).into())
    }
}

/// `most`: how many people are made up; responses to the others are left out.
pub(super) async fn fill(
    app: &Arc<App>,
    photos: &[PathBuf],
    most: Option<usize>,
) -> Result<Vec<KnownStaff>, Fault> {
    let now = app.clock.now();
    let mut known = vec![operator(app, now).await?];
    let mut teams = Vec::new();
    for society in &SOCIETIES {
        let (team, names) = team(app, society, now).await?;
        teams.push(team);
        known.extend(names);
    }
    let live: Vec<usize> = (0..PEOPLE.len()).filter(|n| PEOPLE[*n].stage == DemoStage::Live).collect();
    let more = (0..MORE).map(|more| &PEOPLE[live[(more * 5) % live.len()]]);
    let everyone: Vec<&DemoPerson> = PEOPLE.iter().chain(more).take(most.unwrap_or(usize::MAX)).collect();
    // Drawing takes longest, so it runs ahead on all cores.
    let mut pictures = futures_util::stream::iter(everyone.iter().enumerate())
        .map(|(index, person)| picture(index, person, photos, now))
        .buffered(std::thread::available_parallelism().map_or(2, usize::from));
    let mut ids = Vec::new();
    for (index, person) in everyone.iter().enumerate() {
        let picture = pictures.next().await.ok_or("a picture is missing")??;
        ids.push(publication(app, &teams[society_of(index)], (index, person), picture, now).await?);
    }
    app.refresh_catalogue().await;
    for answer in RESPONSES.iter().filter(|answer| answer.person < ids.len()) {
        let team = &teams[society_of(answer.person)];
        response(app, team, ids[answer.person], answer, now).await?;
    }
    posters::of_the_new(app, &teams[0].who::<roles::MakePosters>(None)?, now).await?;
    for team in &teams {
        for member in &team.staff {
            session::leave(&app.db.desk, member, now).await?;
        }
    }
    Ok(known)
}

async fn operator(app: &App, now: Moment) -> Result<KnownStaff, Fault> {
    let (then, roles) = (now - JOINED_BEFORE, [Role::Operator]);
    let new = NewMember { name: "warden", roles: &roles, grant_ends_on: grant_end(now) };
    let token =
        inviting::invite_as_operator((&app.db.desk, &app.secrets.proofs), None, None, new, then).await?;
    let (known, member) = member(app, &token, ("warden", &roles), then).await?;
    session::leave(&app.db.desk, &member, then).await?;
    Ok(known)
}

/// A Society whose first administrator makes the keys and seals them to all other staff.
async fn team(app: &App, demo: &DemoSociety, now: Moment) -> Result<(Team, Vec<KnownStaff>), Fault> {
    let then = now - JOINED_BEFORE;
    let contact = [demo.phone, demo.mail, demo.address, demo.hours].map(str::to_owned).to_vec();
    let languages = demo.languages.iter().map(|code| (*code).to_owned()).collect();
    let numbers = demo.help.map(|(helper, number)| Typed { helper, number, is_checked: true });
    let help = HelpNow::default().revised(demo.country, &numbers, now.date());
    let help = help.map_err(|faults| format!("the made-up numbers: {faults:?}"))?;
    let entry = Entry { contact, languages, offers: demo.offers.to_vec(), help };
    let new = NewSociety { slug: demo.slug, name: demo.name_en, entry: &entry };
    let society = societies::create(&app.db.desk, None, new, then).await?;
    let mut known = Vec::new();
    let mut staff = Vec::new();
    let (first, others): (Vec<_>, Vec<_>) =
        demo.staff.iter().partition(|one| one.roles.contains(&Role::Administrator));
    for one in first.into_iter().chain(others) {
        let new = NewMember { name: one.sign_in, roles: one.roles, grant_ends_on: grant_end(now) };
        let first: Option<Staff<roles::Administer>> = staff.first().cloned().and_then(Staff::permit);
        let token = match &first {
            Some(administrator) => inviting::invite(&app.db.desk, administrator, new, then).await?,
            None => {
                inviting::invite_as_operator(
                    (&app.db.desk, &app.secrets.proofs),
                    None,
                    Some(society),
                    new,
                    then,
                )
                .await?
            }
        };
        let (mut names, joined) = member(app, &token, (one.sign_in, one.roles), then).await?;
        names.society = demo.slug.to_owned();
        known.push(names);
        staff.push(joined);
    }
    let team = Team { staff };
    let administrator = team.who::<roles::Administer>(None)?;
    let mut second = None;
    for (member, known) in team.staff.iter().zip(&mut known) {
        if let Some(by) = Staff::<roles::Administer>::permit(member.clone()) {
            let key = chooses_second(app, &by, known, then).await?;
            second = second.or((by.id == administrator.id).then_some(key));
        }
    }
    let second = second.ok_or("no second key")?;
    giving_keys::make_society_keys(&app.db.desk, (&administrator, &second), then).await?;
    for other in team.staff.iter().filter(|one| one.id != administrator.id) {
        if other.roles.iter().any(|role| role.holds_open_key()) {
            let row = staff::by_name(&app.db.desk, &other.name).await?.ok_or("nobody of this name")?;
            let heard = voice::Keys::of(&row).digits(&app.limits.sign_in).await?;
            let derivation = app.secrets.deriving_in(&app.limits.sign_in);
            let by = (&administrator, Some(&second));
            giving_keys::seal_keys(&app.db.desk, derivation, by, (other.id, &heard), then).await?;
        }
    }
    Ok((team, known))
}

fn grant_end(now: Moment) -> Date {
    (now + Duration::days(365)).date()
}

/// A drawn portrait, or the next photo of the given folder.
async fn picture(
    index: usize,
    person: &DemoPerson,
    photos: &[PathBuf],
    now: Moment,
) -> Result<Vec<u8>, Fault> {
    let look = person.look(now.date())?;
    Ok(match photos {
        [] => tokio::task::spawn_blocking(move || portrait(portrait_seed(index), look)).await?,
        files => std::fs::read(&files[index % files.len()])?,
    })
}

async fn publication(
    app: &App,
    team: &Team,
    (index, person): (usize, &DemoPerson),
    picture: Vec<u8>,
    now: Moment,
) -> Result<PublicationId, Fault> {
    let db = &app.db.desk;
    let then = now - Duration::days(added_days_ago(index.min(PEOPLE.len() - 1)));
    let today = now.date();
    let worker = team.who::<roles::Draft>(None)?;
    let private = PrivatePart {
        enquirer_name: person.name.to_owned(),
        enquirer_contact: "+999 555 0300".to_owned(),
        birth_year: Some(person.birth_year(today)),
        sought_names: String::new(),
        story: person.story.to_owned(),
        ..PrivatePart::default()
    };
    let id = drafting::start(db, &worker, &private, then).await?;
    let facts = person.facts(today)?;
    let draft = DraftFacts {
        relations: facts.relations.clone(),
        sex: facts.sex,
        origin: facts.origin,
        age: Age::Known { band: facts.age_band, is_minor: person.needs_guardian() },
        crop: None,
    };
    drafting::save(db, &worker, Seen { id, version: 1 }, Some(&draft), &private, then).await?;
    drafting::set_picture(app.stores(), &worker, Seen { id, version: 2 }, picture, then).await?;
    if person.stage == DemoStage::Draft {
        return Ok(id);
    }
    let ends_on = (now + Duration::days(consent_days_left(index.min(PEOPLE.len() - 1)))).date();
    let longest = crate::publications::consent::months_after(then.date(), app.config.kept.consent_months);
    let channels = vec![Channel::Web, Channel::Poster];
    let bounds = Bounds { today: then.date(), longest_months: app.config.kept.consent_months };
    let terms = Terms::new(channels, then.date(), ends_on.min(longest), bounds)?;
    let details = Details {
        language: person.language.to_owned(),
        before_whom: "Olunda Exempli".to_owned(),
        guardian: if person.needs_guardian() { "an aunt".to_owned() } else { String::new() },
        has_own_agreement: true,
    };
    let paper = b"%PDF-1.4 a made-up consent paper".to_vec();
    let consent = Consent { terms, details };
    consenting::record(app.stores(), &worker, Seen { id, version: 3 }, &consent, Some(paper), then).await?;
    let code = WithdrawalCode::draw();
    let derivation = app.secrets.deriving_in(&app.limits.sign_in);
    withdrawal_code::draw(db, &worker, id, (&code, false), derivation, then).await?;
    drafting::send_to_review(db, &worker, Seen { id, version: 4 }, then).await?;
    if person.stage == DemoStage::InReview {
        return Ok(id);
    }
    let reviewer = team.who::<roles::Approve>(Some(worker.id))?;
    let verdict = review::Verdict { checked: &Check::ALL, age_reason: "" };
    review::approve(app.stores(), &reviewer, Seen { id, version: 5 }, verdict, then).await?;
    if person.stage == DemoStage::Ended {
        let by = team.who::<roles::Withdraw>(None)?;
        ending::withdraw(db, &by, id, EndReason::Reunited, now - Duration::days(3)).await?;
    }
    Ok(id)
}

async fn response(
    app: &App,
    team: &Team,
    publication: PublicationId,
    answer: &DemoResponse,
    now: Moment,
) -> Result<(), Fault> {
    let db = &app.db.desk;
    let arrived = now - Duration::hours(answer.hours_ago);
    let moderator = team.who::<roles::Moderate>(None)?;
    let row = queries::one(db, moderator.society, publication).await?;
    let case_key = crate::cases::public_key(db, moderator.society, row.case_id).await?;
    let to = Addressee { publication, case: row.case_id, case_key: case_key.as_str().to_owned() };
    let receipt = app.limits.codes.take().await?;
    let (mut triage, content) = sealed_parts(answer, &receipt.keys.caller_check, arrived);
    if answer.door == DemoDoor::LookingForMe {
        triage.relation = PEOPLE[answer.person].relations[0].code().to_owned();
    }
    let id = chance::id();
    let new = NewResponse {
        id,
        to: &to,
        triage: &triage,
        content: &content,
        code: &receipt.keys,
        came: if answer.is_slow_lane { Came::WITHOUT_DIGITS } else { Came::AS_USUAL },
        is_late: PEOPLE[answer.person].stage == DemoStage::Ended,
    };
    responses::accept(&app.db.site, new, arrived).await?;
    if answer.progress == DemoProgress::New {
        return Ok(());
    }
    // A claim expires, so it is made now, not at the time of the response.
    handling::claim(db, &moderator, id, now).await?;
    handling::reveal(db, &moderator, id, now).await?;
    for message in answer.messages {
        match message {
            DemoMessage::Note(text) => {
                handling::add_note(db, &moderator, (id, chance::id()), text, now).await?;
            }
            DemoMessage::FromStaff(text) => {
                let version = row_of(app, &moderator, id).await?.version;
                writes(app, &moderator, Seen { id, version }, text, now).await?;
            }
            DemoMessage::FromResponder(text) => {
                mailbox::answer(&app.db.site, &receipt.keys, (chance::id(), text), None, now).await?;
            }
        }
    }
    match answer.progress {
        DemoProgress::New | DemoProgress::Claimed => {}
        DemoProgress::InContact => {
            if handling::standing(&row_of(app, &moderator, id).await?).stage
                != responses::lifecycle::Stage::InContact
            {
                let version = row_of(app, &moderator, id).await?.version;
                writes(app, &moderator, Seen { id, version }, "Thank you. We will write again soon.", now)
                    .await?;
            }
            handling::release(db, &moderator, id, now).await?;
        }
        DemoProgress::Closed(outcome) => {
            let outcome = Outcome::parse(outcome).ok_or("an unknown outcome")?;
            let version = row_of(app, &moderator, id).await?.version;
            let closing = Closing { outcome, photo: EndPublication::No, with_folded: false };
            closed::close(db, &moderator, Seen { id, version }, closing, now).await?;
        }
    }
    Ok(())
}

fn sealed_parts(answer: &DemoResponse, caller_check: &str, arrived_at: Moment) -> (Triage, Content) {
    let contact = if answer.phone.is_empty() {
        Contact::CodeOnly
    } else {
        let safe = if answer.is_safe_to_call { YesNo::Yes } else { YesNo::No };
        Contact::Phone {
            number: answer.phone.to_owned(),
            is_only_mine: safe,
            may_leave_message: safe,
            good_times: String::new(),
        }
    };
    let door = match answer.door {
        DemoDoor::LookingForMe => Door::LookingForMe,
        DemoDoor::KnowThisPerson => Door::IKnow,
    };
    let triage = Triage {
        door,
        relation: String::new(),
        language: answer.language.to_owned(),
        has_contact: contact != Contact::CodeOnly,
        // At least one response says that somebody is not safe, so that the queue shows what comes first.
        is_danger: !answer.is_safe_to_call,
        digest: String::new(),
        sketch: String::new(),
        arrived_at,
    };
    let content = Content {
        name: answer.name.to_owned(),
        relation_in_words: String::new(),
        message: answer.text.to_owned(),
        contact,
        caller_check: caller_check.to_owned(),
    };
    (triage, content)
}

/// Sends a message even if the check marks something in it: the demo's people are made up.
async fn writes(
    app: &App,
    by: &Staff<roles::Moderate>,
    seen: Seen<ResponseId>,
    text: &str,
    now: Moment,
) -> Result<(), Fault> {
    let message = NewMessage { reason: Some(Reason::Ordinary), ..NewMessage::of(text) };
    asking::ask(&app.db.desk, by, seen, message, now).await?;
    Ok(())
}

async fn row_of(
    app: &App,
    moderator: &Staff<roles::Moderate>,
    id: ResponseId,
) -> Result<responses::entity::Model, Fault> {
    let item = responses::queue::one(&app.db.desk, moderator, id, app.clock.now()).await?;
    Ok(item.row)
}
