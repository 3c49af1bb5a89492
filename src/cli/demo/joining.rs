//! How the demo's staff join: by the verbs that real people use.

use super::KnownStaff;
use crate::app::App;
use crate::clock::Moment;
use crate::config::ReadingBudget;
use crate::staff::joining;
use crate::staff::password::NewPassword;
use crate::staff::roles::{self, Role};
use crate::staff::second_factor::TotpSecret;
use crate::staff::second_key::{self, SecondKey};
use crate::staff::second_passphrase::NewPassphrase;
use crate::staff::{self, Member, Staff, session};

type Fault = Box<dyn std::error::Error>;

const NO_BUDGET: ReadingBudget = ReadingBudget { an_hour: u32::MAX, a_day: u32::MAX, an_hour_each: 0 };

/// Accepts an invitation and signs in, like any member.
pub(super) async fn member(
    app: &App,
    token: &str,
    (name, roles): (&str, &[Role]),
    then: Moment,
) -> Result<(KnownStaff, Member), Fault> {
    let db = &app.db.desk;
    let password = format!("{name} keeps lanterns lit");
    let totp = TotpSecret::draw();
    let code = totp.code(then).ok_or("no code")?;
    let derivation = app.secrets.deriving_in(&app.limits.sign_in);
    let new_password = NewPassword::parse(&password, name)?;
    joining::accept(db, derivation, token, &new_password, (&totp, &code), then).await?;
    let halfway = staff::check_password(db, derivation, (name, &password), then).await?;
    let cookie = staff::check_code(app.sessions(), &halfway, &code, then).await?;
    let member = session::find(app.sessions(), &cookie, then, app.config.desk_session).await?;
    let member = member.with_budget(NO_BUDGET);
    let known = KnownStaff {
        society: "(the installation)".to_owned(),
        name: name.to_owned(),
        roles: roles::roles_text(roles),
        password,
        totp: totp.as_bytes().to_vec(),
        second_passphrase: None,
    };
    Ok((known, member))
}

/// Chooses the second passphrase of an administrator; the demo prints it.
pub(super) async fn chooses_second(
    app: &App,
    by: &Staff<roles::Administer>,
    known: &mut KnownStaff,
    then: Moment,
) -> Result<SecondKey, Fault> {
    let passphrase = format!("seven copper kettles for {}", known.name);
    let new = NewPassphrase::parse(&passphrase, &known.name, &known.password)?;
    let derivation = app.secrets.deriving_in(&app.limits.sign_in);
    let second = second_key::choose(&app.db.desk, derivation, by, (&known.password, &new), then).await?;
    known.second_passphrase = Some(passphrase);
    Ok(second)
}
