//! What both sides share for the web: a visit, forms behind a token, errors as pages, headers, pages and static files.

pub mod addresses;
pub mod age;
pub mod cached_page;
pub mod carried;
pub mod clearing;
pub mod client;
pub mod draining;
pub mod error;
pub mod error_page;
pub mod fault;
pub mod form;
pub mod fresh;
pub mod gate;
pub mod guard;
pub mod headers;
pub mod known_copies;
pub mod log;
pub mod packing;
pub mod page;
pub mod paging;
pub mod parts;
pub mod plain_form;
pub mod record;
pub mod static_files;
pub mod typed;
pub mod visit;
pub mod well_known;
pub mod work;

pub use error::Error;
pub use fault::{Fault, ToMend};
pub use form::{Form, Received};
pub use fresh::Fresh;
pub use page::{Frame, Side};
pub use typed::Typed;
pub use visit::Visit;

/// A route for GET, and for HEAD, which gets the same answer without its body.
pub fn seen() -> actix_web::Route {
    use actix_web::guard::{Any, Get, Head};
    actix_web::web::route().guard(Any(Get()).or(Head()))
}
