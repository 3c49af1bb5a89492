//! Everything that each of the three database roles may do on PostgreSQL: the trust zones, and the walls between Societies. The
//! schema's owner is under none of these rules; no process that serves requests runs as the owner.

/// The roles' names, from the command line.
#[derive(Clone, Debug)]
pub struct Roles {
    pub site: String,
    pub desk: String,
    pub jobs: String,
}

/// How to find the Society that a row belongs to, in tables whose rows belong to Societies.
enum Whose {
    /// This column names the Society. An operator's row has none, and counts as the nil id's.
    Column(&'static str),
    /// The same; before anybody has signed in, when the Society is not known yet, all rows are visible.
    OrAtTheDoor(&'static str),
    /// This column names a person: the row is visible if the person's row is, also before signing in.
    Person(&'static str),
    /// This column names a row of this table: the row is visible if that one is.
    Row(&'static str, &'static str),
    /// The row is the Society itself. An operator sees all of them and adds one, and its members change their own.
    Itself,
}

use Whose::{Column, Itself, OrAtTheDoor, Person, Row};

const OF_A_SOCIETY: &[(&str, Whose)] = &[
    ("societies", Itself),
    ("staff", OrAtTheDoor("society_id")),
    ("invitations", Person("staff_id")),
    ("sessions", Person("staff_id")),
    ("key_grants", Column("society_id")),
    ("key_lists", Column("society_id")),
    ("cases", Column("society_id")),
    ("publications", Column("society_id")),
    ("picture_indexes", Column("society_id")),
    ("responses", Column("society_id")),
    ("posters", Column("society_id")),
    ("audit_lines", Column("society_id")),
    ("rota", Column("society_id")),
    ("publication_editors", Row("publications", "publication_id")),
    ("consents", Row("publications", "publication_id")),
    ("withdrawal_codes", Row("publications", "publication_id")),
    ("messages", Row("responses", "response_id")),
    ("notes", Row("responses", "response_id")),
    ("poster_photos", Row("posters", "poster_id")),
];

const SITE: &[&str] = &[
    "select on live_publications, ended_numbers, society_directory, installation, seaql_migrations",
    "select on public_posters, public_poster_photos",
    "insert (id, publication_id, is_slow, lane, trust, is_late, is_urgent, mailbox_tag, mailbox_key, triage, content, arrived_at) \
     on responses",
    "insert (id, tag, asked_at) on withdrawals",
    "insert (id, used_at) on captcha_uses",
    "insert (form, place, browser, body, due_at) on form_steps",
    "execute on function form_step(bytea), form_steps_have_room(bigint), form_steps_of_browser(bytea), \
     form_erase(bytea), form_erase_all(bytea)",
    "execute on function is_withdrawal_code(bytea), mailbox(bytea), mailbox_messages(bytea), \
     mailbox_answer(bytea, uuid, bytea, bigint), mailbox_take_back(bytea, uuid), mailbox_erase(bytea, bigint)",
];

/// The desk adds to the audit log and to the list of a draft's editors, and removes nothing from either. The columns it may
/// change are named: not the Society of a row, nor a person's roles. It can set a key, but not change it (`m0015_keys_hold`).
const DESK: &[&str] = &[
    "select on live_publications, ended_numbers, society_directory, installation, seaql_migrations",
    "select on public_posters, public_poster_photos",
    "update (value) on installation",
    "select on societies",
    "insert (id, slug, name, contact, languages, offers, country, help_lines, created_at) on societies",
    "select, insert on staff, cases, publications, picture_indexes, posters",
    "update (contact, languages, offers, country, help_lines, version, open_key, archive_key, recovery_key) on societies",
    "update (stage, salt, verifier, public_key, wrapped_key, totp_secret, totp_last_step, signing_key, list_seen, key_mac, \
     proof) on staff",
    "update (second_salt, second_public_key, second_wrapped_key, second_witness) on staff",
    "update (wrapped_key, key_part, private_part, closed_at) on cases",
    "update (stage, version, draft, picture, look, print, photo_number, relations, sex, age_band, origin, pictures, touched_at, \
     published_at, approved_by, ended_at, ended_reason, is_unpublished, certificate, countersignature, certified_by, \
     certified_signature) on publications",
    "update (version, sealed) on picture_indexes",
    "update (ended_at, end_reason) on posters, consents",
    "select, insert, delete on invitations, sessions, key_grants, consents, withdrawal_codes, rota",
    "update (due) on rota",
    "update (agreed_by, used_at, proof) on invitations",
    "update (seen_at, fresh_at, proof) on sessions",
    "update (proof) on key_grants, publication_editors, consents",
    "select, insert, update, delete on blob_erasures",
    "select on responses",
    "update (stage, version, claimed_by, claimed_until, first_opened_at, outcome, closed_at, reopened_from, wrote_again_at, \
     fold, closed_with) on responses",
    "select, insert on key_lists, audit_lines, publication_editors, poster_photos, messages, notes",
    // A message that its author takes back before anybody has read it.
    "delete on messages",
];

/// The jobs read plain dates, stages and names of files, by column: nothing sealed, no key, and no table that holds a key of staff
/// or of a Society. They can't change the key of a case or a mailbox.
const JOBS: &[&str] = &[
    "select on live_publications, ended_numbers, society_directory, installation, seaql_migrations",
    "select on public_posters, public_poster_photos",
    "update (value) on installation",
    "select (id) on cases",
    "execute on function has_private_part(uuid)",
    "update (private_part) on cases",
    "select (id, case_id, society_id, stage, version, picture, print, photo_number, relations, pictures, touched_at, published_at, \
     ended_at, is_unpublished) on publications",
    "update (stage, version, draft, picture, look, print, relations, sex, age_band, origin, pictures, ended_at, ended_reason, \
     is_unpublished) on publications",
    "select on posters, withdrawals",
    "update (ended_at, end_reason) on posters, consents",
    "update (is_chained) on withdrawals",
    "select (id, society_id, stage, version, is_slow, is_urgent, arrived_at, first_opened_at, outcome, closed_at, is_chained, \
     is_taking_back_chained, reopened_from, wrote_again_at, is_reopening_chained, news, told, closed_with), delete on responses",
    "select (id, publication_id, channels, agreed_on, ends_on, ended_at, paper), delete on consents",
    "update (is_chained, is_taking_back_chained, is_reopening_chained, told) on responses",
    // The jobs add a Society's line for the webhook, but no address.
    "select on rota",
    "insert (id, society_id, way, added_at) on rota",
    "update (due, retry_at, tries, told_at) on rota",
    "select (id, slug) on societies",
    "select (id, response_id, is_from_staff, position, sent_at), delete on messages",
    "select (response_id), delete on notes",
    "select (tag, publication_id), delete on withdrawal_codes",
    "select (publication_id), delete on publication_editors",
    "select (used_at), delete on captcha_uses",
    "select on poster_photos",
    "select, insert, delete on audit_lines",
    "select, insert, update, delete on job_leases, blob_erasures",
    "select, delete on tombstones",
    "select (started_at), delete on sessions",
    "select (due_at), delete on form_steps",
];

/// The statements that give the three roles, which must exist, exactly what they need.
///
/// # Errors
/// A name that is not an identifier, in words.
pub fn grants(roles: &Roles) -> Result<Vec<String>, String> {
    let Roles { site, desk, jobs } = roles;
    let mut statements = Vec::new();
    for (role, may) in [(site, SITE), (desk, DESK), (jobs, JOBS)] {
        if !is_identifier(role) {
            return Err(format!("a database role of letters, digits and _ was expected, not {role:?}"));
        }
        // This also revokes rights to single columns.
        statements.push(format!("revoke all on all tables in schema public from {role}"));
        statements.push(format!("revoke all on all functions in schema public from {role}"));
        statements.push(format!("grant usage on schema public to {role}"));
        statements.extend(may.iter().map(|right| format!("grant {right} to {role}")));
    }
    for (table, whose) in OF_A_SOCIETY {
        statements.push(format!("alter table {table} enable row level security"));
        for (what, rule) in whose.rules(desk) {
            policy(&mut statements, table, (desk, what), &rule);
        }
        policy(&mut statements, table, (jobs, "rows"), &format!("for all to {jobs} using (true)"));
    }
    policy(&mut statements, "responses", (site, "rows"), &format!("for insert to {site} with check (true)"));
    Ok(statements)
}

pub fn is_identifier(role: &str) -> bool {
    !role.is_empty() && role.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Replaces the role's policy of this name.
fn policy(statements: &mut Vec<String>, table: &str, (role, what): (&str, &str), rule: &str) {
    statements.push(format!("drop policy if exists {role}_{what} on {table}"));
    statements.push(format!("create policy {role}_{what} on {table} {rule}"));
}

/// The Society that the desk sets for each of its connections: `src/db/isolation.rs`.
const SIGNED_IN: &str = "nullif(current_setting('kinlight.society', true), '')::uuid";
const OPERATORS: &str = "'00000000-0000-0000-0000-000000000000'::uuid";

impl Whose {
    /// The desk's policies: the end of each one's name, and its rule.
    fn rules(&self, desk: &str) -> Vec<(&'static str, String)> {
        let seen = self.condition();
        match self {
            Itself => vec![
                ("rows", format!("for select to {desk} using ({seen})")),
                ("new_rows", format!("for insert to {desk} with check ({SIGNED_IN} = {OPERATORS})")),
                ("changed_rows", format!("for update to {desk} using (id = {SIGNED_IN})")),
            ],
            _ => vec![("rows", format!("for all to {desk} using ({seen})"))],
        }
    }

    /// Which rows a request sees.
    fn condition(&self) -> String {
        match self {
            Column(column) => format!("coalesce({column}, {OPERATORS}) = {SIGNED_IN}"),
            OrAtTheDoor(column) => {
                format!("coalesce({column}, {OPERATORS}) = coalesce({SIGNED_IN}, {column}, {OPERATORS})")
            }
            Person(column) => format!("exists (select 1 from staff s where s.id = {column})"),
            Itself => format!("id = {SIGNED_IN} or {SIGNED_IN} = {OPERATORS}"),
            Row(table, column) => format!("exists (select 1 from {table} t where t.id = {column})"),
        }
    }
}
