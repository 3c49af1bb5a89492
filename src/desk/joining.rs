//! How an invited person joins: a password, and a second factor set up on their phone. The form carries the second factor's
//! secret, sealed, until its first code has proved that the phone has it.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use fast_qr::{ECL, QRBuilder};
use serde::{Deserialize, Serialize};
use time::Duration;

use crate::clock::Moment;
use crate::staff::joining::{self, JoiningError};
use crate::staff::passphrase;
use crate::staff::password::{NewPassword, PasswordError};
use crate::staff::second_factor::TotpSecret;
use crate::web::carried::Carried;
use crate::web::{Error, Fault, Form, Visit};

const TEMPLATE: &str = "desk/join.html";
const ENROL: Carried<Enrol> = Carried::new("join", Duration::hours(2), |enrol| enrol.since);

#[derive(Deserialize)]
pub struct Params {
    #[serde(default)]
    token: String,
}

/// What the form carries, sealed.
#[derive(Serialize, Deserialize)]
struct Enrol {
    token: String,
    totp: Vec<u8>,
    /// The offered six words, so that a corrected form shows the same ones.
    offered: String,
    since: Moment,
}

#[derive(Serialize)]
struct JoinPage {
    name: String,
    enrol: String,
    offered: String,
    typed_secret: String,
    qr: Option<Qr>,
}

/// The dark modules as one SVG path, in units of a module, with the margin of four light modules that readers need.
#[derive(Serialize)]
struct Qr {
    size: usize,
    path: String,
}

pub async fn show(visit: Visit, asked: web::Query<Params>) -> Result<HttpResponse, Error> {
    let enrol = Enrol {
        token: asked.token.clone(),
        totp: TotpSecret::draw().as_bytes().to_vec(),
        offered: passphrase::draw().to_string(),
        since: visit.now,
    };
    match joining::invited((&visit.app.db.desk, &visit.app.secrets.proofs), &enrol.token, visit.now).await {
        Ok(row) => {
            visit.show_form(TEMPLATE, visit.frame(&visit.here), &page(&visit, row.sign_in_name, enrol)?)
        }
        Err(error) => no_way_in(&visit, error),
    }
}

pub async fn send(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let enrol = ENROL.take(&visit.app.secrets.desk_tokens, form.text("enrol"), visit.now);
    let Some(enrol) = enrol.good() else {
        return no_way_in(&visit, JoiningError::Unusable);
    };
    let row = match joining::invited((&visit.app.db.desk, &visit.app.secrets.proofs), &enrol.token, visit.now)
        .await
    {
        Ok(row) => row,
        Err(error) => return no_way_in(&visit, error),
    };
    let (app, totp) = (&visit.app, TotpSecret::from_bytes(&enrol.totp));
    let faults = match password(&form, &row.sign_in_name) {
        Err(fault) => vec![fault],
        Ok(password) => {
            let with = app.secrets.deriving_in(&app.limits.sign_in);
            let second = (&totp, form.text("code"));
            match joining::accept(&app.db.desk, with, &enrol.token, &password, second, visit.now).await {
                Ok(()) => return Ok(visit.redirect("sign-in?joined=1")),
                Err(JoiningError::WrongCode) => vec![Fault { field: "code", key: "join-code-wrong" }],
                Err(error @ (JoiningError::Unusable | JoiningError::NeedsSecondColleague)) => {
                    return no_way_in(&visit, error);
                }
                Err(other) => return Err(other.into()),
            }
        }
    };
    // Switching the language reloads the page with the same invitation.
    let frame = visit.frame(&format!("join?token={}", enrol.token));
    visit.show_faults(TEMPLATE, frame, faults, &page(&visit, row.sign_in_name, enrol)?)
}

/// The password, if it was typed twice and is strong enough.
pub(super) fn password(form: &Form, sign_in_name: &str) -> Result<NewPassword, Fault> {
    let typed = form.text("password");
    if typed != form.text("password_again") {
        return Err(Fault { field: "password_again", key: "join-password-differs" });
    }
    NewPassword::parse(typed, sign_in_name).map_err(|error| Fault {
        field: "password",
        key: match error {
            PasswordError::TooShort => "join-password-short",
            PasswordError::TooLong => "join-password-long",
            PasswordError::TooWeak => "join-password-weak",
        },
    })
}

fn page(visit: &Visit, name: String, enrol: Enrol) -> Result<JoinPage, Error> {
    let totp = TotpSecret::from_bytes(&enrol.totp);
    Ok(JoinPage {
        qr: qr(&totp.otpauth(&name)),
        typed_secret: totp.typed_form(),
        enrol: ENROL.put(&visit.app.secrets.desk_tokens, &enrol)?,
        offered: enrol.offered,
        name,
    })
}

/// `None` only if the text does not fit into a QR code; the secret can still be typed.
fn qr(text: &str) -> Option<Qr> {
    const MARGIN: usize = 4;
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for (y, row) in (0..code.size).map(|y| (y, &code[y])) {
        for (x, _) in row.iter().enumerate().take(code.size).filter(|(_, module)| module.value()) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + MARGIN, y + MARGIN));
        }
    }
    Some(Qr { size: code.size + 2 * MARGIN, path })
}

/// Says plainly that an invitation does not open, without saying whose it was.
fn no_way_in(visit: &Visit, error: JoiningError) -> Result<HttpResponse, Error> {
    #[derive(Serialize)]
    struct Closed {
        waits_for_colleague: bool,
    }
    let (status, waits_for_colleague) = match error {
        JoiningError::Unusable => (StatusCode::NOT_FOUND, false),
        JoiningError::NeedsSecondColleague => (StatusCode::FORBIDDEN, true),
        other => return Err(other.into()),
    };
    visit.show_as(status, "desk/join_closed.html", visit.frame(&visit.here), &Closed { waits_for_colleague })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_of_a_secret_has_its_three_corners() {
        let qr = qr(&TotpSecret::from_bytes(&[7; 20]).otpauth("mira")).unwrap();
        for corner in ["M4 4h", &format!("M{} 4h", qr.size - 5), &format!("M4 {}h", qr.size - 5)] {
            assert!(qr.path.contains(corner), "{corner} in {}", qr.size);
        }
        assert!(!qr.path.contains(&format!("M{0} {0}h", qr.size)));
    }
}
