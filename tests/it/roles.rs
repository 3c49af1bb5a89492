//! What each database role can read: the site only what is public, the desk one Society's rows, the jobs no key. Every table and
//! every column of the schema is tried; one without a decision fails.

use sea_orm::{ConnectionTrait, DatabaseConnection, EntityTrait, PaginatorTrait, Statement};
use std::collections::{BTreeMap, BTreeSet};

use crate::harness::app::TestApp;
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::engines::Engines;
use crate::harness::people::{Enquirer, Society};
use crate::harness::posters;
use crate::harness::site_pages::{Letter, responds};
use kinlight::db::columns::{COLUMNS, Declared};
use kinlight::db::isolation::within;
use kinlight::ids::SocietyId;
use kinlight::{responses, staff};

/// Tables and views that the site may read whole. It reads no other table, not even public values in one: photos reach it through
/// the views.
const THE_SITE_READS: &[&str] = &[
    "live_publications",
    "ended_numbers",
    "society_directory",
    "public_posters",
    "public_poster_photos",
    "installation",
    "seaql_migrations",
];

/// Tables that belong to no Society, or that all of them may see.
const OF_NO_SOCIETY: &[(&str, &str)] = &[
    ("installation", "settings of the whole installation"),
    ("societies", "a row is the Society itself: it has a test of its own"),
    ("seaql_migrations", "the schema's steps"),
    ("blob_erasures", "random names of files that are about to go"),
    ("withdrawals", "hashes of codes; the desk reads none"),
    ("captcha_uses", "random ids; the desk reads none"),
    ("form_steps", "sealed for a stranger's cookie; the desk reads none"),
    ("job_leases", "the desk reads none"),
    ("tombstones", "the desk reads none; triggers write them with their owner's rights"),
];

async fn on_postgres() -> Option<TestApp> {
    if !Engines::PostgresS3.are_chosen() {
        return None;
    }
    Some(TestApp::start().await)
}

#[tokio::test]
async fn the_sites_role_reads_what_is_public_and_no_other_column() {
    let Some(at) = on_postgres().await else { return };
    let site = &at.app.db.site;
    let (mut refused, mut read) = (0, 0);
    for (table, columns) in schema(&at.db.desk).await {
        let may = THE_SITE_READS.contains(&table.as_str());
        for question in columns
            .iter()
            .map(|c| format!("select \"{c}\" from {table} limit 1"))
            .chain([format!("select count(*) from {table}"), format!("select * from {table} limit 1")])
        {
            let answer =
                site.query_all_raw(Statement::from_string(site.get_database_backend(), &question)).await;
            match (may, answer) {
                (true, Ok(_)) => read += 1,
                (false, Err(error)) if error.to_string().contains("permission denied") => refused += 1,
                (_, answer) => panic!("{question}: {:?}", answer.map(|rows| rows.len())),
            }
        }
    }
    println!("the site's role: {read} questions answered, {refused} refused");
    assert!(refused > COLUMNS.len() / 2, "{refused}");
    // It can change nothing, except by its few inserts.
    for sql in [
        "update publications set stage = 'live'",
        "delete from withdrawals",
        "update form_steps set due_at = 0",
        "delete from form_steps",
        "select body from form_steps",
        "update installation set value = '0'",
        "insert into societies (id, slug, name, contact, languages, created_at) values (gen_random_uuid(), 'x', 'x', '', '', 0)",
        "create table mine (id bigint)",
    ] {
        let error = site.execute_unprepared(sql).await.expect_err(sql).to_string();
        assert!(error.contains("permission denied"), "{sql}: {error}");
    }
}

