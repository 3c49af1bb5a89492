//! What a request says about the record it means: its id in the address, and the version that its form was filled in on.

use std::str::FromStr;

use actix_web::web::Path;

use super::{Error, Form};
use crate::ids::Seen;

/// The id in an address of the form `/LANG/…/ID`; anything else there is not found.
pub fn id_in<Id: FromStr>(path: &Path<(String, String)>) -> Result<Id, Error> {
    path.1.parse().map_err(|_| Error::NotFound)
}

/// The version that the form was filled in on. Without one it is 0, which no record has, so it is a conflict.
pub fn version_in(form: &Form) -> i64 {
    form.text("version").parse().unwrap_or(0)
}

/// The record in the address, as the page with this form showed it.
pub fn seen_in<Id: FromStr>(path: &Path<(String, String)>, form: &Form) -> Result<Seen<Id>, Error> {
    Ok(Seen { id: id_in(path)?, version: version_in(form) })
}
