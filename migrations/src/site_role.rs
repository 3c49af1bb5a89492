//! What the site's database role may do, and nothing else: the first of the two trust zones.

/// The statements that give `role` (which exists already) exactly what the site needs, on PostgreSQL.
/// `role` is an identifier from the configuration; anything but letters, digits and `_` is refused.
pub fn site_role(role: &str) -> Result<Vec<String>, String> {
    if role.is_empty() || !role.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
        return Err(format!("a database role of letters, digits and _ was expected, not {role:?}"));
    }
    let may = [
        "grant usage on schema public to",
        "grant select on live_publications, ended_numbers, society_directory, installation to",
        "grant select on public_posters, public_poster_photos to",
        "grant select on seaql_migrations to",
        "grant insert (id, publication_id, is_slow, is_late, is_urgent, mailbox_tag, mailbox_key, triage, content, arrived_at) on responses to",
        "grant insert (id, tag, asked_at) on withdrawals to",
        "grant insert (id, used_at) on captcha_uses to",
        "grant execute on function is_withdrawal_code(bytea), mailbox(bytea), mailbox_messages(bytea), \
         mailbox_answer(bytea, uuid, bytea, bigint), mailbox_take_back(bytea, uuid), mailbox_erase(bytea, bigint) to",
    ];
    let mut statements = vec![format!("revoke all on all tables in schema public from {role}")];
    statements.extend(may.into_iter().map(|grant| format!("{grant} {role}")));
    Ok(statements)
}
