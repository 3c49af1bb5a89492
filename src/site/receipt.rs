//! The receipt: the code, the caller-check number, and ways to save them. The response is stored before this page is shown, so
//! nothing here is needed for it.

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::{Deserialize, Serialize};

use super::help_now::{self, Country};
use super::kept::{self, End};
use super::respond::Sent;
use crate::clock::Moment;
use crate::codes::in_fours;
use crate::form_steps::FormId;
use crate::web::carried::Carried;
use crate::web::{Error, Received, Visit, clearing};

/// It contains no more than its page shows.
const CODES: Carried<Codes> = Carried::lasting("receipt");

#[derive(Serialize, Deserialize)]
struct Codes {
    code: String,
    caller_check: String,
    /// The previous version of the program requires this field, and may run beside this one during an update.
    issued_at: Moment,
}

#[derive(Serialize)]
struct ReceiptPage<'a> {
    code: &'a str,
    caller_check: &'a str,
    /// What was asked, if that has a name of its own: a removal.
    asked: Option<String>,
    is_danger: bool,
    /// When a person will read it.
    clock: Vec<String>,
    /// The numbers for help now, if a danger was reported: the visitor must not have to leave this page to find them.
    countries: Vec<Country>,
    receipt: String,
    /// The form that this receipt ends.
    form: &'a str,
}

/// The page after "Send", and when it is reloaded.
pub async fn show(visit: &Visit, form: &FormId, sent: &Sent) -> Result<HttpResponse, Error> {
    let Sent { code, caller_check, about } = sent;
    let codes = Codes { code: code.clone(), caller_check: caller_check.clone(), issued_at: visit.now };
    let receipt = CODES.put(&visit.app.secrets.site_tokens, &codes)?;
    let countries = match about.is_danger {
        // The receipt matters most: it is shown even without the directory.
        true => help_now::countries(visit).await.unwrap_or_default(),
        false => Vec::new(),
    };
    let data = ReceiptPage {
        code,
        caller_check,
        asked: about.asked(visit),
        is_danger: about.is_danger,
        clock: about.told(visit),
        countries,
        receipt,
        form: form.as_str(),
    };
    visit.show_form("site/receipt.html", visit.frame("return"), &data)
}

/// The receipt as a small file whose name tells nothing. It needs only the sealed receipt: it changes nothing and contains what
/// the page shows, so it works without the cookie and after a day.
pub async fn text_file(visit: Visit, received: Received) -> Result<HttpResponse, Error> {
    let taken = CODES.take(&visit.app.secrets.site_tokens, received.form.text("receipt"), visit.now);
    let codes = taken.good().ok_or(Error::BadForm)?;
    let address = format!("{}/{}/return", visit.app.config.public_url, visit.lang.code());
    let lines = [
        visit.text("receipt-file-code"),
        in_fours(&codes.code),
        visit.text("receipt-file-caller-check"),
        codes.caller_check,
        address,
    ];
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"note.txt\""))
        .body(lines.join("\r\n") + "\r\n"))
}

/// "I have saved it": erases the stored form and the cookie. After that, Back says only that the response was sent.
pub async fn saved(visit: Visit, received: Received) -> Result<HttpResponse, Error> {
    let mut response = visit.redirect("receipt/done");
    if received.is_admitted {
        let form = FormId::parse(received.form.text("form"));
        kept::finish(&visit, &mut response, form.as_ref(), End::Sent).await?;
    }
    Ok(clearing::with_redirect(visit.request(), response))
}

pub async fn done(visit: Visit) -> Result<HttpResponse, Error> {
    visit.show("site/receipt_done.html", visit.frame("receipt/done"), &())
}
