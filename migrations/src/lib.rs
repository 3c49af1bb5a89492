//! The schema's history: plain SQL that means the same on SQLite and PostgreSQL. It never imports an entity, so an old step
//! still does tomorrow what it did when it was written. A release first adds what is new; a later one removes what is old.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

mod m0001_first;
mod m0002_looks;
mod m0003_picture_indexes;
mod m0004_taking_back;
mod m0005_posters;
mod m0006_directory;
mod m0007_replicas;
mod m0008_tombstones;
mod m0009_strays;
mod m0010_reopening;
mod m0011_form_steps;
mod m0013_help_now;
mod m0015_keys_hold;
mod m0017_taken_back_by_staff;
mod m0018_rota;
mod m0019_new_passwords;
mod m0020_lanes;
mod m0021_proofs;
mod m0022_key_lists;
mod m0023_second_keys;
mod m0025_columns_for_jobs;
mod m0026_certificates;
mod roles;

pub use roles::{Roles, grants, is_identifier};

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_first::First),
            Box::new(m0002_looks::Looks),
            Box::new(m0003_picture_indexes::PictureIndexes),
            Box::new(m0004_taking_back::TakingBack),
            Box::new(m0005_posters::Posters),
            Box::new(m0006_directory::Directory),
            Box::new(m0007_replicas::Replicas),
            Box::new(m0008_tombstones::Tombstones),
            Box::new(m0009_strays::Strays),
            Box::new(m0010_reopening::Reopening),
            Box::new(m0011_form_steps::FormSteps),
            Box::new(m0013_help_now::HelpNow),
            Box::new(m0015_keys_hold::KeysHold),
            Box::new(m0017_taken_back_by_staff::TakenBackByStaff),
            Box::new(m0018_rota::Rota),
            Box::new(m0019_new_passwords::NewPasswords),
            Box::new(m0020_lanes::Lanes),
            Box::new(m0021_proofs::Proofs),
            Box::new(m0022_key_lists::KeyLists),
            Box::new(m0023_second_keys::SecondKeys),
            Box::new(m0025_columns_for_jobs::ColumnsForJobs),
            Box::new(m0026_certificates::Certificates),
        ]
    }
}

/// Runs the statements, which `;` separates, after filling in the two type names that differ between the engines. A block
/// between `-- sqlite` or `-- postgres` and `-- end` runs on that engine alone and is sent in one piece.
async fn run(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    let is_postgres = manager.get_database_backend() == DatabaseBackend::Postgres;
    let (uuid, bytes) = if is_postgres { ("uuid", "bytea") } else { ("blob", "blob") };
    let sql = sql.replace("{uuid}", uuid).replace("{bytes}", bytes);
    let mut engine: Option<&str> = None;
    let mut block = String::new();
    for line in sql.lines() {
        match line.trim() {
            "-- sqlite" | "-- postgres" | "-- end" => {
                let ours = match engine {
                    None => true,
                    Some("-- postgres") => is_postgres,
                    Some(_) => !is_postgres,
                };
                if ours && block.lines().any(|l| !l.trim().is_empty() && !l.trim().starts_with("--")) {
                    manager.get_connection().execute_unprepared(&block).await?;
                }
                block.clear();
                engine = match line.trim() {
                    "-- sqlite" => Some("-- sqlite"),
                    "-- postgres" => Some("-- postgres"),
                    _ => None,
                };
            }
            _ => {
                block.push_str(line);
                block.push('\n');
            }
        }
    }
    if !block.trim().is_empty() {
        manager.get_connection().execute_unprepared(&block).await?;
    }
    Ok(())
}
