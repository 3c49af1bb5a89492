//! What a thief of the whole database learns, column by column. A test compares this table with the schema of both engines: it
//! fails for a column without a line here, and for a line without a column.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declared {
    /// Anyone may read it on the site.
    Public,
    /// Readable for a thief, for this reason.
    Operational(&'static str),
    /// Ciphertext, in the `age` format except for saved form steps; its keys are not in the database.
    Sealed,
    /// One-way: proves something without revealing it.
    Verifier,
    /// A public key: only its holder opens what is sealed to it. A key that was exchanged must be noticed before anything is
    /// sealed to it: `tests/it/exchanged_keys.rs` exchanges each.
    PublicKey,
}

use Declared::{Operational as Op, Public, PublicKey, Sealed, Verifier};

const ID: Declared = Op("a random id; joins rows");
const WHOSE: Declared = Op("which Society; isolation and routing need it");
const STAGE: Declared = Op("jobs and lists act on stages without a key");
const WHEN: Declared = Op("retention acts on it; to the hour where a person is behind it");
const WHO: Declared = Op("which member of staff; four eyes, claims and the audit need it");

#[rustfmt::skip]
pub const COLUMNS: &[(&str, &str, Declared)] = &[
    ("installation", "name", Op("settings of the installation")),
    ("installation", "value", Op("settings of the installation")),
    ("societies", "id", ID), ("societies", "slug", Public), ("societies", "name", Public),
    ("societies", "contact", Public), ("societies", "languages", Public),
    ("societies", "offers", Public), ("societies", "version", Op("a second writer gets a conflict")),
    ("societies", "open_key", PublicKey), ("societies", "archive_key", PublicKey), ("societies", "recovery_key", PublicKey),
    ("societies", "created_at", WHEN), ("societies", "country", Public), ("societies", "help_lines", Public),
    ("staff", "id", ID), ("staff", "society_id", WHOSE),
    ("staff", "sign_in_name", Op("staff sign in by it; a work name, never a responder's or enquirer's")),
    ("staff", "roles", Op("permissions are checked before any key opens")),
    ("staff", "stage", STAGE), ("staff", "salt", Verifier), ("staff", "verifier", Verifier), ("staff", "public_key", PublicKey),
    ("staff", "wrapped_key", Sealed), ("staff", "totp_secret", Sealed),
    ("staff", "totp_last_step", Op("a one-time code must not serve twice")),
    ("staff", "grant_ends_on", Op("every grant ends")), ("staff", "created_at", WHEN), ("staff", "proof", Verifier),
    ("staff", "signing_key", PublicKey), ("staff", "list_seen", Op("the newest key list that a member has seen; sealed with their own key")), ("staff", "key_mac", Verifier),
    ("staff", "second_salt", Verifier), ("staff", "second_public_key", PublicKey), ("staff", "second_wrapped_key", Sealed),
    ("staff", "second_witness", Verifier),
    ("invitations", "token_hash", Verifier), ("invitations", "staff_id", ID), ("invitations", "purpose", STAGE),
    ("invitations", "made_by", WHO), ("invitations", "agreed_by", WHO), ("invitations", "ends_at", WHEN), ("invitations", "used_at", WHEN), ("invitations", "proof", Verifier),
    ("key_grants", "id", ID), ("key_grants", "society_id", WHOSE), ("key_grants", "part", Op("open, archive or root")),
    ("key_grants", "staff_id", WHO), ("key_grants", "wrapped_key", Sealed), ("key_grants", "granted_by", WHO), ("key_grants", "granted_at", WHEN),
    ("key_grants", "is_to_second", Op("which of the holder's own keys opens it")), ("key_grants", "proof", Verifier),
    ("key_lists", "society_id", WHOSE), ("key_lists", "version", Op("the number of the act's line in the audit chain")),
    ("key_lists", "body", PublicKey), ("key_lists", "root_signature", Verifier), ("key_lists", "hand_signature", Verifier),
    ("key_lists", "signed_at", WHEN),
    ("sessions", "id_hash", Verifier), ("sessions", "staff_id", WHO), ("sessions", "wrapped_key", Sealed),
    ("sessions", "started_at", WHEN), ("sessions", "seen_at", WHEN), ("sessions", "fresh_at", WHEN), ("sessions", "proof", Verifier),
    ("cases", "id", ID), ("cases", "society_id", WHOSE), ("cases", "public_key", PublicKey), ("cases", "wrapped_key", Sealed),
    ("cases", "key_part", Op("which Society key opens it: open or archive")), ("cases", "private_part", Sealed),
    ("cases", "opened_at", WHEN), ("cases", "closed_at", WHEN),
    ("publications", "id", ID), ("publications", "case_id", ID), ("publications", "society_id", WHOSE), ("publications", "stage", STAGE),
    ("publications", "version", Op("a second writer gets a conflict")), ("publications", "drafted_by", WHO),
    ("publications", "draft", Sealed), ("publications", "picture", Op("name of the sealed working copy")),
    ("publications", "look", Sealed),
    ("publications", "photo_number", Public), ("publications", "relations", Public), ("publications", "sex", Public),
    ("publications", "age_band", Public), ("publications", "origin", Public), ("publications", "pictures", Public),
    ("publications", "print", Op("name of the sealed picture for posters")),
    ("publications", "created_at", WHEN), ("publications", "touched_at", WHEN), ("publications", "published_at", Public),
    ("publications", "approved_by", WHO), ("publications", "ended_at", WHEN), ("publications", "ended_reason", STAGE),
    ("publications", "is_unpublished", Op("whether the job has erased its pictures")),
    // A certificate leaves the row with the facts in it, when the photo ends.
    ("publications", "certificate", Public), ("publications", "countersignature", Verifier),
    ("publications", "certified_by", Op("which reviewer certified it, and by which line of the chain")),
    ("publications", "certified_signature", Verifier),
    ("picture_indexes", "society_id", WHOSE), ("picture_indexes", "version", Op("a second writer gets a conflict")), ("picture_indexes", "sealed", Sealed),
    ("publication_editors", "publication_id", ID), ("publication_editors", "staff_id", WHO), ("publication_editors", "proof", Verifier),
    ("posters", "id", Public), ("posters", "society_id", WHOSE), ("posters", "paper", Public), ("posters", "per_page", Public),
    ("posters", "languages", Public), ("posters", "photos", Public), ("posters", "bytes", Public), ("posters", "ends_on", Public),
    ("posters", "made_by", WHO), ("posters", "made_at", Public), ("posters", "ended_at", WHEN), ("posters", "end_reason", STAGE),
    ("poster_photos", "poster_id", Public), ("poster_photos", "publication_id", Op("a withdrawal must find the posters that carry the photo")),
    ("consents", "id", ID), ("consents", "publication_id", ID),
    ("consents", "channels", Op("consent decides without a key")), ("consents", "agreed_on", Op("the job acts on plain dates")),
    ("consents", "ends_on", Op("the job acts on plain dates")), ("consents", "ended_at", WHEN), ("consents", "end_reason", STAGE),
    ("consents", "details", Sealed), ("consents", "paper", Op("name of the sealed paper")),
    ("consents", "recorded_by", WHO), ("consents", "proof", Verifier),
    // The live view gives the site only the SHA-256 of this column.
    ("withdrawal_codes", "tag", Verifier), ("withdrawal_codes", "publication_id", ID), ("withdrawal_codes", "made_at", WHEN),
    ("withdrawals", "id", ID), ("withdrawals", "tag", Verifier), ("withdrawals", "asked_at", WHEN),
    ("withdrawals", "is_chained", Op("whether the audit has it yet")),
    ("responses", "id", ID), ("responses", "publication_id", ID), ("responses", "case_id", ID), ("responses", "society_id", WHOSE),
    ("responses", "stage", STAGE), ("responses", "version", Op("a second writer gets a conflict")),
    ("responses", "is_slow", Op("the slow lane is a part of the queue")), ("responses", "is_late", Op("came after the photo ended")),
    // They name no network and no sender, and the counts behind them are in no database.
    ("responses", "lane", Op("as usual, over a limit, or in a rush of urgent ones: lists are paged by it without a key")),
    ("responses", "trust", Op("whether its sender solved the digits; lists are paged by it without a key")),
    ("responses", "fold", Op("which one of the slow lane or of a rush says the same: that two are alike, never what they say")),
    ("responses", "closed_with", Op("which ones were closed in one act, so that it can be undone")),
    ("responses", "is_urgent", Op("danger or a removal, it does not say which: staff are told at once, without a key")),
    ("responses", "mailbox_tag", Verifier), ("responses", "mailbox_key", PublicKey),
    ("responses", "triage", Sealed), ("responses", "content", Sealed), ("responses", "arrived_at", WHEN),
    ("responses", "claimed_by", WHO), ("responses", "claimed_until", WHEN), ("responses", "first_opened_at", WHEN),
    ("responses", "outcome", STAGE), ("responses", "closed_at", WHEN), ("responses", "is_chained", Op("whether the audit has it yet")),
    ("responses", "is_taking_back_chained", Op("whether the audit has it yet")),
    ("responses", "reopened_from", STAGE), ("responses", "wrote_again_at", WHEN), ("responses", "is_reopening_chained", Op("whether the audit has it yet")),
    ("responses", "news", Op("counts what its sender sent, as the messages do")), ("responses", "told", Op("of how much of it staff were told")),
    ("messages", "id", ID), ("messages", "response_id", ID), ("messages", "is_from_staff", Op("whose turn it is")),
    ("messages", "author", WHO), ("messages", "body", Sealed), ("messages", "case_copy", Sealed), ("messages", "position", Op("the order of a thread, whose times are only hours")), ("messages", "sent_at", WHEN),
    ("messages", "is_read", Op("whether staff can still take it back")),
    ("notes", "id", ID), ("notes", "response_id", ID), ("notes", "author", WHO), ("notes", "body", Sealed), ("notes", "written_at", WHEN),
    ("audit_lines", "society_id", WHOSE), ("audit_lines", "seq", Op("the chain")), ("audit_lines", "at", Op("the chain")),
    ("audit_lines", "actor", WHO), ("audit_lines", "verb", Op("never content")), ("audit_lines", "subject", ID),
    ("audit_lines", "detail", Op("a fixed word, never content")), ("audit_lines", "previous", Verifier), ("audit_lines", "hash", Verifier),
    ("captcha_uses", "id", ID), ("captcha_uses", "used_at", WHEN),
    // Derived from a cookie and the site's secret: without both, nobody can open a step or learn who is writing.
    ("form_steps", "form", Verifier), ("form_steps", "place", Op("how many steps of a form were taken")), ("form_steps", "browser", Verifier),
    ("form_steps", "body", Sealed), ("form_steps", "due_at", Op("when a job erases it, to five minutes")),
    ("blob_erasures", "key", Op("what the sweep still has to erase")), ("blob_erasures", "due_at", WHEN),
    ("tombstones", "what", STAGE), ("tombstones", "record", ID), ("tombstones", "detail", STAGE),
    ("rota", "id", ID), ("rota", "society_id", WHOSE), ("rota", "way", Op("mail or webhook")),
    ("rota", "address", Op("jobs write to it without a key; where staff are reached at work, never a responder's or enquirer's")),
    ("rota", "language", Op("in which they are told")), ("rota", "days", Op("on which they are told")),
    ("rota", "is_always_on_call", Op("whether they are told at night")), ("rota", "added_by", WHO), ("rota", "added_at", WHEN),
    ("rota", "due", Op("what they are about to be told: a word for how urgent, no more")), ("rota", "retry_at", Op("when the next try is due")),
    ("rota", "tries", Op("how often it could not be sent")), ("rota", "told_at", Op("at most once an hour; to ten minutes, since a family may be behind it")),
    ("job_leases", "name", Op("one replica runs a job")), ("job_leases", "holder", ID), ("job_leases", "held_until", WHEN), ("job_leases", "ran_at", WHEN),
];
