//! The site: everything that anyone can reach, and the whole anonymous attack surface. It renders `Published` values
//! and nothing else of a person.

pub mod captcha_page;
mod code_gate;
mod mailbox;
mod receipt;
mod respond;
mod wait;
mod withdraw;

use actix_web::web::{ServiceConfig, get, post};

pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/captcha/{file}", get().to(captcha_page::file))
        .route("/{lang}/captcha", get().to(captcha_page::show))
        .route("/{lang}/captcha", post().to(captcha_page::send))
        .route("/{lang}/photo/{number}/respond/{door}", get().to(respond::start))
        .route("/{lang}/respond", post().to(respond::go))
        .route("/{lang}/receipt.txt", post().to(receipt::text_file))
        .route("/{lang}/receipt/saved", post().to(receipt::saved))
        .route("/{lang}/receipt/done", get().to(receipt::done))
        .route("/{lang}/return", get().to(mailbox::ask))
        .route("/{lang}/return", post().to(mailbox::open))
        .route("/{lang}/return/answer", post().to(mailbox::answer))
        .route("/{lang}/return/delete", post().to(mailbox::delete))
        .route("/{lang}/return/finish", post().to(mailbox::finish))
        .route("/{lang}/withdraw", get().to(withdraw::ask))
        .route("/{lang}/withdraw", post().to(withdraw::check))
        .route("/{lang}/withdraw/now", post().to(withdraw::remove))
        .route("/{lang}/wait", get().to(wait::show));
}
