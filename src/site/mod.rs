//! The site: every page that anyone can reach, and the whole anonymous attack surface. It renders `Published` values and no other
//! data of a person.

pub mod captcha_page;
mod clocks;
mod code_gate;
mod gallery;
mod help_now;
mod home;
mod info;
mod kept;
mod leave;
mod mailbox;
mod number;
mod onward;
mod photo;
mod pictures;
mod places;
pub mod portrait;
mod posters;
mod receipt;
mod respond;
mod search;
mod societies;
mod wait;
mod withdraw;

use actix_web::web::{ServiceConfig, post};

use crate::web::seen;

pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/", seen().to(home::show))
        .route("/{lang}", seen().to(home::with_slash))
        .route("/{lang}/", seen().to(gallery::show))
        .route("/{lang}/number", seen().to(number::show))
        .route("/{lang}/photo/{number}", seen().to(photo::show))
        .route("/{lang}/photo/{number}/download/{width}", seen().to(photo::download))
        .route("/{lang}/posters", seen().to(posters::list))
        .route("/{lang}/posters/{file}", seen().to(posters::file))
        .route("/pictures/{number}/{version}/{file}", seen().to(pictures::file))
        .route("/captcha/{file}", seen().to(captcha_page::picture))
        .route("/captcha/{lang}/{file}", seen().to(captcha_page::sound))
        .route("/{lang}/captcha", seen().to(captcha_page::show))
        .route("/{lang}/captcha", post().to(captcha_page::send))
        .route("/{lang}/photo/{number}/respond/{door}", seen().to(respond::start))
        .route("/{lang}/photo/{number}/respond/{door}/{form}/{step}", seen().to(respond::step))
        .route("/{lang}/respond", post().to(respond::go))
        .route("/{lang}/receipt.txt", post().to(receipt::text_file))
        .route("/{lang}/receipt/saved", post().to(receipt::saved))
        .route("/{lang}/receipt/done", seen().to(receipt::done))
        .route("/{lang}/return", seen().to(mailbox::ask))
        .route("/{lang}/return", post().to(mailbox::open))
        .route("/{lang}/return/{form:[A-Za-z0-9_-]{22}}", seen().to(mailbox::step))
        .route("/{lang}/return/{form:[A-Za-z0-9_-]{22}}/erase", seen().to(mailbox::erase_step))
        .route("/{lang}/return/answer", post().to(mailbox::answer))
        .route("/{lang}/return/delete", post().to(mailbox::delete))
        .route("/{lang}/return/erase", post().to(mailbox::erase))
        .route("/{lang}/return/finish", post().to(mailbox::finish))
        .route("/{lang}/withdraw", seen().to(withdraw::ask))
        .route("/{lang}/withdraw", post().to(withdraw::check))
        .route("/{lang}/withdraw/{form:[A-Za-z0-9_-]{22}}", seen().to(withdraw::step))
        .route("/{lang}/withdraw/now", post().to(withdraw::remove))
        .route("/{lang}/wait", seen().to(wait::show))
        .route("/{lang}/directory", seen().to(societies::show))
        .route("/{lang}/help-now", seen().to(help_now::show))
        .route(&format!("/{{lang}}/{{page:{}}}", info::PAGES), seen().to(info::show))
        .route("/{lang}/leave", seen().to(leave::go));
}
