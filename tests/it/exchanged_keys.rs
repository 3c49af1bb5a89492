//! Somebody with write access to the database replaces each public key with their own while the processes run. The main story
//! stops with an error, nothing is sealed to the false key, no answer that was begun is lost, and the exchange is reported.

use sea_orm::{ConnectionTrait, Statement};
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::looks::to_look_at;
use crate::harness::people::{Enquirer, Person, Photo, Society, digits_of, operator};
use crate::harness::site_pages::{Letter, Receipt, fills, reads, responds, sends};
use kinlight::db::columns::{COLUMNS, Declared};
use kinlight::sealing::{SecretKey, open_file};

const BEGUN: &str = "I carried the blue kite across the first river.";

/// A Society with a photo, one answer that a moderator has claimed, and one that is being written.
struct Story {
    at: TestApp,
    society: Society,
    photo: Photo,
    moderator: Browser,
    /// The address of the claimed answer's page.
    claimed: String,
    stranger: Browser,
    begun: Page,
    /// The receipt of the claimed answer.
    receipt: Receipt,
    intruder: SecretKey,
}

impl Story {
    async fn begins() -> Story {
        let at = TestApp::start().await;
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        let receipt = responds(&at, &at.visitor(), photo.number, Letter::saying("I am her brother.")).await;
        let moderator = society.moderator.signs_in(&at).await;
        let claimed = first_in_queue(&moderator).await.expect("it is in the queue");
        claims(&moderator, &claimed).await.expect(200);
        let stranger = at.visitor();
        let begun = fills(&stranger, "en", photo.number, Letter::saying(BEGUN)).await;
        let intruder = SecretKey::generate();
        Story { at, society, photo, moderator, claimed, stranger, begun, receipt, intruder }
    }

    /// Replaces the true key with the intruder's; returns the true one.
    async fn exchanges(&self, table: &str, column: &str, record: &str) -> String {
        let asked = format!("select {column} from {table} where {record}");
        let asked = Statement::from_string(self.at.db.desk.get_database_backend(), asked);
        let row = self.at.db.desk.query_one_raw(asked).await.unwrap().expect("a row");
        let own: String = row.try_get_by_index(0).expect("a key");
        self.puts((table, column, record), self.intruder.public().as_str()).await;
        // Makes the site load the catalogue again, as after any publication.
        self.at
            .tampers("update installation set value = cast(cast(value as integer) + 1 as text) where name = 'catalogue_version'")
            .await;
        self.at.app.refresh_catalogue().await;
        own
    }

    async fn puts(&self, (table, column, record): (&str, &str, &str), key: &str) {
        let sql = format!("update {table} set {column} = '{key}' where {record}");
        self.at.tampers_past_triggers(table, &sql).await;
    }

    /// The page must be the error that a member sees after an exchange, not the page that was asked for.
    fn stops(&self, page: &Page) {
        assert_eq!(page.status, 500, "no error after the exchange: {page:?}");
        page.says(&self.at.text("en", "error-key-exchanged-title"));
        to_look_at("key-exchanged", &page.html());
    }

    /// Nothing in the database or the store opens with the intruder's key.
    async fn nothing_is_the_intruders(&self) {
        let key = [self.intruder.clone()];
        for (table, column, _) in COLUMNS.iter().filter(|(.., how)| *how == Declared::Sealed) {
            let asked = format!("select {column} from {table} where {column} is not null");
            let asked = Statement::from_string(self.at.db.desk.get_database_backend(), asked);
            for row in self.at.db.desk.query_all_raw(asked).await.unwrap() {
                let sealed: Vec<u8> = row.try_get_by_index(0).unwrap();
                assert!(open_file(&key, sealed.as_slice()).is_err(), "{table}.{column} is the intruder's");
            }
        }
        for (name, bytes) in self.at.blobs() {
            assert!(open_file(&key, bytes.as_slice()).is_err(), "{name} is the intruder's");
        }
    }

    /// Sends the answer that was being written; returns its receipt.
    async fn what_was_begun_arrives(&self) -> Receipt {
        Receipt::on(&sends(&self.at, &self.stranger, &self.begun).await)
    }

    async fn is_read(&self) {
        self.at.advance(Duration::minutes(31));
        let moderator = self.society.second_moderator.signs_in(&self.at).await;
        let asked = "select count(*) from responses where is_late";
        assert_eq!(self.at.count(asked).await, 0, "an exchanged key was taken for the end of the photo");
        for _ in 0..2 {
            let Some(response) = first_in_queue(&moderator).await else { break };
            let page = claims(&moderator, &response).await.expect(200);
            if page.contains(BEGUN) {
                return;
            }
            let close = page.form("/close").set("outcome", "no-match").set("end_publication", "no");
            close.submit(&moderator).await.expect(200);
        }
        panic!("the answer that was begun can't be read");
    }

