//! The withdrawal code for the person's paper, with its text in the person's language. A form carries a new code, sealed, so
//! pressing twice draws it once; a reload draws nothing. Invariant: it is stored nowhere. The next address carries it for ten
//! minutes, sealed with this session's key, and shows it while it is the valid code.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use time::Duration;

use super::page;
use crate::clock::Moment;
use crate::desk::frame;
use crate::i18n::{Audience, Lang};
use crate::ids::PublicationId;
use crate::publications::lifecycle::Stage;
use crate::publications::withdrawal_code::{self, Drawn, WithdrawalCode};
use crate::sealing::TokenKey;
use crate::staff::{Member, Staff, roles};
use crate::web::carried::Carried;
use crate::web::record::id_in;
use crate::web::{Error, Form, Visit};

const TO_DRAW: &str = "code-to-draw";
/// Enough time to write down sixteen digits and to reload the page.
const FRESH: Carried<Fresh> = Carried::new("code-drawn", Duration::minutes(10), |fresh| fresh.at);

#[derive(Deserialize)]
pub struct Params {
    /// The code that was just drawn, sealed.
    #[serde(default)]
    drawn: String,
    /// The paper's language, if the consent names none of ours or another is chosen.
    #[serde(default)]
    paper: String,
}

#[derive(Serialize, Deserialize)]
struct Fresh {
    id: PublicationId,
    code: String,
    tag: Vec<u8>,
    at: Moment,
}

/// The paper's words in one language.
#[derive(Serialize)]
struct Paper {
    lang: &'static str,
    dir: &'static str,
    own_name: &'static str,
    title: String,
    text: String,
}

#[derive(Serialize)]
struct OtherPaper {
    href: String,
    lang: &'static str,
    dir: &'static str,
    own_name: &'static str,
}

#[derive(Serialize)]
struct Data {
    id: PublicationId,
    is_draft: bool,
    back: String,
    code: Option<String>,
    is_drawn: bool,
    to_draw: String,
    /// The language as the consent names it, if none of ours has that name.
    unknown_language: String,
    papers: Vec<Paper>,
    others: Vec<OtherPaper>,
}

pub async fn show(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let (db, id) = (&visit.app.db.desk, id_in(&path)?);
    let (stage, language) = withdrawal_code::for_paper(db, &staff, id).await?;
    let fresh = fresh(&staff, &asked.drawn, id, visit.now);
    let fresh = match fresh {
        Some(fresh) if withdrawal_code::works(db, id, &fresh.tag).await? => Some(fresh),
        _ => None,
    };
    let texts = visit.app.pages.texts();
    let spoken = texts.language(Audience::Public, &asked.paper).or_else(|| texts.called(&language));
    let is_draft = stage == Stage::Draft;
    let folder = if is_draft { "drafts" } else { "publications" };
    let data = Data {
        id,
        is_draft,
        back: format!("/{}/{folder}/{id}", visit.lang),
        is_drawn: withdrawal_code::is_drawn(db, id).await?,
        to_draw: to_draw(&staff, id),
        unknown_language: if spoken.is_none() { language } else { String::new() },
        papers: papers(&visit, spoken),
        others: others(&visit, &asked, spoken),
        code: fresh.map(|fresh| fresh.code),
    };
    visit.show_form("desk/withdrawal_code.html", frame(&visit, &staff, &visit.here), &data)
}

pub async fn draw(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let (app, id) = (&visit.app, id_in(&path)?);
    let (stage, _) = withdrawal_code::for_paper(&app.db.desk, &staff, id).await?;
    if stage == Stage::Draft
        && let Some(told) = page::unless_unsaved(&visit, &staff, id).await?
    {
        return Ok(told);
    }
    let page = format!("drafts/{id}/withdrawal-code");
    // The form is from another session: nothing is drawn, and the page offers a new code.
    let Some(code) = opened(&staff, form.text("to_draw"), id) else { return Ok(visit.redirect(&page)) };
    let with = app.secrets.deriving_in(&app.limits.codes_for_paper);
    let wanted = (&code, form.has("replace"));
    match withdrawal_code::draw(&app.db.desk, &staff, id, wanted, with, visit.now).await? {
        // The existing code stays valid, and the page asks whether to replace it.
        Drawn::AnotherWorks => Ok(visit.redirect(&page)),
        Drawn::Works(tag) => {
            let fresh = Fresh { id, code: code.compact().to_owned(), tag, at: visit.now };
            Ok(visit.redirect(&format!("{page}?drawn={}", FRESH.put(&key(&staff), &fresh)?)))
        }
    }
}

/// A new code for a form, sealed. It becomes valid only when the form is sent.
pub fn to_draw(staff: &Member, id: PublicationId) -> String {
    let code = WithdrawalCode::draw();
    key(staff).seal(TO_DRAW, format!("{id} {}", code.compact()).as_bytes())
}

fn opened(staff: &Member, sealed: &str, id: PublicationId) -> Option<WithdrawalCode> {
    let plain = key(staff).open(TO_DRAW, sealed)?;
    let code = std::str::from_utf8(&plain).ok()?.strip_prefix(&format!("{id} "))?;
    WithdrawalCode::parse(code).ok()
}

fn fresh(staff: &Member, sealed: &str, id: PublicationId, now: Moment) -> Option<Fresh> {
    FRESH.take(&key(staff), sealed, now).good().filter(|fresh| fresh.id == id)
}

/// This session's own key: no other session opens what it sealed.
fn key(staff: &Member) -> TokenKey {
    TokenKey::derived(&staff.session.form_key[..], "kinlight/withdrawal-code")
}

/// The person's language first, then the reader's.
fn papers(visit: &Visit, spoken: Option<Lang>) -> Vec<Paper> {
    let texts = visit.app.pages.texts();
    let own = (spoken != Some(visit.lang)).then_some(visit.lang);
    let paper = |lang: Lang| Paper {
        lang: lang.code(),
        dir: lang.dir(),
        own_name: lang.own_name(),
        title: texts.plain(lang, "withdraw-paper-title", &[]),
        text: texts.plain(lang, "withdraw-paper-text", &[]),
    };
    spoken.into_iter().chain(own).map(paper).collect()
}

fn others(visit: &Visit, asked: &Params, spoken: Option<Lang>) -> Vec<OtherPaper> {
    let all = visit.app.pages.texts().languages(Audience::Public).iter();
    let other = |lang: &Lang| OtherPaper {
        href: format!("?drawn={}&paper={}", asked.drawn, lang.code()),
        lang: lang.code(),
        dir: lang.dir(),
        own_name: lang.own_name(),
    };
    all.filter(|lang| Some(**lang) != spoken).map(other).collect()
}
