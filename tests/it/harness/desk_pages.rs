//! What staff do at the desk, page by page, with forms and cookies only.

use kinlight::ids::PublicationId;
use kinlight::staff::second_factor::TotpSecret;

use super::app::TestApp;
use super::browser::{Browser, Page};
use super::people::{Enquirer, Person, Society};
use super::strangers;

impl Person {
    /// Password, then one-time code.
    pub async fn signs_in(&self, at: &TestApp) -> Browser {
        let browser = at.at_the_desk();
        self.signs_in_with(&browser, || self.fresh_code(at)).await;
        browser
    }

    pub async fn signs_in_with(&self, browser: &Browser, code: impl FnOnce() -> String) {
        let asked = browser.get("/en/sign-in").await.expect(200);
        let home = self.signs_in_there(asked, browser, code).await.expect(200);
        assert_eq!(home.path, "/en/", "{home:?}");
    }

    /// Signs in on the sign-in page that was met on the way, and returns the page that follows.
    pub async fn signs_in_on(&self, asked: Page, at: &TestApp, browser: &Browser) -> Page {
        self.signs_in_there(asked, browser, || self.fresh_code(at)).await
    }

    async fn signs_in_there(&self, asked: Page, browser: &Browser, code: impl FnOnce() -> String) -> Page {
        let form = asked.main_form().set("name", &self.name).set("password", &self.password);
        let step = form.submit(browser).await.expect(200);
        step.main_form().set("code", &code()).submit(browser).await
    }

    /// Gives the fresh code that an important action asks for.
    pub async fn gives_a_code(&self, asked: &Page, at: &TestApp, browser: &Browser) -> Page {
        asked.form("/fresh-factor").set("code", &self.fresh_code(at)).submit(browser).await
    }

    /// Accepts an invitation: sets a password, and types the second factor's secret into the phone.
    pub async fn joins(at: &TestApp, link: &str, name: &str) -> Person {
        Person::joins_with(at, link, name, &Person::password_of(name)).await
    }

    /// A new administrator's first page asks for the second passphrase, and then for the digits or the recovery key.
    pub async fn chooses_second_on_pages(&self, at: &TestApp) -> Browser {
        let browser = self.signs_in(at).await;
        let home = browser.get("/en/").await.expect(200);
        let page =
            browser.get(&home.has_link_to("/en/second-passphrase").expect("the link")).await.expect(200);
        let second = self.second_passphrase();
        let form = page.form("/second-passphrase").set("password", &self.password);
        let form = form.set("second_new", &second).set("second_new_again", &second);
        let keys = form.submit(&browser).await.expect(200);
        assert_eq!(keys.path, "/en/keys", "{keys:?}");
        browser
    }

    pub async fn joins_with(at: &TestApp, link: &str, name: &str, password: &str) -> Person {
        let browser = at.at_the_desk();
        let page = browser.get(path_of(link)).await.expect(200);
        let shown = page.texts(".long-code");
        let typed = shown.last().expect("the secret of the second factor");
        let totp = TotpSecret::from_bytes(&from_base32(typed));
        let form = page.main_form().set("password", password).set("password_again", password);
        let code = totp.code(at.now()).unwrap();
        let done = form.set("code", &code).submit(&browser).await.expect(200);
        assert!(done.path.starts_with("/en/sign-in"), "{done:?}");
        let row = kinlight::staff::by_name(&at.db.desk, name).await.unwrap().expect("a member");
        Person { id: row.id, name: name.to_owned(), password: password.to_owned(), totp }
    }
}

impl Society {
    /// Its case worker, with the page of a new draft open.
    pub async fn opens_a_draft(&self, at: &TestApp) -> (Browser, Page) {
        let worker = self.case_worker.signs_in(at).await;
        let id = self.drafts(at, &Enquirer::looking_for_her_brother()).await.id;
        let page = worker.get(&format!("/en/drafts/{id}")).await.expect(200);
        (worker, page)
    }