    /// The alert is there: a line in the audit chain, and a box above the auditor's log.
    async fn it_is_told(&self, kind: &str) {
        let told =
            format!("select count(*) from audit_lines where verb = 'key-exchanged' and detail = '{kind}'");
        assert_eq!(
            self.at.count(&told).await,
            1,
            "{kind}: there must be one line, however often the key is used"
        );
        let auditor = self.society.auditor.signs_in(&self.at).await;
        let page = auditor.get("/en/audit").await.expect(200);
        page.says(&self.at.text("en", "audit-exchanged-title"));
        page.says(&self.at.text("en", &format!("audit-exchanged-{kind}")));
        for lang in ["en", "ar"] {
            let page = auditor.get(&format!("/{lang}/audit")).await.expect(200);
            page.says(&self.at.text(lang, &format!("audit-exchanged-{kind}")));
            to_look_at(&format!("exchanged-{kind}-{lang}"), &page.html());
        }
    }
}

/// Tries each public key of the schema. A new key column fails until this test says what happens when it is exchanged.
#[tokio::test]
async fn no_public_key_can_be_exchanged_unseen() {
    let keys = COLUMNS.iter().filter(|(.., how)| *how == Declared::PublicKey);
    let mut count = 0;
    for (table, column, _) in keys {
        let story = Story::begins().await;
        println!("exchanged: {table}.{column}");
        match (*table, *column) {
            ("societies", "open_key") => open_key(&story).await,
            ("societies", "archive_key") => archive_key(&story).await,
            ("societies", "recovery_key") => recovery_key(&story).await,
            ("staff", "public_key") => staff_key(&story).await,
            ("staff", "second_public_key") => second_key(&story).await,
            ("cases", "public_key") => case_key(&story).await,
            ("responses", "mailbox_key") => mailbox_key(&story).await,
            ("staff", "signing_key") => signing_key(&story).await,
            ("key_lists", "body") => key_list(&story).await,
            other => panic!("nobody has decided what happens when {other:?} is exchanged"),
        }
        count += 1;
    }
    assert_eq!(count, 9);
    let undeclared = COLUMNS.iter().filter(|(_, column, how)| {
        column.ends_with("_key") && !matches!(how, Declared::PublicKey | Declared::Sealed)
    });
    assert_eq!(
        undeclared.map(|(t, c, _)| format!("{t}.{c}")).collect::<Vec<_>>(),
        [""; 0],
        "declare each of these columns: a public key, or sealed?"
    );
}

async fn open_key(story: &Story) {
    let place = ("societies", "open_key", "slug = 'northland'");
    let own = story.exchanges(place.0, place.1, place.2).await;
    let worker = story.society.case_worker.signs_in(&story.at).await;
    let form = worker.get("/en/drafts/new").await.expect(200).main_form();
    story.stops(&form.set("enquirer_name", "Parwana Testname").submit(&worker).await);
    story.stops(&story.moderator.get(&story.claimed).await);
    story.what_was_begun_arrives().await;
    story.nothing_is_the_intruders().await;
    story.it_is_told("open").await;
    story.puts(place, &own).await;
    story.is_read().await;
}

async fn archive_key(story: &Story) {
    let place = ("societies", "archive_key", "slug = 'northland'");
    let own = story.exchanges(place.0, place.1, place.2).await;
    story.what_was_begun_arrives().await;
    story.nothing_is_the_intruders().await;
    // The photo and both answers end, so the case would be archived, under the exchanged archive key.
    let (at, moderator) = (&story.at, &story.moderator);
    let page = moderator.get(&story.claimed).await.expect(200);
    let close = page.form("/close").set("outcome", "no-match").set("end_publication", "no");
    close.submit(moderator).await.expect(200);
    let late = first_in_queue(moderator).await.expect("what was begun");
    let page = claims(moderator, &late).await.expect(200);
    let close = page.says(BEGUN).form("/close").set("outcome", "reunited").set("end_publication", "yes");
    close.submit(moderator).await.expect(200);
    // A closing can be undone for ten seconds. After that, the next visit to the queue would archive the case; its failure must
    // not block the queue.
    at.advance(Duration::seconds(11));
    moderator.get("/en/queue").await.expect(200);
    story.nothing_is_the_intruders().await;
    assert_eq!(at.count("select count(*) from cases where key_part = 'archive'").await, 0);
    story.it_is_told("archive").await;
    story.puts(place, &own).await;
    // The next sign-in archives the case, as was refused before.
    story.society.case_worker.signs_in(at).await;
    assert_eq!(at.count("select count(*) from cases where key_part = 'archive'").await, 1);
}

