//! Each column behind a live photo is exchanged, one at a time. A new column fails until somebody decides what happens then.

use kinlight::db::columns::COLUMNS;
use kinlight::publications::certifying::judging::Flaw;
use kinlight::sealing::SecretKey;

use super::{
    it_is_told, keeps, literal, looks, no_alarm, page_of, puts_back, reads_first, reloads, text, whose,
};
use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, responds, sends};

/// What becomes of the photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// It is shown as it was certified, answers are sealed to its true key, and it rings.
    ShownAsCertified(Flaw),
    /// It is not shown, and it rings.
    Withheld(Flaw),
    /// It is hidden or ended, which needs no signature.
    Hidden,
    /// The site has nothing of it.
    NoMatter,
}

use Then::{Hidden, NoMatter, ShownAsCertified, Withheld};

/// The tables whose rows the catalogue is made of.
const TABLES: [&str; 3] = ["publications", "consents", "cases"];

/// A false value for a column, and what becomes of the photo then; `None` if rows hang on it.
fn exchanged(at: &TestApp, table: &str, column: &str, other: (&Photo, &str)) -> Option<(String, Then)> {
    let (other_photo, other_society) = other;
    let of_other = |column: &str| {
        format!("(select o.{column} from publications o where o.{})", whose(at, other_photo.id))
    };
    Some(match (table, column) {
        (_, "id") => return None,
        ("publications", "case_id") => (of_other("case_id"), ShownAsCertified(Flaw::Altered)),
        // Its own Society does not see the row any more; the other one is told.
        ("publications" | "cases", "society_id") => (other_society.to_owned(), NoMatter),
        ("publications", "stage") => ("'draft'".to_owned(), Hidden),
        ("publications", "photo_number") => ("'47218831'".to_owned(), ShownAsCertified(Flaw::Altered)),
        ("publications", "relations") => ("'mother,son'".to_owned(), ShownAsCertified(Flaw::Altered)),
        ("publications", "sex") => ("'man'".to_owned(), ShownAsCertified(Flaw::Altered)),
        ("publications", "age_band") => ("'from-60'".to_owned(), ShownAsCertified(Flaw::Altered)),
        ("publications", "origin") => ("'UA'".to_owned(), ShownAsCertified(Flaw::Altered)),
        ("publications", "pictures") => (of_other("pictures"), ShownAsCertified(Flaw::Altered)),
        ("publications", "published_at") => {
            ("published_at + 3600".to_owned(), ShownAsCertified(Flaw::Altered))
        }
        ("publications", "certificate") => (of_other("certificate"), Withheld(Flaw::Forged)),
        ("publications", "countersignature") => (of_other("countersignature"), Withheld(Flaw::Forged)),
        ("publications", "certified_by") => (of_other("certified_by"), ShownAsCertified(Flaw::Reviewer)),
        ("publications", "certified_signature") => {
            (of_other("certified_signature"), ShownAsCertified(Flaw::Reviewer))
        }
        ("publications", "version" | "touched_at" | "created_at" | "ended_at") => ("12".to_owned(), NoMatter),
        ("publications", "drafted_by" | "approved_by" | "picture" | "print") => (of_other("id"), NoMatter),
        ("publications", "draft" | "look") => (literal(at, &[7]), NoMatter),
        ("publications", "ended_reason") => ("'erased'".to_owned(), NoMatter),
        ("publications", "is_unpublished") => ("true".to_owned(), NoMatter),
        ("consents", "publication_id") => (of_other("id"), Hidden),
        ("consents", "channels") => ("'web,poster,partner'".to_owned(), ShownAsCertified(Flaw::Wider)),
        ("consents", "ends_on") => ("'2099-01-01'".to_owned(), ShownAsCertified(Flaw::Wider)),
        ("consents", "agreed_on") => ("'2020-01-01'".to_owned(), NoMatter),
        ("consents", "ended_at") => ("12".to_owned(), Hidden),
        ("consents", "end_reason") => ("'erased'".to_owned(), NoMatter),
        ("consents", "details" | "proof") => (literal(at, &[7]), NoMatter),
        ("consents", "paper" | "recorded_by") => (of_other("id"), NoMatter),
        ("cases", "public_key") => {
            (format!("'{}'", SecretKey::generate().public().as_str()), ShownAsCertified(Flaw::Altered))
        }
        ("cases", "wrapped_key" | "private_part") => (literal(at, &[7]), NoMatter),
        ("cases", "key_part") => ("'archive'".to_owned(), NoMatter),
        ("cases", "opened_at" | "closed_at") => ("12".to_owned(), NoMatter),
        other => panic!("nobody has decided what happens when {other:?} is exchanged"),
    })
}

