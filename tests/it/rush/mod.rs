//! What a robot on one network costs the others when it sends half of two thousand forms, or draws codes on six hundred
//! connections. Measured on the real program, whose memory can be read, at the code price that `serve` demands.

mod drawn_codes;
mod half_sent_forms;
mod pools;
mod straight_connections;

use std::net::SocketAddr;

use time::OffsetDateTime;

use kinlight::clock::{Clock, Moment};
use kinlight::photo_number::PhotoNumber;

use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::form::Form;
use crate::harness::people::{Enquirer, Society};
use crate::harness::processes::Process;

/// The robot's address, as the tests' proxy reports it.
const ROBOT: &str = "203.0.113.66";

struct Rush {
    at: TestApp,
    site: Process,
    photo: PhotoNumber,
}

impl Rush {
    /// One live photo, and a process that serves only the site.
    async fn on_the_site(settings: &[(&str, &str)]) -> Rush {
        let clock = Clock::standing_at(now());
        let settings = [&[("code_memory_kib", "65536")], settings].concat();
        let at = TestApp::on(tempfile::tempdir().unwrap(), &settings, clock, None).await;
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await.number;
        let site = Process::serving(at.serving(), "site");
        Rush { at, site, photo }
    }

    fn address(&self) -> SocketAddr {
        self.site.address.trim_start_matches("http://").parse().unwrap()
    }

    /// The form, filled in up to the button that leads to the check page, where the code is drawn.
    async fn before_the_last_page(&self, browser: &Browser, message: &str) -> Form {
        let door = format!("/en/photo/{}/respond/looking-for-me", self.photo.compact());
        let page = browser.get(&door).await.expect(200);
        let page = page.main_form().set("relation", "brother").submit(browser).await.expect(200);
        let form = page.main_form().set("message", message).set("name", "Jawad Testname");
        form.submit(browser).await.expect(200).main_form().set("contact", "code")
    }
}

#[expect(clippy::disallowed_methods, reason = "the real program runs by the machine's clock")]
fn now() -> Moment {
    Moment(OffsetDateTime::now_utc().unix_timestamp())
}