async fn recovery_key(story: &Story) {
    let at = &story.at;
    let administrator = story.society.administrator.signs_in(at).await;
    let accounts = administrator.get("/en/accounts").await.expect(200);
    let invited = accounts.form("/en/accounts").set("name", "noor").tick("roles", "moderator");
    let invited = invited.submit(&administrator).await.expect(200).text_of(".long-code");
    let newcomer = Person::joins(at, &invited, "noor").await.signs_in(at).await;
    let place = ("societies", "recovery_key", "slug = 'northland'");
    let own = story.exchanges(place.0, place.1, place.2).await;
    let recover = async || {
        let keys = newcomer.get("/en/keys").await.expect(200).form("/keys/recover");
        keys.set("recovery_key", &story.society.recovery_key).submit(&newcomer).await
    };
    story.stops(&recover().await);
    story.what_was_begun_arrives().await;
    story.nothing_is_the_intruders().await;
    story.it_is_told("recovery").await;
    story.puts(place, &own).await;
    recover().await.expect(200);
    story.is_read().await;
}

/// The account's row is no longer the one that was proved, so nobody gets as far as its keys.
async fn is_no_account(story: &Story, page: Page) {
    page.expect(500).says(&story.at.text("en", "error-row-refused-title"));
    let told = "select count(*) from audit_lines where verb = 'row-refused' and detail = 'staff'";
    assert_eq!(story.at.count(told).await, 1);
}

async fn staff_key(story: &Story) {
    let record = format!("sign_in_name = '{}'", story.society.moderator.name);
    let place = ("staff", "public_key", record.as_str());
    let own = story.exchanges(place.0, place.1, place.2).await;
    for path in ["/en/queue", "/en/keys"] {
        is_no_account(story, story.moderator.get(path).await).await;
    }
    story.what_was_begun_arrives().await;
    story.nothing_is_the_intruders().await;
    story.puts(place, &own).await;
    story.is_read().await;
}

/// An administrator who waits for the keys would read out digits of a true first key and a false second one.
async fn second_key(story: &Story) {
    let at = &story.at;
    let warden = operator(at).await.signs_in(at).await;
    let page = warden.get("/en/operator/northland").await.expect(200);
    let invited = page.form("/invite").set("name", "second").submit(&warden).await.expect(200);
    let newcomer = Person::joins(at, &invited.text_of(".long-code"), "second").await;
    let browser = newcomer.chooses_second_on_pages(at).await;
    let digits = browser.get("/en/keys").await.expect(200).text_of(".code-box .code");
    let record = "sign_in_name = 'second'";
    let own = story.exchanges("staff", "second_public_key", record).await;
    is_no_account(story, browser.get("/en/keys").await).await;
    // Nor does a colleague seal to the false key, with digits that were read out before.
    let administrator = &story.society.administrator;
    let desk = administrator.signs_in(at).await;
    let page = desk.get(&format!("/en/accounts/{}", newcomer.id)).await.expect(200);
    let seals = || {
        let form = page.form("/keys").set("fingerprint", &digits);
        form.set("second_passphrase", &administrator.second_passphrase())
    };
    is_no_account(story, seals().submit(&desk).await).await;
    story.what_was_begun_arrives().await;
    story.nothing_is_the_intruders().await;
    story.puts(("staff", "second_public_key", record), &own).await;
    // Nor does a voice help that reads out the digits of a false key to sign with, which no proof covers: the desk's secret
    // binds the three keys together.
    let signs = story.exchanges("staff", "signing_key", record).await;
    let other = story.intruder.signing("kinlight/staff-signing").public().to_string();
    story.puts(("staff", "signing_key", record), &other).await;
    let false_digits = digits_of(at, "second").await;
    assert_ne!(false_digits, digits);
    let form = page.form("/keys").set("fingerprint", &false_digits);
    story.stops(&form.set("second_passphrase", &administrator.second_passphrase()).submit(&desk).await);
    story.it_is_told("staff").await;
    story.puts(("staff", "signing_key", record), &signs).await;
    seals().submit(&desk).await.expect(200);
    story.is_read().await;
}

/// What a member signs with comes from their own key, and others believe the list: the row is put right at the next sign-in.
async fn signing_key(story: &Story) {
    let record = format!("sign_in_name = '{}'", story.society.moderator.name);
    let place = ("staff", "signing_key", record.as_str());
    let other = story.intruder.signing("kinlight/staff-signing").public().to_string();
    let asked = format!("select count(*) from staff where {record} and signing_key = '{other}'");
    story.puts(place, &other).await;
    assert_eq!(story.at.count(&asked).await, 1);
    story.moderator.get("/en/queue").await.expect(200);
    story.society.moderator.signs_in(&story.at).await;
    assert_eq!(story.at.count(&asked).await, 0, "the intruder's key is still there");
    story.what_was_begun_arrives().await;
    story.nothing_is_the_intruders().await;
    story.it_is_told("staff").await;
    story.is_read().await;
}