/// The row of this photo in one of the tables.
fn row_of(at: &TestApp, table: &str, photo: &Photo) -> String {
    let id = at.id_in_sql(photo.id);
    match table {
        "consents" => format!("publication_id = {id}"),
        "cases" => format!("id = (select k.case_id from kept_publications k where k.id = {id})"),
        _ => format!("id = {id}"),
    }
}

#[tokio::test]
async fn each_column_exchanged_alone_shows_nothing_that_was_not_certified() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let other = Society::founded(&at, "southland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let other_photo = other.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let other_society = at.id_in_sql(other.id);
    for table in TABLES {
        keeps(&at, table).await;
    }
    no_alarm(&at, &society).await;
    let visitor = at.visitor();
    let seen = async || {
        let page = visitor.get(&page_of(&photo)).await;
        (page.status, page.text(), page.all("img", "src"))
    };
    let as_certified = seen().await;
    assert_eq!(as_certified.0, 200);
    let mut tried = 0;
    for (table, column, _) in COLUMNS.iter().filter(|(table, ..)| TABLES.contains(table)) {
        let Some((value, then)) = exchanged(&at, table, column, (&other_photo, &other_society)) else {
            continue;
        };
        let row = row_of(&at, table, &photo);
        // A number is unique, and so is a consent's photo: the other one makes room.
        if (*table, *column) == ("consents", "publication_id") {
            at.tampers(&format!(
                "delete from consents where publication_id = {}",
                at.id_in_sql(other_photo.id)
            ))
            .await;
        }
        at.tampers_past_triggers(table, &format!("update {table} set {column} = {value} where {row}")).await;
        reloads(&at).await;
        println!("{table}.{column}: {then:?}");
        let now_seen = seen().await;
        match then {
            ShownAsCertified(flaw) => {
                assert_eq!(now_seen, as_certified, "{table}.{column}");
                assert!(looks(&at, &society).await > 0, "{table}.{column}: {flaw:?} is not seen");
            }
            Withheld(_) => {
                assert_eq!(now_seen.0, 404, "{table}.{column}");
                assert!(looks(&at, &society).await > 0, "{table}.{column}");
                assert_eq!(at.app.catalogue.withheld(), 1);
            }
            Hidden => assert_ne!(now_seen.0, 200, "{table}.{column}"),
            NoMatter => assert_eq!(now_seen, as_certified, "{table}.{column}"),
        }
        puts_back(&at, table, &[column]).await;
        tried += 1;
    }
    assert!(tried > 40, "{tried}");
    reloads(&at).await;
    assert_eq!((at.app.catalogue.withheld(), at.app.catalogue.altered()), (0, 0));
    for flaw in [Flaw::Altered, Flaw::Forged, Flaw::Reviewer, Flaw::Wider] {
        let lines = format!(
            "select count(*) from audit_lines where verb = 'certificate-refused' and detail = '{}'",
            flaw.code()
        );
        assert!(at.count(&lines).await > 0, "{flaw:?} does not ring");
    }
    responds(&at, &at.visitor(), photo.number, Letter::saying("I carried the blue kite.")).await;
    reads_first(&at, &society, "I carried the blue kite.").await;
}