#[tokio::test]
async fn whoever_is_signed_in_sees_the_rows_of_one_society() {
    let Some(at) = on_postgres().await else { return };
    let societies = [Society::founded(&at, "northland").await, Society::founded(&at, "southland").await];
    for society in &societies {
        lives(&at, society).await;
    }
    let operators = staff::INSTALLATION;
    let desk = &at.app.db.desk;
    let known: BTreeSet<&str> = OF_NO_SOCIETY.iter().map(|(table, _)| *table).collect();
    let views: BTreeSet<String> =
        names(&at.db.desk, "select viewname from pg_views where schemaname = 'public'").await;
    for (table, columns) in schema(&at.db.desk).await {
        if known.contains(table.as_str()) || views.contains(&table) {
            continue;
        }
        let all = whole(&at.db.desk, &table).await;
        let mut seen = Vec::new();
        for owner in [societies[0].id, societies[1].id, operators] {
            seen.push(within(owner, whole(desk, &table)).await);
        }
        let [north, south, none] = &seen[..] else { unreachable!() };
        assert!(!north.is_empty() && !south.is_empty(), "{table}: nobody has a row in it");
        assert!(north.is_disjoint(south) && north.is_disjoint(none) && south.is_disjoint(none), "{table}");
        let together: BTreeSet<String> = seen.iter().flatten().cloned().collect();
        assert_eq!(together, all, "{table}: some rows belong to no Society");
        if columns.contains("society_id") {
            let foreign = format!("select count(*) from {table} where society_id <> '{}'", societies[0].id);
            assert_eq!(within(societies[0].id, number(desk, &foreign)).await, 0, "{table}");
        }
    }
    // A query of the program that forgets its condition still sees one Society's rows only.
    let everything = responses::entity::Entity::find();
    let south = within(societies[1].id, everything.clone().count(desk)).await.unwrap();
    let all = everything.count(&at.db.desk).await.unwrap();
    assert!(south > 0 && south < all, "{south} of {all}");
    // Nothing can be written into another Society's rows.
    for (sql, refused) in [
        (format!("update cases set society_id = '{}'", societies[1].id), "permission denied"),
        (
            format!(
                "insert into cases (id, society_id, public_key, wrapped_key, key_part, opened_at) \
                 values (gen_random_uuid(), '{}', 'age1', '', 'open', 0)",
                societies[1].id
            ),
            "row-level security",
        ),
    ] {
        let error = within(societies[0].id, desk.execute_unprepared(&sql)).await.expect_err(&sql);
        assert!(error.to_string().contains(refused), "{sql}: {error}");
    }
    for sql in ["update responses set stage = 'closed' where true", "delete from consents where true"] {
        let before = number(&at.db.desk, "select count(*) from responses where stage <> 'closed'").await;
        let touched =
            within(SocietyId::from_u128(7), desk.execute_unprepared(sql)).await.unwrap().rows_affected();
        let after = number(&at.db.desk, "select count(*) from responses where stage <> 'closed'").await;
        assert_eq!((touched, after), (0, before), "{sql}");
    }
}

#[tokio::test]
async fn nobody_sees_a_case_before_signing_in() {
    let Some(at) = on_postgres().await else { return };
    let society = Society::founded(&at, "northland").await;
    lives(&at, &society).await;
    let (desk, door) = (&at.app.db.desk, ["staff", "invitations", "sessions"]);
    let (mut dark, known): (_, BTreeSet<&str>) = (0, OF_NO_SOCIETY.iter().map(|(table, _)| *table).collect());
    let views: BTreeSet<String> =
        names(&at.db.desk, "select viewname from pg_views where schemaname = 'public'").await;
    for (table, _) in schema(&at.db.desk).await {
        if known.contains(table.as_str()) || views.contains(&table) || door.contains(&table.as_str()) {
            continue;
        }
        assert_eq!(whole(desk, &table).await, BTreeSet::new(), "{table}");
        dark += 1;
    }
    assert!(dark > 10, "{dark}");
    // Signed-in members can add to the audit log, but can't change it.
    for sql in [
        "update audit_lines set verb = 'claimed'",
        "delete from audit_lines",
        "delete from publication_editors",
    ] {
        let error = within(society.id, desk.execute_unprepared(sql)).await.expect_err(sql).to_string();
        assert!(error.contains("permission denied"), "{sql}: {error}");
    }
}