/// Each public key of the signed list, one at a time, with and without the same change in the rows.
async fn key_list(story: &Story) {
    let at = &story.at;
    let asked = "select body from key_lists order by version desc limit 1";
    let asked = Statement::from_string(at.db.desk.get_database_backend(), asked);
    let row = at.db.desk.query_one_raw(asked).await.unwrap().expect("a list");
    let body: String = row.try_get_by_index(0).unwrap();
    let (sealed_to, signs) = (story.intruder.public(), story.intruder.signing("x").public().to_string());
    let keys: Vec<&str> = body
        .split_whitespace()
        .filter(|word| word.starts_with("age1") || word.starts_with("kinlight-key-1"))
        .collect();
    // The sheet, three keys of the Society, and two of each of its five key holders.
    assert_eq!(keys.len(), 14, "{body}");
    let newest = "version = (select max(version) from key_lists)";
    let worker = story.society.case_worker.signs_in(at).await;
    for (count, key) in keys.iter().enumerate() {
        let false_key = if key.starts_with("age1") { sealed_to.as_str() } else { signs.as_str() };
        story.puts(("key_lists", "body", newest), &body.replace(key, false_key)).await;
        let form = worker.get("/en/drafts/new").await.expect(200).main_form();
        story.stops(&form.set("enquirer_name", "Parwana Testname").submit(&worker).await);
        story.stops(&story.moderator.get(&story.claimed).await);
        worker.get("/en/").await.expect(200);
        if count == 0 {
            story.what_was_begun_arrives().await;
        }
        story.nothing_is_the_intruders().await;
    }
    story.it_is_told("list").await;
    story.puts(("key_lists", "body", newest), &body).await;
    story.is_read().await;
}

async fn case_key(story: &Story) {
    let (at, number) = (&story.at, story.photo.number);
    let answering = at.visitor();
    let (code, question) = (&story.receipt.code, "Which colour had the lamps?");
    let page = story.moderator.get(&story.claimed).await.expect(200);
    page.form("/question").set("question", question).submit(&story.moderator).await.expect(200);
    let mailbox = reads(&answering, code).await;
    let own = story.exchanges("cases", "public_key", "1 = 1").await;
    // The site knows the key by the photo's certificate, so the photo stays, and answers are sealed to the true one.
    at.visitor().get(&format!("/en/photo/{}", number.compact())).await.expect(200);
    assert_eq!((at.app.catalogue.exchanged_keys(), at.app.catalogue.altered()), (1, 1));
    story.what_was_begun_arrives().await;
    let answer = mailbox.says(question).form("/answer").set("answer", "Green lamps.");
    answer.submit(&answering).await.expect(200);
    let elsewhere = at.visitor();
    let again = reads(&elsewhere, code).await.form("/answer").set("answer", "And a red one.");
    again.submit(&elsewhere).await.expect(200);
    story.nothing_is_the_intruders().await;
    story.stops(&story.moderator.get(&story.claimed).await);
    // Other cases still work: the queue and the list of drafts open, with this case's rows still sealed.
    story.moderator.get("/en/queue").await.expect(200);
    let worker = story.society.case_worker.signs_in(at).await;
    worker.get("/en/drafts").await.expect(200);
    story.it_is_told("case").await;
    story.puts(("cases", "public_key", "1 = 1"), &own).await;
    at.tampers("update installation set value = cast(cast(value as integer) + 1 as text) where name = 'catalogue_version'")
        .await;
    at.app.refresh_catalogue().await;
    at.visitor().get(&format!("/en/photo/{}", number.compact())).await.expect(200);
    let page = story.moderator.get(&story.claimed).await.expect(200);
    page.says("Green lamps.").says("And a red one.");
    story.is_read().await;
}

async fn mailbox_key(story: &Story) {
    let place = ("responses", "mailbox_key", "stage = 'claimed'");
    let own = story.exchanges(place.0, place.1, place.2).await;
    let page = story.moderator.get(&story.claimed).await.expect(200);
    let asked = page.form("/question").set("question", "Which lamps?").submit(&story.moderator).await;
    story.stops(&asked);
    assert_eq!(story.at.count("select count(*) from messages").await, 0);
    story.what_was_begun_arrives().await;
    story.nothing_is_the_intruders().await;
    story.it_is_told("mailbox").await;
    story.puts(place, &own).await;
    let page = story.moderator.get(&story.claimed).await.expect(200);
    page.form("/question").set("question", "Which lamps?").submit(&story.moderator).await.expect(200);
    story.is_read().await;
}