    /// Its moderator, who has just claimed the response to a new photo.
    pub async fn opens_a_response(&self, at: &TestApp) -> (Browser, Page) {
        let photo = self.publishes(at, &Enquirer::looking_for_her_brother()).await;
        let answer = strangers::answers(at, photo.number, "I know her brother").await;
        let moderator = self.moderator.signs_in(at).await;
        let page = claims(&moderator, &format!("/en/responses/{}", answer.id)).await;
        (moderator, page)
    }
}

/// The path in an invitation's link, with or without a host before it.
pub fn path_of(link: &str) -> &str {
    let at = link.find("/en/join").or_else(|| link.find("/ar/join")).expect("an invitation's link");
    link[at..].split_whitespace().next().unwrap()
}

fn from_base32(text: &str) -> Vec<u8> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut pool, mut held, mut out) = (0u32, 0u32, Vec::new());
    for letter in text.chars().filter(|c| !c.is_whitespace()) {
        pool = (pool << 5) | LETTERS.find(letter).expect("base 32") as u32;
        held += 5;
        if held >= 8 {
            held -= 8;
            out.push((pool >> held) as u8);
            pool &= (1 << held) - 1;
        }
    }
    out
}

pub struct DraftOnPages {
    pub id: PublicationId,
    /// As it is printed on the paper, in fours.
    pub withdrawal_code: String,
}

/// A case worker's draft, from the first page to "send to review".
pub async fn drafts(browser: &Browser, at: &TestApp, new: &Enquirer) -> DraftOnPages {
    let private = &new.private;
    let form = browser.get("/en/drafts/new").await.expect(200).main_form();
    let page = form
        .set("enquirer_name", &private.enquirer_name)
        .set("enquirer_contact", &private.enquirer_contact)
        .set("birth_year", &private.birth_year.map_or(String::new(), |year| year.to_string()))
        .set("sought_names", &private.sought_names)
        .set("story", &private.story)
        .set("facts_to_compare", &private.facts_to_compare)
        .submit(browser)
        .await
        .expect(200);
    let id = page.path.split(['/', '?', '#']).nth(3).and_then(|id| id.parse().ok());
    let id: PublicationId = id.unwrap_or_else(|| panic!("no draft's page: {page:?}"));

    let form = page.form("/facts").tick("relations", "brother").set("sex", new.facts.sex.code());
    let page =
        form.set("age_known", "yes").set("origin", new.facts.origin.code()).submit(browser).await.expect(200);
    let page =
        page.form("/picture").file("photo", "IMG_0001.jpg", &new.photo).submit(browser).await.expect(200);
    let crop = page.form("/crop").set("crop_preset", "drawn").set("crop_left", "10").set("crop_top", "5");
    let page = crop.set("crop_width", "80").set("crop_height", "80").submit(browser).await.expect(200);
    let page = records_consent(browser, at, new, page).await;
    let drawn = page.form("/withdrawal-code").submit(browser).await.expect(200);
    let withdrawal_code = drawn.text_of(".code-box [data-code]");
    let page = browser.get(&format!("/en/drafts/{id}")).await.expect(200);
    page.form("/send").submit(browser).await.expect(200);
    DraftOnPages { id, withdrawal_code }
}

async fn records_consent(browser: &Browser, at: &TestApp, new: &Enquirer, page: Page) -> Page {
    let (today, ends) = (at.now().date(), at.now().date() + new.consent_for);
    let mut form = page.form("/consent").tick("channels", "web");
    for (name, day) in [("agreed_on", today), ("ends_on", ends)] {
        form = form
            .set(&format!("{name}_day"), &day.day().to_string())
            .set(&format!("{name}_month"), &u8::from(day.month()).to_string())
            .set(&format!("{name}_year"), &day.year().to_string());
    }
    form.set("language", &new.details.language)
        .set("before_whom", &new.details.before_whom)
        .file("paper", "paper.pdf", &new.paper)
        .submit(browser)
        .await
        .expect(200)
}

/// The address of the first response in this member's queue.
pub async fn first_in_queue(browser: &Browser) -> Option<String> {
    browser.get("/en/queue").await.expect(200).has_link_to("/en/responses/")
}

/// Claims a response; returns its page.
pub async fn claims(browser: &Browser, response: &str) -> Page {
    browser.get(response).await.expect(200).form("/claim").submit(browser).await.expect(200)
}
