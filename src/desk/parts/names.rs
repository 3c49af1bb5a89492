//! Colleagues by their sign-in names, for claims, notes, drafts and lines of the audit log.

use std::collections::HashMap;

use crate::ids::{SocietyId, StaffId};
use crate::staff;
use crate::web::{Error, Visit};

/// The sign-in names of one Society's members, by id.
pub struct Names(HashMap<StaffId, String>);

impl Names {
    pub async fn of_society(visit: &Visit, society: SocietyId) -> Result<Names, Error> {
        let people = staff::of_society(&visit.app.db.desk, society).await?;
        Ok(Names(people.into_iter().map(|person| (person.id, person.sign_in_name)).collect()))
    }

    /// `None` if nobody of the Society has this id.
    pub fn get(&self, id: StaffId) -> Option<String> {
        self.0.get(&id).cloned()
    }

    /// The name, or a dash.
    pub fn name(&self, id: StaffId) -> String {
        self.get(id).unwrap_or_else(|| "–".to_owned())
    }
}
