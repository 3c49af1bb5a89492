//! The site: everything that anyone can reach, and the whole anonymous attack surface. It renders `Published` values
//! and nothing else of a person.

use actix_web::web::ServiceConfig;

pub fn routes(_config: &mut ServiceConfig) {}
