//! The desk's pages and who may open them: the menu on every page and the list on the home page. A link is only a convenience;
//! each handler's permission is the lock.

use crate::staff::Member;
use crate::staff::roles::{
    Administer, Approve, Draft, MakePosters, Moderate, Operate, Permission, ReadAudit, Role, SignedIn, Vouch,
    Withdraw,
};
use crate::web::Visit;
use crate::web::page::MenuLink;
use crate::web::work::Work;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The path after the language; also the first part of the paths below it.
    pub path: &'static str,
    label: &'static str,
    /// What there is to do there, for the home page.
    pub task: &'static str,
    roles: &'static [Role],
    is_in_menu: bool,
}

const PLACES: &[Place] = &[
    place::<Moderate>("queue", "desk-menu-queue", "desk-task-queue"),
    place::<Draft>("drafts", "desk-menu-drafts", "desk-task-drafts"),
    place::<Approve>("reviews", "desk-menu-reviews", "desk-task-reviews"),
    Place { is_in_menu: false, ..place::<Approve>("certify", "desk-menu-certify", "desk-task-certify") },
    place::<Withdraw>("publications", "desk-menu-publications", "desk-task-publications"),
    place::<MakePosters>("posters", "desk-menu-posters", "desk-task-posters"),
    place::<Administer>("accounts", "desk-menu-accounts", "desk-task-accounts"),
    Place { is_in_menu: false, ..place::<Vouch>("vouch", "desk-menu-vouch", "desk-task-vouch") },
    Place { is_in_menu: false, ..place::<Vouch>("go-on", "desk-menu-go-on", "desk-task-go-on") },
    Place { is_in_menu: false, ..place::<Administer>("archive", "desk-menu-archive", "desk-task-archive") },
    Place {
        is_in_menu: false,
        ..place::<Administer>("directory-entry", "desk-menu-directory-entry", "desk-task-directory-entry")
    },
    Place { is_in_menu: false, ..place::<Administer>("rota", "desk-menu-rota", "desk-task-rota") },
    place::<ReadAudit>("audit", "desk-menu-audit", "desk-task-audit"),
    place::<Operate>("operator", "desk-menu-operator", "desk-task-operator"),
    Place { is_in_menu: false, ..place::<SignedIn>("password", "desk-menu-password", "desk-task-password") },
];

const fn place<P: Permission>(path: &'static str, label: &'static str, task: &'static str) -> Place {
    Place { path, label, task, roles: P::ROLES, is_in_menu: true }
}

impl Place {
    pub fn link(&self, visit: &Visit, here: &str) -> MenuLink {
        MenuLink {
            href: format!("/{}/{}", visit.lang.code(), self.path),
            label: visit.text(self.label),
            current: here.split(['/', '?']).next() == Some(self.path),
            path: self.path,
            waiting: self.waiting(Work::of_request(visit.request())),
        }
    }

    /// How much work waits there; `None` for a page where nothing can wait.
    fn waiting(&self, work: Work) -> Option<u64> {
        match self.path {
            "queue" => work.responses,
            "reviews" => work.reviews,
            _ => None,
        }
    }
}

/// The places that this member may open.
pub fn places(member: &Member) -> impl Iterator<Item = &'static Place> {
    PLACES.iter().filter(|place| member.has(place.roles))
}

/// The menu on the page `here` (its path after the language).
pub fn links(visit: &Visit, member: &Member, here: &str) -> Vec<MenuLink> {
    places(member).filter(|place| place.is_in_menu).map(|place| place.link(visit, here)).collect()
}