#[tokio::test]
async fn a_member_sees_the_row_of_their_own_society_and_an_operator_all() {
    let Some(at) = on_postgres().await else { return };
    let [north, south] =
        [Society::founded(&at, "northland").await.id, Society::founded(&at, "southland").await.id];
    let desk = &at.app.db.desk;
    assert_eq!(whole(desk, "societies").await, BTreeSet::new(), "before signing in");
    let seen = names(&at.db.desk, "select t::text from societies t where slug = 'northland'").await;
    assert_eq!(within(north, whole(desk, "societies")).await, seen);
    let operators = staff::INSTALLATION;
    assert_eq!(within(operators, whole(desk, "societies")).await, whole(&at.db.desk, "societies").await);
    // A member changes their own row, an operator none; only an operator adds one, and it comes without keys.
    let change = format!("update societies set contact = 'elsewhere' where id = '{south}'");
    for (by, touched) in [(north, 0), (operators, 0), (south, 1)] {
        let done = within(by, desk.execute_unprepared(&change)).await.unwrap().rows_affected();
        assert_eq!(done, touched, "{by}");
    }
    let add = |columns: &str, values: &str| {
        format!(
            "insert into societies (id, slug, name, contact, languages, created_at{columns}) \
             values (gen_random_uuid(), 'x' || random(), 'x', '', '', 0{values})"
        )
    };
    let (plain, keyed) = (add("", ""), add(", open_key", ", 'age1'"));
    let error = within(north, desk.execute_unprepared(&plain)).await.expect_err("a member adds a Society");
    assert!(error.to_string().contains("row-level security"), "{error}");
    within(operators, desk.execute_unprepared(&plain)).await.unwrap();
    let error = within(operators, desk.execute_unprepared(&keyed)).await.expect_err("a Society with a key");
    assert!(error.to_string().contains("permission denied"), "{error}");
    // The directory stays everybody's.
    let directory = "select slug from society_directory";
    for db in [desk, &at.app.db.site, &at.app.db.jobs] {
        assert!(
            names(db, directory).await.is_superset(&BTreeSet::from(["northland".into(), "southland".into()]))
        );
    }
}

/// Sealed columns, keys and verifiers that the jobs' role reads all the same.
const THE_JOBS_READ: &[(&str, &str, &str)] = &[
    ("withdrawal_codes", "tag", "finds the photo of a withdrawal, for its line in the chain"),
    ("withdrawals", "tag", "the same"),
    ("audit_lines", "previous", "the chain goes on from it"),
    ("audit_lines", "hash", "the chain goes on from it"),
];

#[tokio::test]
async fn the_jobs_role_reads_nothing_sealed_and_no_key_of_anybody() {
    let Some(at) = on_postgres().await else { return };
    let jobs = &at.app.db.jobs;
    let mut read = Vec::new();
    for (table, column, how) in COLUMNS {
        if !matches!(how, Declared::Sealed | Declared::Verifier | Declared::PublicKey) {
            continue;
        }
        let question = format!("select \"{column}\" from {table} limit 1");
        match jobs.query_all_raw(Statement::from_string(jobs.get_database_backend(), &question)).await {
            Ok(_) => read.push((*table, *column)),
            Err(error) => assert!(error.to_string().contains("permission denied"), "{question}: {error}"),
        }
    }
    read.sort_unstable();
    let mut expected: Vec<_> = THE_JOBS_READ.iter().map(|(table, column, _)| (*table, *column)).collect();
    expected.sort_unstable();
    assert_eq!(read, expected);
    // Nor can they choose who is told.
    for sql in [
        "update rota set address = 'stranger@example.org'",
        "insert into rota (id, society_id, way, added_at, address) \
         values (gen_random_uuid(), gen_random_uuid(), 'mail', 0, 'stranger@example.org')",
    ] {
        let error = jobs.execute_unprepared(sql).await.expect_err(sql).to_string();
        assert!(error.contains("permission denied"), "{sql}: {error}");
    }
}

/// Tables that a role may read or fill whole, each with what is in it. All other rights name their columns.
const WHOLE_TABLES: &[(&str, &[&str])] = &[
    ("site", &["installation", "seaql_migrations"]),
    (
        "jobs",
        &[
            "installation",
            "seaql_migrations",
            "posters",
            "poster_photos",
            "withdrawals",
            "rota",
            "audit_lines",
            "job_leases",
            "blob_erasures",
            "tombstones",
        ],
    ),
];

#[tokio::test]
async fn site_and_jobs_have_columns_and_no_whole_tables() {
    let Some(at) = on_postgres().await else { return };
    for (role, db) in [("site", &at.app.db.site), ("jobs", &at.app.db.jobs)] {
        let (_, expected) = WHOLE_TABLES.iter().find(|(name, _)| *name == role).unwrap();
        let asked = "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace \
                     where n.nspname = 'public' and c.relkind = 'r' \
                     and (has_table_privilege(c.oid, 'select') or has_table_privilege(c.oid, 'insert') \
                          or has_table_privilege(c.oid, 'update'))";
        let expected: BTreeSet<String> = expected.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(names(db, asked).await, expected, "{role}");
    }
}

