//! The parts of a Society's keys that a person's roles hold.

use super::entity;
use super::roles::parse_roles;
use crate::societies::keys::Part;

pub fn needs_keys(row: &entity::Model) -> bool {
    !parts_of(row).is_empty()
}

/// Administrators hold the root beside the archive key.
pub(super) fn held_by_administrators(row: &entity::Model) -> bool {
    parse_roles(&row.roles).iter().any(|role| role.holds_archive_key())
}

pub(super) fn parts_of(row: &entity::Model) -> Vec<Part> {
    let roles = parse_roles(&row.roles);
    let mut parts = Vec::new();
    if roles.iter().any(|role| role.holds_open_key()) {
        parts.push(Part::Open);
    }
    if roles.iter().any(|role| role.holds_archive_key()) {
        parts.push(Part::Archive);
    }
    parts
}