/// One altered certificate after another, each with the countersignature of the true one.
#[tokio::test]
async fn a_certificate_with_another_word_in_it_is_none() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    keeps(&at, "publications").await;
    let row = whose(&at, photo.id);
    let whole = text(&at, &format!("select certificate from publications where {row}")).await;
    let key = whole.split_whitespace().find(|word| word.starts_with("age1")).expect("the case's key");
    let ends = whole.lines().find(|line| line.starts_with("ends ")).expect("its last day");
    for other in [
        whole.replace("relations brother", "relations mother"),
        whole.replace("sex woman", "sex man"),
        whole.replace(ends, "ends 2099-01-01"),
        whole.replace("channels web", "channels web,poster"),
        whole.replace("generation 1", "generation 2"),
        whole.replace(key, SecretKey::generate().public().as_str()),
        whole.replace("standby -", &format!("standby {}", SecretKey::generate().public().as_str())),
        whole.replace("pictures ", "pictures a"),
        whole.replace("\n\n", "\nnote hello\n\n"),
        whole[..whole.len() / 2].to_owned(),
        whole[..whole.len() - 1].to_owned(),
        String::new(),
    ] {
        assert_ne!(other, whole);
        at.tampers(&format!("update publications set certificate = '{other}' where {row}")).await;
        reloads(&at).await;
        at.visitor().get(&page_of(&photo)).await.expect(404);
        it_is_told(&at, &society, Flaw::Forged).await;
    }
    puts_back(&at, "publications", &["certificate"]).await;
    reloads(&at).await;
    at.visitor().get(&page_of(&photo)).await.expect(200);
}

/// A person is writing when the photo stops verifying: the answer arrives, sealed to the key that was certified.
#[tokio::test]
async fn an_answer_that_was_begun_is_never_lost() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    keeps(&at, "publications").await;
    keeps(&at, "cases").await;
    let network = "10.77.0.9";
    let brother = at.visitor().in_network(network);
    let begun = fills(&brother, "en", photo.number, Letter::saying("The lamps were green.")).await;
    at.tampers("update publications set certificate = null").await;
    let false_key = SecretKey::generate();
    let exchanged = format!("update cases set public_key = '{}'", false_key.public().as_str());
    at.tampers_past_triggers("cases", &exchanged).await;
    reloads(&at).await;
    at.visitor().get(&page_of(&photo)).await.expect(404);
    // Also on a process that started meanwhile, and never saw the true key.
    let restarted = at.replica().await;
    restarted.visitor().get(&page_of(&photo)).await.expect(404);
    let moved = brother.moved_to(&restarted.site).in_network(network);
    Receipt::on(&sends(&restarted, &moved, &begun).await);
    for table in ["publications", "cases"] {
        puts_back(&at, table, if table == "cases" { &["public_key"] } else { &["certificate"] }).await;
    }
    reloads(&at).await;
    assert_eq!(at.count("select count(*) from responses where not is_late").await, 1);
    reads_first(&at, &society, "The lamps were green.").await;
}

/// Loading again what did not change verifies nothing; one new photo costs one check.
#[tokio::test]
async fn each_certificate_is_verified_once() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let replica = at.replica().await;
    assert_eq!(replica.app.catalogue.verified(), 2);
    for _ in 0..3 {
        at.tampers(super::BUMPED).await;
        replica.app.refresh_catalogue().await;
    }
    assert_eq!(replica.app.catalogue.verified(), 2);
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    replica.app.refresh_catalogue().await;
    assert_eq!(replica.app.catalogue.verified(), 3);
}

/// Nobody calls the desk: its own loop finds the photo, also under the desk's role on PostgreSQL.
#[tokio::test]
async fn the_desk_finds_it_by_itself() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.tampers(&format!("update publications set sex = 'man' where {}", whose(&at, photo.id))).await;
    reloads(&at).await;
    let told = "select count(*) from audit_lines where verb = 'certificate-refused' and detail = 'altered'";
    for _ in 0..200 {
        if at.count(told).await == 1 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("no line within ten seconds");
}