/// Columns with a key, a verifier or an owner that the desk's role may write in an existing row; the other roles may write none.
/// The schema lets each of them but the proofs be set only once (`keys_hold`).
const KEYS_THAT_THE_DESK_SETS: &[&str] = &[
    "cases.wrapped_key",
    // Nobody makes a proof or a countersignature without the desk's secret, nor the other signature without a reviewer's key.
    "consents.proof",
    "invitations.proof",
    "key_grants.proof",
    "publication_editors.proof",
    "publications.certified_signature",
    "publications.countersignature",
    "sessions.proof",
    "societies.archive_key",
    "societies.open_key",
    "societies.recovery_key",
    // Nobody makes one without the desk's secret.
    "staff.key_mac",
    "staff.proof",
    "staff.public_key",
    "staff.salt",
    "staff.second_public_key",
    "staff.second_salt",
    "staff.second_witness",
    "staff.second_wrapped_key",
    "staff.signing_key",
    "staff.totp_secret",
    "staff.verifier",
    "staff.wrapped_key",
];

#[tokio::test]
async fn no_role_puts_a_key_in_the_place_of_another() {
    let Some(at) = on_postgres().await else { return };
    let is_key = |column: &str, how: &Declared| {
        matches!(how, Declared::PublicKey | Declared::Verifier)
            || matches!(
                column,
                "wrapped_key"
                    | "second_wrapped_key"
                    | "totp_secret"
                    | "society_id"
                    | "case_id"
                    | "roles"
                    | "grant_ends_on"
            )
    };
    let keys = || COLUMNS.iter().filter(|(_, column, how)| is_key(column, how));
    assert!(keys().count() > 25);
    for (role, db, expected) in [
        ("site", &at.app.db.site, &[][..]),
        ("desk", &at.app.db.desk, KEYS_THAT_THE_DESK_SETS),
        ("jobs", &at.app.db.jobs, &[][..]),
    ] {
        let mut may = BTreeSet::new();
        for (table, column, _) in keys() {
            let asked = format!("select has_column_privilege('{table}', '{column}', 'update')::int::bigint");
            if number(db, &asked).await == 1 {
                may.insert(format!("{table}.{column}"));
            }
        }
        assert_eq!(may.iter().map(String::as_str).collect::<Vec<_>>(), expected, "{role}");
    }
}

/// Puts a row of this Society into every table that has rows of Societies.
async fn lives(at: &TestApp, society: &Society) {
    let photo = society.publishes(at, &Enquirer::who_agreed_to_posters()).await;
    posters::made_of(at, society, &photo).await;
    society.drafts(at, &Enquirer::looking_for_her_brother()).await;
    responds(at, &at.visitor(), photo.number, Letter::saying("I know her")).await;
    let moderator = society.moderator.signs_in(at).await;
    let response = first_in_queue(&moderator).await.expect("it has arrived");
    let page = claims(&moderator, &response).await;
    page.form("/question").set("question", "Which lamps?").submit(&moderator).await.expect(200);
    let page = moderator.get(&response).await.expect(200);
    page.form("/note").set("note", "She rang.").submit(&moderator).await.expect(200);
    society.is_told(at, "team@society.example").await;
}

/// All tables and views of the schema, with their columns.
async fn schema(db: &DatabaseConnection) -> BTreeMap<String, BTreeSet<String>> {
    let question = "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'";
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in names(db, question).await {
        let (table, column) = name.split_once('.').unwrap();
        tables.entry(table.to_owned()).or_default().insert(column.to_owned());
    }
    assert!(tables.len() > 20, "{tables:?}");
    let declared: BTreeSet<&str> =
        COLUMNS.iter().filter(|(.., how)| *how != Declared::Public).map(|(t, ..)| *t).collect();
    assert!(declared.iter().all(|table| tables.contains_key(*table)), "{tables:?}");
    tables
}

async fn whole(db: &DatabaseConnection, table: &str) -> BTreeSet<String> {
    names(db, &format!("select t::text from {table} t")).await
}

async fn names(db: &DatabaseConnection, question: &str) -> BTreeSet<String> {
    let asked = Statement::from_string(db.get_database_backend(), question);
    let rows = db.query_all_raw(asked).await.unwrap_or_else(|error| panic!("{question}: {error}"));
    rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect()
}

async fn number(db: &DatabaseConnection, question: &str) -> i64 {
    let asked = Statement::from_string(db.get_database_backend(), question);
    db.query_one_raw(asked).await.unwrap().expect("a row").try_get_by_index(0).unwrap()
}
